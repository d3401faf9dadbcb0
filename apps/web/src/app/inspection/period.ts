import { addDays, addMonths, type CalendarDay } from '@azukari/domain';

import { type Days, periodIssue } from '../ui/period';

/** PERIODS are what a person chooses between: this fiscal year so far, the last one, three months, or days of her own. */
export const PERIODS = ['this-year', 'last-year', 'quarter', 'own'] as const;
export type Period = (typeof PERIODS)[number];

const APRIL = '04-01';

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
export function issueOf(days: Days, today: CalendarDay): 'day' | 'order' | 'long' | 'future' | null {
  const issue = periodIssue(days);
  return issue === null && days.from > today ? 'future' : issue;
}
