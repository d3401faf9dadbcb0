import { addDays, addMonths, type CalendarDay, isCalendarDay } from '@azukari/domain';

/** PERIODS are what a person chooses between: this fiscal year so far, the last one, three months, or days of her own. */
export const PERIODS = ['this-year', 'last-year', 'quarter', 'own'] as const;
export type Period = (typeof PERIODS)[number];

/** Days are the first and the last day, both included. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const APRIL = '04-01';
const LONGEST_DAYS = 366;

/** daysOf is a period as days; the fiscal year begins in April. */
export function daysOf(period: Exclude<Period, 'own'>, today: CalendarDay): Days {
  const year = Number(today.slice(0, 4));
  const begin = today >= `${String(year)}-${APRIL}` ? year : year - 1;
  switch (period) {
    case 'this-year':
      return { from: `${String(begin)}-${APRIL}`, to: today };
    case 'last-year':
      return { from: `${String(begin - 1)}-${APRIL}`, to: addDays(`${String(begin)}-${APRIL}`, -1) };
    case 'quarter':
      return { from: addDays(addMonths(today, -3), 1), to: today };
  }
}

/** issueOf says what keeps a pack from being made of these days; null when nothing does. */
export function issueOf({ from, to }: Days, today: CalendarDay): 'day' | 'order' | 'long' | 'future' | null {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return 'day';
  if (from > to) return 'order';
  if (from > today) return 'future';
  return addDays(from, LONGEST_DAYS) <= to ? 'long' : null;
}
