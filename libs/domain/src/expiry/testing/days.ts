import fc from 'fast-check';
import { addDays, isCalendarDay } from '../../instant.ts';
import type { CalendarDay } from '../../instant.ts';

/** aDay is any day of a life that a house of today can meet, Feb 29 and the ends of months more often than chance. */
export const aDay = (from: CalendarDay, days: number): fc.Arbitrary<CalendarDay> => {
  const any = fc.nat(days).map((n) => addDays(from, n));
  return fc.oneof(
    any,
    any.map((day) => `${day.slice(0, 7)}-01`),
    any.map((day) => addDays(`${day.slice(0, 7)}-01`, -1)),
    any.map((day) => `${day.slice(0, 4)}-02-29`).filter(isCalendarDay),
  );
};

/** aBirth is a birth date of somebody between ten and a hundred and ten years old. */
export const aBirth = aDay('1916-06-01', 36_500);

/** anIssue is a day on which a card may have been made. */
export const anIssue = aDay('2016-02-01', 6_000);
