const TOKYO_MS = 9 * 3_600_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** dayOf is the Japanese day of a moment. */
export function dayOf(ms) {
  return new Date(ms + TOKYO_MS).toISOString().slice(0, 10);
}

/** clockOf is the wall-clock time in Japan, HH:MM. */
export function clockOf(ms) {
  return new Date(ms + TOKYO_MS).toISOString().slice(11, 16);
}

/** startOfDay is midnight in Japan of the day of a moment. */
export function startOfDay(ms) {
  return Date.parse(`${dayOf(ms)}T00:00:00Z`) - TOKYO_MS;
}

/** daysBetween counts Japanese days from one moment to another. */
export function daysBetween(from, to) {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

export const iso = (ms) => new Date(ms).toISOString();
