const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** LENGTH is how many digits a 個人番号 has. */
export const LENGTH = 12;

/** hasPersonalNumberCheckDigit says whether twelve ASCII digits end in the check digit of a 個人番号. */
export function hasPersonalNumberCheckDigit(digits: string): boolean {
  if (!/^[0-9]{12}$/.test(digits)) return false;
  const rest = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
  return Number(digits[LENGTH - 1]) === (rest <= 1 ? 0 : 11 - rest);
}

/** windows are the neighbouring parts that make twelve digits together. No part is empty. */
export function windows(parts: readonly string[], fits: (window: readonly string[]) => boolean): string[] {
  return parts.flatMap((_, from) => {
    let to = from;
    let joined = '';
    while (joined.length < LENGTH && to < parts.length) joined += parts[to++] ?? '';
    return joined.length === LENGTH && fits(parts.slice(from, to)) ? [joined] : [];
  });
}

/** 202612100930 is a quarter of an hour in December. */
export function readsAsDateAndTime(digits: string): boolean {
  return /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9]$/.test(digits);
}
