import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import type { InsurerType, ItemKind } from '../item.ts';
import { addMonths, dayAfter, daysBetween, onOrAfter } from './calendar.ts';
import type { MonthDay } from './calendar.ts';
import type { Finding } from './finding.ts';
import { ruleOn } from './rule-book.ts';
import type { InsurerSettings } from './settings.ts';

/** YearlyFacts are what decides when a paper ends that is made anew every year. */
export interface YearlyFacts {
  readonly asOf: CalendarDay;
  readonly kind: ItemKind;
  readonly insurerType: InsurerType | null;
  readonly printedExpiresOn?: CalendarDay | null | undefined;
}

/**
 * yearly is V16: the day on which a paper ends that is made anew every year, and whether the next one arrives or must be
 * applied for; null for what does not end yearly.
 */
export function yearly(facts: YearlyFacts, settings: InsurerSettings = {}): Finding | null {
  const { asOf, kind, insurerType, printedExpiresOn } = facts;
  const { terms, source } = ruleOn('V16', asOf);
  const rule = 'V16';
  if (kind === 'medical-limit-certificate' && insurerType === 'late-elderly' && !terms.limitForLateElderly)
    return { rule, source, date: null, value: 'not-applicable', reasonCode: 'no-longer-issued' };
  const ends = yearEndOf(facts, settings);
  if (ends === null) return null;
  const date = printedExpiresOn ?? onOrAfter(ends, asOf);
  if (terms.apply.includes(kind)) return { rule, source, date, value: 'apply', reasonCode: 'apply-yearly' };
  if (terms.arrives.includes(kind)) return { rule, source, date, value: 'automatic', reasonCode: 'arrives-yearly' };
  return { rule, source, date, reasonCode: 'yearly' };
}

/** yearEndOf is the day of the year on which an insurer's papers of a kind end, or null. */
export function yearEndOf({ asOf, kind, insurerType }: YearlyFacts, { yearEnds }: InsurerSettings): MonthDay | null {
  const own = yearEnds?.[kind];
  if (own !== undefined) return own;
  const { terms } = ruleOn('V16', asOf);
  // 被用者保険 has no common year, and without the type nobody can say.
  if (kind === 'eligibility-certificate' && insurerType !== 'national' && insurerType !== 'late-elderly') return null;
  return terms.arrives.includes(kind) || terms.apply.includes(kind) ? terms.ends : null;
}

/** arrivesFrom is the day from which one looks out for what follows a paper that ends on a day: its last month. */
export function arrivesFrom(endsOn: CalendarDay): CalendarDay {
  return dayAfter(addMonths(endsOn, -1));
}

/** askFamilyFrom is the day from which the family is asked to apply for what ends on a day: as long before it as 1 June lies before 31 July. */
export function askFamilyFrom(endsOn: CalendarDay): CalendarDay {
  const { ends, askFrom } = ruleOn('V16', endsOn).terms;
  const year = endsOn.slice(0, 5);
  return addDays(endsOn, -daysBetween(`${year}${askFrom}`, `${year}${ends}`));
}
