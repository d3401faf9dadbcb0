import type { Refusal } from '@azukari/domain';

/** Refused carries a refusal out of a service, so that its transaction unwinds; the filter unwraps it. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
