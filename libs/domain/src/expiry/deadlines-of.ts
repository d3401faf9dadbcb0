import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import { cardDeadlines } from './card-deadlines.ts';
import { renewalWindow } from './card.ts';
import { deadline, NOT_ASKED, reminderStart } from './deadline.ts';
import type { Case, Deadline, DeadlineKind, ItemFacts, ResidentFacts } from './deadline.ts';
import { careCertificationRenewal } from './errands.ts';
import type { Finding } from './finding.ts';
import { certificateDeadlines, legacyDeadlines } from './insurance-deadlines.ts';
import { ruleOn } from './rule-book.ts';
import type { RuleId } from './rule-ids.ts';
import type { ExpirySettings } from './settings.ts';
import { KIND_SOURCES } from './sources.ts';
import { arrivesFrom, askFamilyFrom, yearly } from './yearly.ts';

type Reckon = (one: Case) => readonly Deadline[];

/** UNDATED_KINDS usually carry no date: that none is known of one is no task. */
export const UNDATED_KINDS: readonly ItemKind[] = [
  'eligibility-notice',
  'disability-handbook-physical',
  'hibakusha-handbook',
  'patient-card',
  'medication-notebook',
  'other',
];

/** DEADLINES is how the deadlines of each kind are reckoned; a new kind does not compile without its line. */
const DEADLINES: Readonly<Record<ItemKind, Reckon>> = {
  'my-number-card': cardDeadlines,
  'eligibility-certificate': certificateDeadlines,
  'eligibility-notice': (one) => printed(one, 'expiry', 'V16'),
  'legacy-insurance-card': legacyDeadlines,
  'care-insurance-card': careDeadlines,
  'care-copay-certificate': yearlyDeadlines,
  'care-limit-certificate': yearlyDeadlines,
  'medical-limit-certificate': yearlyDeadlines,
  'disability-handbook-physical': (one) => printed(one, 're-judgement', 'V21'),
  'disability-handbook-intellectual': (one) => printed(one, 're-judgement', 'V21'),
  'disability-handbook-mental': (one) => printed(one, 'renewal', 'V3'),
  'self-support-medical': (one) => printed(one, 'renewal', 'V3'),
  'welfare-service-certificate': (one) => printed(one, 'renewal', 'V21'),
  'designated-disease': yearlyDeadlines,
  'local-medical-subsidy': yearlyDeadlines,
  'specific-disease-recipient': yearlyDeadlines,
  'elderly-recipient': yearlyDeadlines,
  'hibakusha-handbook': (one) => printed(one, 'expiry', 'V21'),
  'public-assistance-voucher': (one) => printed(one, 'expiry', 'V21'),
  'residence-card': (one) => printed(one, 'stay-expiry', 'V3'),
  'sealed-envelope': envelopeDeadlines,
  'patient-card': (one) => printed(one, 'expiry', 'V21'),
  'medication-notebook': (one) => printed(one, 'expiry', 'V21'),
  other: (one) => printed(one, 'expiry', 'V21'),
};

/**
 * deadlinesOf is what ends or has to be done for an item, as seen on a day. Every item gets an answer: a day, `unknown`,
 * which is a task, or `none`. Settings are those of the item's insurer, wherever the house stands.
 */
export function deadlinesOf(
  item: ItemFacts,
  resident: ResidentFacts | null,
  settings: ExpirySettings,
  asOf: CalendarDay,
): readonly Deadline[] {
  const { daysBefore, envelopeDays } = ruleOn('V21', asOf).terms;
  const [firstStep = 0] = settings.reminderSteps ?? daysBefore;
  return DEADLINES[item.kind]({
    item,
    resident: resident ?? NOBODY,
    insurer: settings.insurers[item.insurer ?? ''] ?? {},
    asOf,
    firstStep,
    envelopeDays: settings.envelopeDays ?? envelopeDays,
  });
}

/** A found card need not have a resident. */
const NOBODY: ResidentFacts = { birthDate: null, registered: NOT_ASKED, stopped: NOT_ASKED };

const sourceOf = (kind: ItemKind): string | undefined => (KIND_SOURCES as Partial<Record<ItemKind, string>>)[kind];

/** What counts is what is printed; without it there is a task, unless none is printed or the kind usually has none. */
function printed(one: Case, deadlineKind: DeadlineKind, rule: RuleId): readonly Deadline[] {
  const { asOf, item } = one;
  const source = sourceOf(item.kind) ?? ruleOn(rule, asOf).source;
  const date = item.printedExpiresOn;
  if (date !== null) {
    const finding: Finding = { rule, source, date, reasonCode: REASONS[item.kind] ?? 'printed' };
    return [deadline(deadlineKind, finding, rule === 'V3' ? renewalWindow(date).date : reminderStart(one, date))];
  }
  const noDatePrinted = item.noDatePrinted === true;
  if (!noDatePrinted && !UNDATED_KINDS.includes(item.kind)) return [unknown(one, deadlineKind, { rule, source })];
  const reasonCode = REASONS[item.kind] ?? (noDatePrinted ? 'no-date-printed' : 'no-date-on-this-kind');
  return [deadline('none', { rule, source, date: null, value: 'not-applicable', reasonCode }, null)];
}

const REASONS: Readonly<Partial<Record<ItemKind, Finding['reasonCode']>>> = {
  'eligibility-notice': 'not-usable-alone',
  'residence-card': 'holder-must-carry',
};

function unknown({ asOf }: Case, kind: DeadlineKind, about: Pick<Finding, 'rule' | 'source'>): Deadline {
  return deadline(kind, { ...about, date: null, value: 'unknown', reasonCode: 'date-unknown' }, asOf);
}

/** The year of the papers goes on, whether or not somebody has read the date of this one. */
function yearlyDeadlines(one: Case): readonly Deadline[] {
  const { asOf, item, insurer } = one;
  const { kind, insurerType, printedExpiresOn } = item;
  const found = yearly({ asOf, kind, insurerType, printedExpiresOn }, insurer);
  if (found === null) return printed(one, kind === 'designated-disease' ? 'renewal' : 'expiry', 'V21');
  if (found.date === null) return [deadline('none', found, null)];
  const next = yearlyDeadline(one, found.value, found);
  return printedExpiresOn === null ? [unknown(one, 'expiry', found), next] : [next];
}

function yearlyDeadline(one: Case, value: Finding['value'], found: Finding & { date: CalendarDay }): Deadline {
  if (value === 'apply') return deadline('must-apply', found, askFamilyFrom(found.date));
  if (value === 'automatic') return deadline('yearly-arrival', found, arrivesFrom(found.date));
  return deadline('renewal', found, reminderStart(one, found.date));
}

function careDeadlines(one: Case): readonly Deadline[] {
  const endsOn = one.item.printedExpiresOn;
  if (endsOn === null) return printed(one, 'care-certification-renewal', 'V15');
  const { rule, source, date } = careCertificationRenewal(endsOn);
  return [deadline('care-certification-renewal', { rule, source, date: endsOn, reasonCode: 'printed' }, date)];
}

function envelopeDeadlines(one: Case): readonly Deadline[] {
  const { source } = ruleOn('V21', one.asOf);
  const { receivedOn } = one.item;
  if (receivedOn === null) return [unknown(one, 'sealed-envelope', { rule: 'V21', source })];
  const date = addDays(receivedOn, one.envelopeDays);
  return [deadline('sealed-envelope', { rule: 'V21', source, date, reasonCode: 'days-after-arrival' }, receivedOn)];
}
