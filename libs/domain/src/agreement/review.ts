import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import { REPRESENTATIVES } from './coverage.ts';
import type { Capacity } from './coverage.ts';

/** DAYS_BEFORE_REVIEW is from how many days before its yearly review an agreement stands on the list. */
export const DAYS_BEFORE_REVIEW = 30;

/** Reviewed is an agreement as far as it says when somebody last looked at it with her. */
export interface Reviewed {
  readonly signedOn: CalendarDay;
  readonly reviewedOn: CalendarDay | null;
}

/** reviewDue is when an agreement is looked at again, a year after the last time, and whether that is near or past. */
export function reviewDue({ signedOn, reviewedOn }: Reviewed, today: CalendarDay) {
  const last = reviewedOn ?? signedOn;
  const year = String(Number(last.slice(0, 4)) + 1);
  const on = last.endsWith('-02-29') ? `${year}-02-28` : `${year}${last.slice(4)}`;
  return { on, state: on < today ? 'past' : on <= addDays(today, DAYS_BEFORE_REVIEW) ? 'soon' : 'far' } as const;
}

/** signsFor says whether a new agreement is asked for when such a contact comes, goes or becomes somebody else. */
export function signsFor(capacity: Capacity): boolean {
  return capacity === 'guarantor' || REPRESENTATIVES.includes(capacity);
}

/** AGREEMENT_TASKS are why somebody looks at an agreement: who signs for her has changed, or a year has passed. */
export const AGREEMENT_TASKS = ['representative', 'yearly'] as const;
export type AgreementTask = (typeof AGREEMENT_TASKS)[number];

/** agreementTask is what there is to do about an agreement that stands, and since or until when; null: nothing. */
export function agreementTask(
  agreement: Reviewed,
  representativesChangedOn: CalendarDay | null,
  today: CalendarDay,
): { readonly task: AgreementTask; readonly on: CalendarDay } | null {
  const last = agreement.reviewedOn ?? agreement.signedOn;
  if (representativesChangedOn !== null && last < representativesChangedOn)
    return { task: 'representative', on: representativesChangedOn };
  const { on, state } = reviewDue(agreement, today);
  return state === 'far' ? null : { task: 'yearly', on };
}
