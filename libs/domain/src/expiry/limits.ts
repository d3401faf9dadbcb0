import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import { birthday, monthEnd } from './calendar.ts';
import { insurerOn } from './facts.ts';
import type { RuleFacts } from './facts.ts';
import type { Dated, ReasonCode } from './finding.ts';
import { ruleOn } from './rule-book.ts';

/** Limit is a day beyond which something is not valid, and why. */
export interface Limit {
  readonly date: CalendarDay;
  readonly reasonCode: ReasonCode;
}

/** seventieth is V8: the end of the month of the 70th birthday; for who is born on the 1st, the end of the month before. */
export function seventieth(birthDate: CalendarDay, asOf: CalendarDay): Dated {
  const { terms, source } = ruleOn('V8', asOf);
  const date = monthEnd(addDays(birthday(birthDate, terms.age), -1));
  return { rule: 'V8', source, date, reasonCode: 'seventieth-birthday' };
}

/** seventyFifth is V9: the day before the 75th birthday, on which 国保 and 被用者保険 end. */
export function seventyFifth(birthDate: CalendarDay, asOf: CalendarDay): Dated {
  const { terms, source } = ruleOn('V9', asOf);
  const date = addDays(birthday(birthDate, terms.age), -1);
  return { rule: 'V9', source, date, reasonCode: 'seventy-fifth-birthday' };
}

/**
 * birthdayLimits are the birthdays that end what an insurer gave on a day. 75 ends 国保 and 被用者保険 alone; who had
 * turned 70 before was given another paper then, and that one does not end at 70.
 */
export function birthdayLimits(
  facts: Pick<RuleFacts, 'birthDate' | 'insurerType'>,
  { since, endsAtSeventy }: { readonly since: CalendarDay; readonly endsAtSeventy: boolean },
): readonly Limit[] {
  const { birthDate } = facts;
  const insurer = insurerOn(facts, since);
  if (birthDate === null || insurer === 'late-elderly' || insurer === 'public-assistance') return [];
  const at70 = seventieth(birthDate, since);
  const at75 = seventyFifth(birthDate, since);
  return endsAtSeventy && at70.date >= since ? [at70, at75] : [at75];
}

/** eventLimits are the days on which a life ends an insurance, whatever is printed. */
export function eventLimits({
  stayEndsOn,
  insurerChangedOn,
}: Pick<RuleFacts, 'stayEndsOn' | 'insurerChangedOn'>): readonly Limit[] {
  const limits: Limit[] = [];
  if (stayEndsOn !== undefined) limits.push({ date: stayEndsOn, reasonCode: 'end-of-stay' });
  if (insurerChangedOn !== undefined)
    limits.push({ date: addDays(insurerChangedOn, -1), reasonCode: 'insurer-changed' });
  return limits;
}

/** earliestOf is the limit that comes first; of two on one day the one named last, which explains what is printed. */
export function earliestOf(limit: Limit, others: readonly Limit[]): Limit {
  const { date, reasonCode } = others.reduce((found, one) => (one.date <= found.date ? one : found), limit);
  return { date, reasonCode };
}
