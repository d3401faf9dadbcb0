/** Counts says how many tests passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly why?: string;
}

/** countsOf reads how many tests of a step passed and failed; a step that ran none has failed, unless it may be empty. */
export function countsOf(
  step: { readonly kind: 'check' | 'jest' | 'playwright'; readonly mayBeEmpty?: boolean },
  code: number,
  json: string,
): Counts;

/** sum adds up the counts of all steps. */
export function sum(results: readonly Partial<Counts>[]): Counts;
