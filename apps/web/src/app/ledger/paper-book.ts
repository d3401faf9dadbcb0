import { addDays, type CalendarDay, isCalendarDay } from '@azukari/domain';

/** MOST_SHEETS are printed at once; a longer book than LONGEST_DAYS is printed in parts. */
export const MOST_SHEETS = 50;
const LONGEST_DAYS = 366;

/** sheetsOf reads how many blank sheets are wanted, also from full-width digits; null when it is no number that can be printed. */
export function sheetsOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const count = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  return count >= 1 && count <= MOST_SHEETS ? count : null;
}

/** periodIssue says what keeps a period from being printed; null when nothing does. */
export function periodIssue(from: string, to: string): 'day' | 'order' | 'long' | null {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return 'day';
  if (from > to) return 'order';
  return addDays(from, LONGEST_DAYS) <= to ? 'long' : null;
}

/** monthUntil is the period that is proposed: this month until today. */
export function monthUntil(today: CalendarDay): { readonly from: CalendarDay; readonly to: CalendarDay } {
  return { from: `${today.slice(0, 7)}-01`, to: today };
}
