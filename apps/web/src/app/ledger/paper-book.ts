import type { CalendarDay } from '@azukari/domain';

/** MOST_SHEETS are printed at once. */
export const MOST_SHEETS = 50;

/** sheetsOf reads how many blank sheets are wanted, also from full-width digits; null when it is no number that can be printed. */
export function sheetsOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const count = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  return count >= 1 && count <= MOST_SHEETS ? count : null;
}

/** monthUntil is the period that is proposed: this month until today. */
export function monthUntil(today: CalendarDay): { readonly from: CalendarDay; readonly to: CalendarDay } {
  return { from: `${today.slice(0, 7)}-01`, to: today };
}
