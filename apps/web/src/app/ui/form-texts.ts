/** FormTexts are the texts of a form by the names of its controls. */
export interface FormTexts {
  /** text is what stands in a control; empty when there is none of that name. */
  text(name: string): string;
  /** day is a calendar day, or null when the control is empty. */
  day(name: string): string | null;
}

/** formTexts reads a submitted form and keeps the page where it is. What was typed stays in the form. */
export function formTexts(submitted: Event): FormTexts {
  submitted.preventDefault();
  const data = submitted.target instanceof HTMLFormElement ? new FormData(submitted.target) : new FormData();
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { text, day: (name) => text(name) || null };
}

/** valueOf is the text of the control an event came from. */
export function valueOf(event: Event): string {
  const { target } = event;
  const isControl =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  return isControl ? target.value : '';
}
