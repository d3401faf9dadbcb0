import { instantAt } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { backupsToKeep, KEPT_BACKUPS } from './retention.ts';

const HOUR = 3_600_000;
const END = Date.parse('2026-11-22T20:30:00.000Z');

/** One backup an hour for so many days, the oldest first. */
const hourly = (days: number): Instant[] =>
  Array.from({ length: days * 24 }, (_, n) => instantAt(END - (days * 24 - 1 - n) * HOUR));

test('of two years of every hour 48 hours, 35 days and 13 months stay', () => {
  const kept = [...backupsToKeep(hourly(730))].sort();
  expect(kept.slice(-KEPT_BACKUPS.hours)).toEqual(hourly(2));
  // The last hours are of three days in Japan, the last days of two of its months; each period's newest is kept once.
  expect(kept).toHaveLength(KEPT_BACKUPS.hours + (KEPT_BACKUPS.days - 3) + (KEPT_BACKUPS.months - 2));
  // The last one of a day is from before midnight in Japan, of a month from its last day.
  expect(kept).toContain('2026-11-19T14:30:00.000Z');
  expect(kept).toContain('2026-08-31T14:30:00.000Z');
  expect(kept[0]).toBe('2025-11-30T14:30:00.000Z');
});

test('what is kept does not depend on the order, and keeping again takes nothing more away', () => {
  const all = hourly(100);
  const kept = backupsToKeep(all);
  expect(backupsToKeep(all.toReversed())).toEqual(kept);
  expect(backupsToKeep([...kept])).toEqual(kept);
});

test('after a long stop the old ones stay, and the newest always does', () => {
  const old = hourly(2).slice(0, 3);
  expect(backupsToKeep(old).size).toBe(3);
  expect(backupsToKeep([])).toEqual(new Set());
  expect(backupsToKeep(old.slice(0, 1))).toEqual(new Set(old.slice(0, 1)));
});
