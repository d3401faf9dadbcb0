import type { AnswerOf, listDeadlines } from '@azukari/contract';
import type { CalendarDay, DeadlineKind } from '@azukari/domain';

/** Deadline is one date of the page 期限, as the API tells it. */
export type Deadline = AnswerOf<typeof listDeadlines>['deadlines'][number];

/** Family is who is told first, and of whom. */
export type Family = NonNullable<AnswerOf<typeof listDeadlines>['families']>[number];

/** Nature is what a deadline is about: something that ends, a check to make, a day to know, or a question to ask. */
type Nature = 'end' | 'check' | 'information' | 'ask';

const NATURES: Readonly<Record<DeadlineKind, Nature>> = {
  expiry: 'end',
  'card-expiry': 'end',
  'certificate-expiry': 'end',
  'grace-strict': 'information',
  'grace-administrative': 'information',
  'arrival-check': 'check',
  'registration-check': 'ask',
  'yearly-arrival': 'end',
  'must-apply': 'end',
  renewal: 'end',
  'seventieth-birthday': 'information',
  'seventy-fifth-birthday': 'information',
  'care-certification-renewal': 'end',
  're-judgement': 'end',
  'stay-expiry': 'end',
  'give-back': 'end',
  'sealed-envelope': 'check',
  none: 'information',
};

/** Standing is how a deadline stands today; only `overdue` is an alarm. */
export type Standing = 'unknown' | 'overdue' | 'due' | 'soon' | 'ahead' | 'information' | 'ask' | 'closed';

/** standingOf says how a deadline stands as of a day. */
export function standingOf({ kind, date, daysLeft, from, closed }: Deadline, asOf: CalendarDay): Standing {
  if (closed !== null) return 'closed';
  const nature = NATURES[kind];
  if (nature === 'ask' || nature === 'information') return nature;
  if (date === null || daysLeft === null) return 'unknown';
  if (nature === 'check' && daysLeft <= 0) return 'due';
  if (daysLeft < 0) return 'overdue';
  return from !== null && from <= asOf ? 'soon' : 'ahead';
}

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
