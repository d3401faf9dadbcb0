import { addDays, addMonths, type CalendarDay, isCalendarDay } from '@azukari/domain';

/** Days are the first and the last day of a picture. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** LENGTHS of a period: whole weeks, in which every hour of the week comes equally often, or whole months. */
export const LENGTHS = ['7', '28', '91', '364', '6m', '12m'] as const;
export type Length = (typeof LENGTHS)[number];

/** periodOf is the period of a length that ends on a day; on today unless a day is asked for that has been. */
export function periodOf(length: Length, until: string | undefined, today: CalendarDay): Days {
  const to = until !== undefined && isCalendarDay(until) && until <= today ? until : today;
  if (!length.endsWith('m')) return { from: addDays(to, 1 - Number(length)), to };
  const first = `${to.slice(0, 7)}-01`;
  return { from: addMonths(first, 1 - Number.parseInt(length, 10)), to: addDays(addMonths(first, 1), -1) };
}

/** lengthOf is the length that an address asks for, else the usual one. */
export function lengthOf(asked: string | undefined, among: readonly Length[], usual: Length): Length {
  return among.find((length) => length === asked) ?? usual;
}
