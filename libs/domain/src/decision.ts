import type { Refusal } from './refusal.ts';

/** Decision is what a rule answers: the accepted value, or the facts of a refusal. */
export type Decision<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** accept makes the yes. */
export function accept<T>(value: T): Decision<T> {
  return { ok: true, value };
}

/** refuse makes the no; it carries facts, never prose. */
export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
