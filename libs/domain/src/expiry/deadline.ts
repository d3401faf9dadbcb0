import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import type { InsurerType, ItemKind } from '../item.ts';
import type { Answer, Check } from './facts.ts';
import type { Finding } from './finding.ts';
import type { InsurerSettings } from './settings.ts';

/** DEADLINE_KINDS say what ends, or what has to be done, on a day. */
export const DEADLINE_KINDS = [
  'expiry',
  'card-expiry',
  'certificate-expiry',
  'grace-strict',
  'grace-administrative',
  'arrival-check',
  'registration-check',
  'yearly-arrival',
  'must-apply',
  'renewal',
  'seventieth-birthday',
  'seventy-fifth-birthday',
  'care-certification-renewal',
  're-judgement',
  'stay-expiry',
  'give-back',
  'sealed-envelope',
  'none',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** DATED_KINDS are all that a deadline with a day can be. */
export const DATED_KINDS = DEADLINE_KINDS.filter((kind) => kind !== 'none');

/** Deadline is a finding about an item in the safe, and the day from which there is something to do; null is never. */
export type Deadline = Finding & { readonly kind: DeadlineKind; readonly from: CalendarDay | null };

/** ItemFacts are what is known of an item that can end. */
export interface ItemFacts {
  readonly kind: ItemKind;
  /** null is not known yet, which is a task, unless no date is printed, which settles it. */
  readonly printedExpiresOn: CalendarDay | null;
  readonly noDatePrinted?: boolean;
  readonly certificateExpiresOn: CalendarDay | null;
  readonly insurerType: InsurerType | null;
  /** The key of the insurer or issuer in the settings; absent or null is one that has none of its own. */
  readonly insurer?: string | null;
  readonly receivedOn: CalendarDay | null;
}

/** Checked is an answer somebody once got, and when. */
export interface Checked {
  readonly answer: Answer;
  readonly checkedOn: CalendarDay | null;
}

/** Checks are the newest answers to what one has to ask about a resident. */
export type Checks = Readonly<Record<Check, Checked>>;

/** ResidentFacts are what is known of the person: null is not known yet. */
export interface ResidentFacts extends Checks {
  readonly birthDate: CalendarDay | null;
}

/** NOT_ASKED is an answer that nobody has asked for yet. */
export const NOT_ASKED: Checked = { answer: 'unknown', checkedOn: null };

/** Case is an item with everything that its deadlines are reckoned from. */
export interface Case {
  readonly item: ItemFacts;
  readonly resident: ResidentFacts;
  readonly insurer: InsurerSettings;
  readonly asOf: CalendarDay;
  readonly firstStep: number;
  readonly envelopeDays: number;
}

/** reminderStart is the day of the first reminder of a date (V21). */
export function reminderStart({ firstStep }: Case, date: CalendarDay): CalendarDay {
  return addDays(date, -firstStep);
}

/** deadline makes a deadline of a finding. */
export function deadline(kind: DeadlineKind, finding: Finding, from: CalendarDay | null): Deadline {
  return { ...finding, kind, from };
}
