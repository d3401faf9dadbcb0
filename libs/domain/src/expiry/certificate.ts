import type { CalendarDay } from '../instant.ts';
import type { InsurerType } from '../item.ts';
import { addMonths, ageOn, dayAfter, monthEnd, onOrBefore } from './calendar.ts';
import { insurerOn } from './facts.ts';
import type { Answer, RuleFacts } from './facts.ts';
import type { Finding, ReasonCode, Value } from './finding.ts';
import { birthdayLimits, earliestOf, eventLimits, seventieth } from './limits.ts';
import type { Limit } from './limits.ts';
import { ruleOn } from './rule-book.ts';
import type { InsurerSettings } from './settings.ts';
import { arrivesFrom } from './yearly.ts';

type CertificateFacts = Pick<
  RuleFacts,
  'asOf' | 'birthDate' | 'issuedOn' | 'printedExpiresOn' | 'insurerType' | 'stayEndsOn' | 'insurerChangedOn'
> & {
  /** The day on which it came into the house. */
  readonly receivedOn?: CalendarDay | null | undefined;
};

/**
 * certificateLastDay is V11: the last day of a 資格確認書, the printed one unless a birthday or an event ends the
 * insurance before. A printed day more than five years after the issue is kept, with a warning.
 */
export function certificateLastDay(
  facts: CertificateFacts,
  { endsAtSeventy = false }: InsurerSettings = {},
): readonly [Finding, ...Finding[]] {
  const { asOf, issuedOn, printedExpiresOn = null } = facts;
  const { terms, source } = ruleOn('V11', asOf);
  const rule = 'V11';
  const limits = [...birthdayLimits(facts, { since: givenSince(facts), endsAtSeventy }), ...eventLimits(facts)];
  const atMost = issuedOn === undefined ? null : addMonths(issuedOn, 12 * terms.years);
  if (printedExpiresOn === null) {
    const [limit, ...others] =
      atMost === null ? limits : [{ date: atMost, reasonCode: 'too-long' } as Limit, ...limits];
    const until = limit === undefined ? undefined : earliestOf(limit, others).date;
    return [{ rule, source, date: null, until, value: 'unknown', reasonCode: 'date-unknown' }];
  }
  const found: Finding = { rule, source, ...earliestOf({ date: printedExpiresOn, reasonCode: 'printed' }, limits) };
  if (atMost === null || printedExpiresOn <= atMost) return [found];
  return [found, { rule, source, date: atMost, reasonCode: 'too-long' }];
}

/**
 * A paper that was here before a birthday was given before it, and ends with it; one that came in the last month before the 70th
 * is the one that follows.
 */
function givenSince({ asOf, birthDate, issuedOn, receivedOn }: CertificateFacts): CalendarDay {
  const since = issuedOn ?? receivedOn ?? asOf;
  if (birthDate === null || since !== receivedOn) return since;
  const { date } = seventieth(birthDate, since);
  return arrivesFrom(date) <= since && since <= date ? dayAfter(date) : since;
}

/** AutomaticFacts are what decides whether a 資格確認書 of 後期高齢 arrives by itself. */
export interface AutomaticFacts {
  readonly asOf: CalendarDay;
  readonly birthDate: CalendarDay | null;
  readonly insurerType: InsurerType | null;
  readonly holdsMynaInsurance: Answer;
}

/** arrivesByItself is V12: whether a 資格確認書 of 後期高齢 arrives by itself, or has to be applied for. */
export function arrivesByItself(facts: AutomaticFacts, settings: InsurerSettings = {}): Finding {
  const { asOf, birthDate, insurerType, holdsMynaInsurance } = facts;
  const { terms, source, validTo } = ruleOn('V12', asOf);
  const say = (value: Value, reasonCode: ReasonCode): Finding => ({
    rule: 'V12',
    source,
    date: null,
    until: validTo ?? undefined,
    value,
    reasonCode,
  });
  if (insurerType === 'public-assistance') return say('not-applicable', 'public-assistance');
  const insurer = insurerOn({ insurerType, birthDate }, asOf);
  if (insurer === null) return say('unknown', 'insurer-unknown');
  if (insurer !== 'late-elderly') return say('not-applicable', 'other-insurer');
  if (terms.fromAge === null) return say('not-applicable', 'not-yet');
  if (terms.fromAge === 0) return say('automatic', 'everybody');
  const { automaticFromAge: fromAge = terms.fromAge } = settings;
  if (holdsMynaInsurance === 'no') return say('automatic', 'holds-no-myna-insurance');
  if (fromAge !== null) {
    if (birthDate === null) return say('unknown', 'birth-date-unknown');
    if (ageOn(birthDate, onOrBefore(terms.onEach, asOf)) >= fromAge) return say('automatic', 'old-enough');
  }
  return holdsMynaInsurance === 'yes' ? say('apply', 'holds-myna-insurance') : say('unknown', 'registration-unknown');
}

/** ApplicantFacts are what decides who has to apply for a 資格確認書. */
export interface ApplicantFacts {
  readonly asOf: CalendarDay;
  readonly insurerType: InsurerType | null;
  readonly holdsMynaInsurance: Answer;
  readonly certificateExpiresOn: CalendarDay | null;
  readonly cardReturned: boolean;
  readonly lostOrRenewing: boolean;
  /** 要配慮者 who was given one on application before: the next ones come by themselves. */
  readonly issuedBefore: boolean;
}

/** arrivalCheck is the part of V13 for an ended certificate: the day to ask whether the 資格確認書 has arrived. */
export function arrivalCheck(certificateExpiresOn: CalendarDay): Finding & { readonly date: CalendarDay } {
  const { terms, source } = ruleOn('V13', certificateExpiresOn);
  const date = monthEnd(certificateExpiresOn, terms.arrivesAfterMonths);
  return { rule: 'V13', source, date, value: 'automatic', reasonCode: 'certificate-expired' };
}

/** whoMustApply is V13: whether a 資格確認書 comes by itself, has to be applied for (carers may), or has to be asked about. */
export function whoMustApply(facts: ApplicantFacts): Finding {
  const { asOf, insurerType, holdsMynaInsurance, certificateExpiresOn } = facts;
  const { source } = ruleOn('V13', asOf);
  const say = (value: Value, reasonCode: ReasonCode): Finding => ({
    rule: 'V13',
    source,
    date: null,
    value,
    reasonCode,
  });
  if (insurerType === 'public-assistance') return say('not-applicable', 'public-assistance');
  if (facts.cardReturned) return say('ask-insurer', 'card-returned');
  if (holdsMynaInsurance === 'no') return say('automatic', 'holds-no-myna-insurance');
  if (certificateExpiresOn !== null && certificateExpiresOn < asOf) return arrivalCheck(certificateExpiresOn);
  if (facts.issuedBefore) return say('automatic', 'issued-before');
  if (facts.lostOrRenewing) return say('apply', 'lost-or-renewing');
  if (holdsMynaInsurance === 'unknown') return say('unknown', 'registration-unknown');
  return say('apply', 'needs-support');
}
