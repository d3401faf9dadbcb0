import type { CalendarDay } from '../instant.ts';
import { addMonths, ageOn, birthdayAfter, dayAfter, earlier } from './calendar.ts';
import type { RuleFacts } from './facts.ts';
import { printedWins } from './finding.ts';
import type { Dated, Finding } from './finding.ts';
import { ruleOn } from './rule-book.ts';

/** windowOpens is the first day on which what ends on a day can be renewed. */
export function windowOpens(expiresOn: CalendarDay): CalendarDay {
  return dayAfter(addMonths(expiresOn, -ruleOn('V3', expiresOn).terms.months));
}

/** renewalWindow is V3: from when to when a card, or the certificate on it, can be renewed. */
export function renewalWindow(expiresOn: CalendarDay): Dated {
  const { source } = ruleOn('V3', expiresOn);
  return { rule: 'V3', source, date: windowOpens(expiresOn), until: expiresOn, reasonCode: 'before-expiry' };
}

function renewedInWindow(issuedOn: CalendarDay, before: CalendarDay | undefined): boolean {
  return before !== undefined && windowOpens(before) <= issuedOn && issuedOn <= before;
}

/** cardExpiry is V1: the day to which a マイナンバーカード is valid; a second finding warns that another day was reckoned. */
export function cardExpiry(facts: RuleFacts): readonly [Finding, ...Finding[]] {
  const { issuedOn, birthDate, asOf, printedExpiresOn } = facts;
  const { source } = ruleOn('V1', issuedOn ?? asOf);
  const reckoned =
    issuedOn === undefined || !wasBorn(birthDate, issuedOn) ? null : reckonedCard(facts, birthDate, issuedOn);
  return printedWins(printedExpiresOn, reckoned, { rule: 'V1', source });
}

/** Of a day before the birth nothing can be reckoned: one of the two is mistyped. */
function wasBorn(birthDate: CalendarDay | null, by: CalendarDay): birthDate is CalendarDay {
  return birthDate !== null && birthDate <= by;
}

function reckonedCard({ renewedFrom, stayEndsOn }: RuleFacts, birthDate: CalendarDay, issuedOn: CalendarDay): Finding {
  const { terms, source } = ruleOn('V1', issuedOn);
  const minor = ageOn(birthDate, issuedOn) < terms.minorUnder;
  const renewed = renewedInWindow(issuedOn, renewedFrom?.cardExpiresOn);
  const n = (minor ? terms.minor : terms.adult) + (renewed ? terms.ifRenewed : 0);
  const reached = birthdayAfter(birthDate, issuedOn, n);
  const date = earlier(reached, stayEndsOn);
  if (date < reached) return { rule: 'V1', source, date, reasonCode: 'end-of-stay' };
  return { rule: 'V1', source, date, reasonCode: birthdayReason(minor, renewed) };
}

/**
 * certificateExpiry is V2: the day to which the certificate on a card is valid, never beyond the card. One that came
 * with the card has the card's day of issue.
 */
export function certificateExpiry(
  facts: RuleFacts,
  cardExpiresOn: CalendarDay | null,
): readonly [Finding, ...Finding[]] {
  const { asOf, issuedOn, certificateIssuedOn = issuedOn, birthDate, certificateExpiresOn } = facts;
  const { source } = ruleOn('V2', certificateIssuedOn ?? asOf);
  const reckoned =
    certificateIssuedOn === undefined || !wasBorn(birthDate, certificateIssuedOn)
      ? null
      : reckonedCertificate({ ...facts, birthDate, certificateIssuedOn }, cardExpiresOn);
  return printedWins(certificateExpiresOn, reckoned, { rule: 'V2', source });
}

function reckonedCertificate(
  facts: RuleFacts & { readonly birthDate: CalendarDay; readonly certificateIssuedOn: CalendarDay },
  cardExpiresOn: CalendarDay | null,
): Finding {
  const { birthDate, issuedOn, certificateIssuedOn, renewedFrom, stayEndsOn } = facts;
  const { terms, source } = ruleOn('V2', certificateIssuedOn);
  // In a card's last three months the certificate on it ends with it, unless somebody knows better.
  const withTheCard = certificateIssuedOn === issuedOn ? renewedFrom?.cardExpiresOn : undefined;
  const renewed = renewedInWindow(certificateIssuedOn, renewedFrom?.certificateExpiresOn ?? withTheCard);
  const reached = birthdayAfter(birthDate, certificateIssuedOn, terms.birthdays + (renewed ? terms.ifRenewed : 0));
  const inStay = earlier(reached, stayEndsOn);
  const date = earlier(inStay, cardExpiresOn);
  if (date < inStay) return { rule: 'V2', source, date, reasonCode: 'ends-with-card' };
  if (date < reached) return { rule: 'V2', source, date, reasonCode: 'end-of-stay' };
  return { rule: 'V2', source, date, reasonCode: birthdayReason(false, renewed) };
}

function birthdayReason(minor: boolean, renewed: boolean): Finding['reasonCode'] {
  if (renewed) return 'nth-birthday-renewed';
  return minor ? 'nth-birthday-minor' : 'nth-birthday';
}

/** certificateHint is a day around which a certificate ends whose day nobody knows: 5 years before the card. */
export function certificateHint(cardExpiresOn: CalendarDay | null): CalendarDay | undefined {
  return cardExpiresOn === null
    ? undefined
    : addMonths(cardExpiresOn, -12 * ruleOn('V2', cardExpiresOn).terms.birthdays);
}
