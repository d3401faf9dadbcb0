import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';

/** MonthDay is a day of every year, `MM-DD`. */
export type MonthDay = string;

const DAY_MS = 86_400_000;
const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4));
const TWO = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

// Written out because deadlines of a whole house are reckoned at once: Temporal.PlainDate, which the spec compares this
// with, takes several times as long.
function lastOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** addMonths is the same day so many months later, or earlier when negative; a day that the month lacks becomes its last. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const date = Math.min(Number(day.slice(8)), lastOfMonth(year, month));
  return `${String(year).padStart(4, '0')}-${TWO[month] ?? ''}-${TWO[date] ?? ''}`;
}

/** monthEnd is the last day of the month so many months later. */
export function monthEnd(day: CalendarDay, monthsLater = 0): CalendarDay {
  return addMonths(`${addMonths(day, monthsLater).slice(0, 8)}31`, 0);
}

/** birthday is the day on which somebody reaches an age; who is born on February 29 has it on the 28th in common years. */
export function birthday(birthDate: CalendarDay, age: number): CalendarDay {
  return addMonths(birthDate, 12 * age);
}

/** ageOn is the age on a day, counted from birthday to birthday. */
export function ageOn(birthDate: CalendarDay, day: CalendarDay): number {
  const years = yearOf(day) - yearOf(birthDate);
  return birthday(birthDate, years) <= day ? years : years - 1;
}

/** birthdayAfter is the n-th birthday strictly after a day: a birthday on the day itself does not count (発行の日後). */
export function birthdayAfter(birthDate: CalendarDay, day: CalendarDay, n: number): CalendarDay {
  return birthday(birthDate, ageOn(birthDate, day) + n);
}

/** onOrAfter is the next time that a day of the year comes round. */
export function onOrAfter(monthDay: MonthDay, day: CalendarDay): CalendarDay {
  const thisYear = `${day.slice(0, 4)}-${monthDay}`;
  return thisYear >= day ? thisYear : addMonths(thisYear, 12);
}

/** onOrBefore is the last time that a day of the year came round. */
export function onOrBefore(monthDay: MonthDay, day: CalendarDay): CalendarDay {
  const thisYear = `${day.slice(0, 4)}-${monthDay}`;
  return thisYear <= day ? thisYear : addMonths(thisYear, -12);
}

/** dayAfter is the next day. */
export function dayAfter(day: CalendarDay): CalendarDay {
  const date = Number(day.slice(8));
  return date < 28 ? `${day.slice(0, 8)}${TWO[date + 1] ?? ''}` : addDays(day, 1);
}

/** earlier is the first of two days; a day that is not known does not count. */
export function earlier(day: CalendarDay, other: CalendarDay | null | undefined): CalendarDay {
  return other !== null && other !== undefined && other < day ? other : day;
}

/** daysBetween is how many days lie from one day to another; negative when the other has passed. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
