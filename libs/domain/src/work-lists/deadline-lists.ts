import type { Deadline, DeadlineKind } from '../expiry/deadline.ts';
import { graceAdministrative } from '../expiry/grace.ts';
import type { CalendarDay } from '../instant.ts';
import type { ItemKind } from '../item.ts';

/**
 * DEADLINE_LISTS are the work lists about an item: 更新を始める, 電子証明書が切れて3か月以内, 資格確認書が届いたか,
 * 申請が必要な証, 期限が未確認, お返しする旧保険証.
 */
export const DEADLINE_LISTS = [
  'renewals',
  'in-grace',
  'arrival-check',
  'must-apply',
  'unknown-dates',
  'legacy-cards',
] as const;
export type DeadlineList = (typeof DEADLINE_LISTS)[number];

/** ListedDeadline is a deadline that may be work, with what of its item and its resident decides. */
export interface ListedDeadline {
  readonly deadline: Deadline;
  readonly itemKind: ItemKind;
  /** Whether a 資格確認書 that has not ended lies in the safe for the same person. */
  readonly hasCertificate: boolean;
}

type Listing = (one: ListedDeadline & { readonly date: CalendarDay }, asOf: CalendarDay) => DeadlineList | null;

const nowhere: Listing = () => null;
const begun: Listing = ({ deadline: { from } }, asOf) => (from !== null && from <= asOf ? 'renewals' : null);

/** Where a deadline with a day belongs; a new kind does not compile without its line. */
const LISTING: Readonly<Record<DeadlineKind, Listing>> = {
  expiry: begun,
  'card-expiry': begun,
  'certificate-expiry': (one, asOf) =>
    one.date >= asOf ? begun(one, asOf) : graceAdministrative(one.date).date >= asOf ? 'in-grace' : null,
  'arrival-check': ({ deadline: { from }, hasCertificate }, asOf) =>
    from !== null && from <= asOf && !hasCertificate ? 'arrival-check' : null,
  // Who has to apply for a 資格確認書 stands on a list of persons.
  'must-apply': ({ deadline: { from }, itemKind }, asOf) =>
    from !== null && from <= asOf && itemKind !== 'eligibility-certificate' ? 'must-apply' : null,
  renewal: begun,
  'care-certification-renewal': begun,
  're-judgement': begun,
  'stay-expiry': begun,
  'seventieth-birthday': begun,
  'give-back': ({ date }, asOf) => (date < asOf ? 'legacy-cards' : null),
  // What arrives by itself is swapped on one day, envelopes have their own list, who turns 75 is on a list of persons.
  'yearly-arrival': nowhere,
  'sealed-envelope': nowhere,
  'seventy-fifth-birthday': nowhere,
  // Days of grace stand beside the certificate; a registration is asked for at the next visit.
  'grace-strict': nowhere,
  'grace-administrative': nowhere,
  'registration-check': nowhere,
  none: nowhere,
};

/** deadlineListOf is the one work list on which a deadline stands as of a day, or null while there is nothing to do. */
export function deadlineListOf(one: ListedDeadline, asOf: CalendarDay): DeadlineList | null {
  const { kind, date, value } = one.deadline;
  if (date === null) return value === 'unknown' && kind !== 'registration-check' ? 'unknown-dates' : null;
  return LISTING[kind]({ ...one, date }, asOf);
}
