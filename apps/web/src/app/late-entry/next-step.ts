const STEPS = '[data-step], az-holder-picker select, az-holder-picker input';

/**
 * nextStep moves the focus from a control to the next in which something is typed; false when it was the last. A step that is `going`
 * may stand there until the next drawing, and would take the focus with it.
 */
export function nextStep(form: HTMLElement, from: HTMLElement, going: string | null = null): boolean {
  const steps = [...form.querySelectorAll<HTMLElement>(STEPS)].filter((one) => one.dataset['step'] !== going);
  const here = from.closest<HTMLElement>('[data-step]') ?? from;
  const next = steps[steps.indexOf(here) + 1];
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
  return true;
}
