import type { AnswerOf, listDeadlines } from '@azukari/contract';
import { type CalendarDay, isNear, standingOf } from '@azukari/domain';

/** Deadline is one date of the page 期限, as the API tells it. */
export type Deadline = AnswerOf<typeof listDeadlines>['deadlines'][number];

/** Family is who is told first, and of whom. */
export type Family = NonNullable<AnswerOf<typeof listDeadlines>['families']>[number];

/** MONTHS_AHEAD are drawn one by one; what ends after them is `later`. */
const MONTHS_AHEAD = 12;

/** monthsFrom are the months of the chart, this one first: 2026-11, 2026-12, …. */
export function monthsFrom(asOf: CalendarDay): readonly string[] {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  return Array.from({ length: MONTHS_AHEAD }, (_, ahead) => {
    const nth = month - 1 + ahead;
    return `${String(year + Math.floor(nth / 12))}-${String((nth % 12) + 1).padStart(2, '0')}`;
  });
}

/** Bucket is where a deadline stands in the order of the page: a month, or one of the words around the months. */
export type Bucket = string;

/** bucketsOf are all buckets in their order: what nobody knows first, then what has passed. */
export function bucketsOf(asOf: CalendarDay): readonly Bucket[] {
  return ['unknown', 'overdue', ...monthsFrom(asOf), 'later', 'ask', 'past', 'closed'];
}

/** chartOf are the buckets that are drawn. */
export function chartOf(asOf: CalendarDay): readonly Bucket[] {
  return ['unknown', 'overdue', ...monthsFrom(asOf), 'later'];
}

/** NEAR is all that 今日 counts: what is near, has come or has passed, whichever month that is. */
export const NEAR = 'near';

/** among keeps the deadlines of a bucket, or all that are near. */
export function among(deadlines: readonly Deadline[], chosen: Bucket, asOf: CalendarDay): readonly Deadline[] {
  return deadlines.filter((one) => (chosen === NEAR ? isNear(standingOf(one, asOf)) : bucketOf(one, asOf) === chosen));
}

/** bucketOf is the bucket of a deadline. */
export function bucketOf(deadline: Deadline, asOf: CalendarDay): Bucket {
  const standing = standingOf(deadline, asOf);
  const { date, daysLeft } = deadline;
  if (standing === 'ask' || standing === 'closed') return standing;
  if (date === null || daysLeft === null) return 'unknown';
  if (daysLeft < 0) return standing === 'information' ? 'past' : 'overdue';
  const month = date.slice(0, 7);
  return monthsFrom(asOf).includes(month) ? month : 'later';
}
