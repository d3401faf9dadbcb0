import type { CalendarDay } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import { cardExpiry, certificateExpiry, renewalWindow } from './card.ts';
import { arrivalCheck, arrivesByItself, certificateLastDay, whoMustApply } from './certificate.ts';
import { careCertificationRenewal, expressReissue } from './errands.ts';
import { UNDATED_KINDS } from './deadlines-of.ts';
import { insurerOn } from './facts.ts';
import type { Answer, RuleFacts } from './facts.ts';
import { printedWins } from './finding.ts';
import type { Finding } from './finding.ts';
import { graceAdministrative, graceStrict, mynaUsable } from './grace.ts';
import { legacyAccepted, legacyLastDay } from './legacy.ts';
import { seventieth, seventyFifth } from './limits.ts';
import { ruleOn } from './rule-book.ts';
import { yearly } from './yearly.ts';

/** PreviewInput is what the calculator of the page 規則 is told. */
export type PreviewInput = RuleFacts;

/** Born is one with the birthday that some rules need. */
type Born = RuleFacts & { readonly birthDate: CalendarDay };

/** Preview is what the rules say to it, in the order of the book; where a rule speaks twice, its first word counts. */
export interface Preview {
  readonly results: readonly Finding[];
}

type Say<I> = (input: I) => readonly Finding[];

const OF_A_PERSON: Readonly<Partial<Record<ItemKind, Say<Born>>>> = {
  'my-number-card': ofCard,
  'eligibility-certificate': ofCertificate,
  'legacy-insurance-card': (input) => [legacyLastDay(input), ...birthdays(input), legacyAccepted(input)],
  'elderly-recipient': (input) => [...birthdays(input), ...everyYear(input)],
};

const OF_A_PAPER: Readonly<Partial<Record<ItemKind, Say<PreviewInput>>>> = {
  'care-insurance-card': ofCareInsurance,
  'care-copay-certificate': everyYear,
  'care-limit-certificate': everyYear,
  'medical-limit-certificate': everyYear,
  'disability-handbook-mental': renewable,
  'self-support-medical': renewable,
  'residence-card': renewable,
};

/** previewRules is what the rules say of an item of which only this is known; it reads no clock, no database, no setting. */
export function previewRules(input: PreviewInput): Preview {
  const { kind, birthDate } = input;
  const ofPerson = OF_A_PERSON[kind];
  if (ofPerson === undefined) return { results: (OF_A_PAPER[kind] ?? onlyPrinted)(input) };
  return { results: birthDate === null ? [] : ofPerson({ ...input, birthDate }) };
}

function ofCard(input: Born): readonly Finding[] {
  const card = cardExpiry(input);
  const certificate = certificateExpiry(input, card[0].date);
  const expiresOn = certificate[0].date;
  const windows = [card[0].date, expiresOn].filter((day) => day !== null).sort();
  return [
    ...card,
    ...certificate,
    ...[...new Set(windows)].map(renewalWindow),
    ...(expiresOn === null ? [] : [graceStrict(expiresOn), graceAdministrative(expiresOn)]),
    usable(input, card[0].date, expiresOn),
    ...(expiresOn === null || input.insurerType === 'public-assistance' ? [] : [arrivalCheck(expiresOn)]),
    ...(input.lossReportedOn === undefined ? [] : [expressReissue(input.lossReportedOn)]),
  ];
}

/** Asked without a word about the registration, the calculator answers for a registered card, and says so. */
function usable(
  { asOf, holdsMynaInsurance }: Born,
  cardExpiresOn: CalendarDay | null,
  certificateExpiresOn: CalendarDay | null,
): Finding {
  const registered: Answer = holdsMynaInsurance === false ? 'no' : 'yes';
  const found = mynaUsable({ asOf, cardExpiresOn, certificateExpiresOn, registered, stopped: 'unknown' });
  const open = found.value !== 'no' && found.value !== 'unknown';
  return holdsMynaInsurance === undefined && open ? { ...found, reasonCode: 'if-registered' } : found;
}

function ofCertificate(input: Born): readonly Finding[] {
  const { asOf, birthDate, lossReportedOn, certificateExpiresOn = null } = input;
  const insurerType = insurerOn(input, asOf);
  const holdsMynaInsurance = answerOf(input);
  const applicant = {
    asOf,
    insurerType,
    holdsMynaInsurance,
    certificateExpiresOn,
    cardReturned: false,
    lostOrRenewing: lossReportedOn !== undefined,
    issuedBefore: false,
  };
  return [
    ...birthdays(input),
    ...certificateLastDay(input),
    arrivesByItself({ asOf, birthDate, insurerType, holdsMynaInsurance }),
    ...(insurerType === 'late-elderly' ? [] : [whoMustApply(applicant)]),
    // What is printed need not be the end of a year: the birthday of somebody who becomes 75 is.
    ...everyYear({ ...input, printedExpiresOn: undefined }),
  ];
}

function answerOf({ holdsMynaInsurance }: PreviewInput): Answer {
  if (holdsMynaInsurance === undefined) return 'unknown';
  return holdsMynaInsurance ? 'yes' : 'no';
}

const birthdays: Say<Born> = ({ asOf, birthDate }) => [seventieth(birthDate, asOf), seventyFifth(birthDate, asOf)];

function everyYear(input: PreviewInput): readonly Finding[] {
  const { asOf, kind, printedExpiresOn } = input;
  const found = yearly({ asOf, kind, insurerType: insurerOn(input, asOf), printedExpiresOn });
  return found === null ? [] : [found];
}

const hasDay = (day: CalendarDay | null | undefined): day is CalendarDay => day !== null && day !== undefined;

function ofCareInsurance({ asOf, printedExpiresOn }: PreviewInput): readonly Finding[] {
  if (hasDay(printedExpiresOn)) return [careCertificationRenewal(printedExpiresOn)];
  return printedWins(undefined, null, { rule: 'V15', source: ruleOn('V15', asOf).source });
}

function renewable({ asOf, printedExpiresOn }: PreviewInput): readonly Finding[] {
  if (hasDay(printedExpiresOn)) return [renewalWindow(printedExpiresOn)];
  return printedWins(undefined, null, { rule: 'V3', source: ruleOn('V3', asOf).source });
}

function onlyPrinted({ asOf, kind, printedExpiresOn }: PreviewInput): readonly Finding[] {
  const about = { rule: 'V21', source: ruleOn('V21', asOf).source } as const;
  if (hasDay(printedExpiresOn) || !UNDATED_KINDS.includes(kind)) return printedWins(printedExpiresOn, null, about);
  return [{ ...about, date: null, value: 'not-applicable', reasonCode: 'no-date-on-this-kind' }];
}
