import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import { addMonths, daysBetween, monthEnd } from './calendar.ts';
import type { Dated } from './finding.ts';
import { ruleOn } from './rule-book.ts';

/** reconciliationDue is V17: the last day on which the 照合 of a month, named by any of its days, is in time. */
export function reconciliationDue(dayOfMonth: CalendarDay): Dated {
  const { terms, source } = ruleOn('V17', dayOfMonth);
  return { rule: 'V17', source, date: addDays(monthEnd(dayOfMonth), terms.days), reasonCode: 'own-choice' };
}

/** familyReportDue is V18: the day of the next report to a family after one was made. */
export function familyReportDue(reportedOn: CalendarDay): Dated {
  const { terms, source } = ruleOn('V18', reportedOn);
  return { rule: 'V18', source, date: addMonths(reportedOn, terms.months), reasonCode: 'own-choice' };
}

/** retentionEnds is V19: the last day on which the papers of somebody who left are kept; less than two years is not heard. */
export function retentionEnds(leftOn: CalendarDay, years?: number): Dated {
  const { terms, source } = ruleOn('V19', leftOn);
  const date = addMonths(leftOn, 12 * Math.max(years ?? terms.years, terms.least));
  return { rule: 'V19', source, date, reasonCode: 'own-choice' };
}

/** reminderDays is V21: the days on which people are reminded of a date up to a day, then monthly until somebody closes it. */
export function reminderDays(
  date: CalendarDay,
  upTo: CalendarDay,
  steps: readonly number[] = ruleOn('V21', date).terms.daysBefore,
): readonly CalendarDay[] {
  const before = steps.map((days) => addDays(date, -days));
  const { thenEveryMonths } = ruleOn('V21', date).terms;
  const after: CalendarDay[] = [];
  // No month is shorter than 28 days.
  const months = Math.floor(daysBetween(date, upTo) / 28);
  for (let n = 1; n <= months; n++) after.push(addMonths(date, n * thenEveryMonths));
  return [...before, ...after].filter((day) => day <= upTo);
}
