/** STEPS of the first set-up, in order; each is an address of its own, saved at once, to be left and come back to. */
export const STEPS = ['facility', 'storages', 'text', 'residents', 'staff', 'done'] as const;
export type StepName = (typeof STEPS)[number];

/** stepAt is the step an address shows; the first has none of its own. */
export function stepAt(url: string): StepName {
  const last = url.split(/[?#]/)[0]?.split('/').at(-1);
  return STEPS.find((step) => step === last) ?? 'facility';
}

/** pathOf is where a step is. */
export function pathOf(step: StepName): string {
  return step === 'facility' ? '/setup' : `/setup/${step}`;
}
