const SECOND_MS = 1000;
const UNITS = [
  ['days', 86_400 * SECOND_MS],
  ['hours', 3_600 * SECOND_MS],
  ['minutes', 60 * SECOND_MS],
] as const;

/** Span is a length of time as people say it: in the largest unit of which there is one. */
export interface Span {
  readonly unit: (typeof UNITS)[number][0] | 'seconds';
  readonly count: number;
}

/** spanOf is how long so many milliseconds are; never nothing. */
export function spanOf(ms: number): Span {
  const [unit, length] = UNITS.find(([, size]) => ms >= size) ?? (['seconds', SECOND_MS] as const);
  return { unit, count: unit === 'seconds' ? Math.ceil(ms / length) : Math.floor(ms / length) };
}
