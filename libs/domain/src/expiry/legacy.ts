import { dayAfter } from './calendar.ts';
import type { RuleFacts } from './facts.ts';
import type { Dated, Finding } from './finding.ts';
import { birthdayLimits, earliestOf, eventLimits } from './limits.ts';
import type { Limit } from './limits.ts';
import { ruleOn } from './rule-book.ts';

/** legacyLastDay is V7: the last day of a 健康保険証, the earliest of all that can end it. */
export function legacyLastDay(facts: RuleFacts): Dated {
  const { terms, source } = ruleOn('V7', facts.asOf);
  const cutOff: Limit = { date: terms.lastDay, reasonCode: 'cut-off' };
  const printed: Limit = { date: facts.printedExpiresOn ?? cutOff.date, reasonCode: 'printed' };
  const { issuedOn = ruleOn('V8', facts.asOf).terms.since } = facts;
  const others = [...birthdayLimits(facts, { since: issuedOn, endsAtSeventy: true }), ...eventLimits(facts)];
  return { rule: 'V7', source, ...earliestOf(printed.date < cutOff.date ? printed : cutOff, others) };
}

/**
 * legacyAccepted is V10: whether a 健康保険証 is accepted on a day, since when and until when. One that ended because
 * the insurer changed is not looked up: the clinic would find an insurance that is over.
 */
export function legacyAccepted(facts: RuleFacts): Finding {
  const { asOf } = facts;
  const { date: lastDay, reasonCode } = legacyLastDay(facts);
  const { terms, source, validFrom, validTo } = ruleOn('V10', asOf);
  const rule = 'V10';
  if (asOf <= lastDay)
    return { rule, source, date: null, until: lastDay, value: 'valid', reasonCode: 'within-last-day' };
  const ended = dayAfter(lastDay);
  if (reasonCode === 'insurer-changed') return { rule, source, date: ended, value: 'none', reasonCode };
  if (terms.afterwards === 'lookup-only')
    return {
      rule,
      source,
      date: ended,
      until: validTo ?? undefined,
      value: 'lookup-only',
      reasonCode: 'clinic-may-look-up',
    };
  const date = validFrom !== null && validFrom > ended ? validFrom : ended;
  return { rule, source, date, value: 'none', reasonCode: 'acceptance-over' };
}
