import { addMonths } from '../expiry/calendar.ts';
import { seventyFifth } from '../expiry/limits.ts';
import type { Dated } from '../expiry/finding.ts';
import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import type { InsurerType } from '../item.ts';

const MONTHS_BEFORE = 3;
const DAYS_AFTER = 30;

/**
 * turningSeventyFive is V9 while there is something to prepare: from three months before the last day of the old insurance to a
 * month after it, and as long as a paper of it still lies in the safe.
 */
export function turningSeventyFive(
  birthDate: CalendarDay | null,
  holdsOldPaper: boolean,
  asOf: CalendarDay,
): Dated | null {
  if (birthDate === null) return null;
  const last = seventyFifth(birthDate, asOf);
  if (asOf < addMonths(last.date, -MONTHS_BEFORE)) return null;
  return asOf <= addDays(last.date, DAYS_AFTER) || holdsOldPaper ? last : null;
}

/** KeptCertificate is what is known of a 資格確認書 in the safe of which nobody has entered when it ends. */
export interface KeptCertificate {
  readonly insurerType: InsurerType | null;
  readonly receivedOn: CalendarDay;
}

/** mayEndAtSeventyFive says of one without a date whether it may be of the insurance before: it was here already, and nobody has said otherwise. */
export function mayEndAtSeventyFive(
  { insurerType, receivedOn }: KeptCertificate,
  birthDate: CalendarDay | null,
): boolean {
  if (birthDate === null || insurerType === 'late-elderly' || insurerType === 'public-assistance') return false;
  return receivedOn <= seventyFifth(birthDate, receivedOn).date;
}
