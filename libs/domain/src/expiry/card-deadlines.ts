import { dayAfter } from './calendar.ts';
import { certificateHint, windowOpens } from './card.ts';
import { arrivalCheck } from './certificate.ts';
import { deadline } from './deadline.ts';
import type { Case, Deadline } from './deadline.ts';
import { printedWins } from './finding.ts';
import { graceAdministrative, graceStrict } from './grace.ts';
import { ruleOn } from './rule-book.ts';

/** cardDeadlines are those of a マイナンバーカード: the card, the certificate on it, and what follows when that ends. */
export function cardDeadlines(one: Case): readonly Deadline[] {
  return [...ofCard(one), ...ofCertificate(one), ...ofRegistration(one)];
}

function ofCard(one: Case): readonly Deadline[] {
  const { source } = ruleOn('V1', one.asOf);
  const [finding] = printedWins(one.item.printedExpiresOn, null, { rule: 'V1', source });
  return [deadline('card-expiry', finding, finding.date === null ? one.asOf : windowOpens(finding.date))];
}

function ofCertificate(one: Case): readonly Deadline[] {
  const { asOf, item } = one;
  const { source } = ruleOn('V2', asOf);
  const expiresOn = item.certificateExpiresOn;
  if (expiresOn === null) {
    const about = certificateHint(one.item.printedExpiresOn);
    const reasonCode = 'certificate-date-unknown';
    return [
      deadline('certificate-expiry', { rule: 'V2', source, date: null, value: 'unknown', reasonCode, about }, asOf),
    ];
  }
  const [finding] = printedWins(expiresOn, null, { rule: 'V2', source });
  const ended = dayAfter(expiresOn);
  const followers = [
    deadline('certificate-expiry', finding, windowOpens(expiresOn)),
    deadline('grace-strict', graceStrict(expiresOn), ended),
    deadline('grace-administrative', graceAdministrative(expiresOn), ended),
  ];
  return item.insurerType === 'public-assistance'
    ? followers
    : [...followers, deadline('arrival-check', arrivalCheck(expiresOn), ended)];
}

function ofRegistration({ asOf, resident }: Case): readonly Deadline[] {
  if (resident.registered.answer !== 'unknown') return [];
  const { source } = ruleOn('V6', asOf);
  const reasonCode = 'registration-unknown';
  return [deadline('registration-check', { rule: 'V6', source, date: null, value: 'unknown', reasonCode }, asOf)];
}
