import { dayInTokyo } from '../instant.ts';
import type { Instant } from '../instant.ts';

/** KEPT_BACKUPS is of how many hours, days and months that have a backup the newest one is kept. */
export const KEPT_BACKUPS = { hours: 48, days: 35, months: 13 } as const;

const HOUR_LENGTH = 'YYYY-MM-DDTHH'.length;
const MONTH_LENGTH = 'YYYY-MM'.length;

/** backupsToKeep answers which of the backups, known by their moments, are kept; the newest always is. */
export function backupsToKeep(moments: readonly Instant[]): ReadonlySet<Instant> {
  const newestFirst = moments.toSorted().reverse();
  const newestOf = (periods: number, periodOf: (at: Instant) => string): readonly Instant[] =>
    [...Map.groupBy(newestFirst, periodOf).values()].slice(0, periods).flatMap(([newest]) => newest ?? []);
  return new Set([
    ...newestOf(KEPT_BACKUPS.hours, (at) => at.slice(0, HOUR_LENGTH)),
    ...newestOf(KEPT_BACKUPS.days, dayInTokyo),
    ...newestOf(KEPT_BACKUPS.months, (at) => dayInTokyo(at).slice(0, MONTH_LENGTH)),
  ]);
}
