import { addMonths } from '../expiry/calendar.ts';
import { addDays, isCalendarDay } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';

const FIRST_MONTHS = ['01', '04', '07', '10'];
const DAY_MS = 86_400_000;

/** isQuarter says whether a day begins a quarter: a quarter is named by its first day. */
export function isQuarter(day: string): boolean {
  return isCalendarDay(day) && day.endsWith('-01') && FIRST_MONTHS.includes(day.slice(5, 7));
}

/** quarterOf is the quarter in which a day lies. */
export function quarterOf(day: CalendarDay): CalendarDay {
  const first = FIRST_MONTHS.findLast((month) => month <= day.slice(5, 7)) ?? '01';
  return `${day.slice(0, 5)}${first}-01`;
}

/** nextQuarter is the quarter after one. */
export function nextQuarter(quarter: CalendarDay): CalendarDay {
  return addMonths(quarter, 3);
}

/** quartersOver are the quarters that are over, the newest first, from the one in which a day lies. */
export function quartersOver(since: CalendarDay, today: CalendarDay): readonly CalendarDay[] {
  const over: CalendarDay[] = [];
  for (let quarter = quarterOf(since); nextQuarter(quarter) <= today; quarter = nextQuarter(quarter))
    over.unshift(quarter);
  return over;
}

/** reviewBy is the last day on which the views of a quarter are reviewed in time: the end of the first month after it. */
export function reviewBy(quarter: CalendarDay): CalendarDay {
  return addDays(addMonths(nextQuarter(quarter), 1), -1);
}

/** reviewDaysLate is by how many days a review comes too late; 0 while it is in time. */
export function reviewDaysLate(quarter: CalendarDay, today: CalendarDay): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(reviewBy(quarter))) / DAY_MS));
}
