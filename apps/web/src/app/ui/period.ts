import { addDays, type CalendarDay, isCalendarDay } from '@azukari/domain';

/** Days are the first and the last day of a period, both included. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What is asked for at once is at most a year, leap years too. */
const LONGEST_DAYS = 366;

/** periodIssue says what keeps days from being a period; null when nothing does. */
export function periodIssue({ from, to }: Days): 'day' | 'order' | 'long' | null {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return 'day';
  if (from > to) return 'order';
  return addDays(from, LONGEST_DAYS) <= to ? 'long' : null;
}
