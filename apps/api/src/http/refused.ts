import type { Decision, Refusal } from '@azukari/domain';

/** Refused carries a refusal out of a service, so that its transaction unwinds; the filter unwraps it. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** accepted unwraps a verdict; a refusal unwinds the transaction. */
export function accepted<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Refused(decision.refusal);
  return decision.value;
}
