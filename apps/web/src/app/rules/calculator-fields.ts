import type { DraftOf, previewRules } from '@azukari/contract';
import { type InsurerType, type ItemKind, NEEDS_BIRTH_DATE } from '@azukari/domain';

type Question = DraftOf<typeof previewRules>;

/** DAYS are the days the calculator may ask for besides the birth date. */
export const DAYS = [
  'issuedOn',
  'certificateIssuedOn',
  'printedExpiresOn',
  'certificateExpiresOn',
  'cardBefore',
  'certificateBefore',
  'stayEndsOn',
  'insurerChangedOn',
  'lossReportedOn',
] as const;
export type DayName = (typeof DAYS)[number];

/** CHOICES are what the calculator may ask for that is no day. */
type ChoiceName = 'insurerType' | 'holdsMynaInsurance';

/** FieldName is a field of the calculator. */
export type FieldName = DayName | ChoiceName;

/** Fields are those that matter for a kind: what one usually has at hand, and the rest behind a button. */
export interface Fields {
  readonly usual: readonly FieldName[];
  readonly rare: readonly FieldName[];
}

const PRINTED: Fields = { usual: ['printedExpiresOn'], rare: [] };

const FIELDS: Readonly<Partial<Record<ItemKind, Fields>>> = {
  'my-number-card': {
    usual: ['issuedOn', 'printedExpiresOn', 'certificateExpiresOn'],
    rare: [
      'certificateIssuedOn',
      'cardBefore',
      'certificateBefore',
      'holdsMynaInsurance',
      'insurerType',
      'stayEndsOn',
      'lossReportedOn',
    ],
  },
  'eligibility-certificate': {
    usual: ['insurerType', 'issuedOn', 'printedExpiresOn', 'holdsMynaInsurance'],
    rare: ['certificateExpiresOn', 'stayEndsOn', 'insurerChangedOn', 'lossReportedOn'],
  },
  'legacy-insurance-card': {
    usual: ['insurerType', 'printedExpiresOn'],
    rare: ['issuedOn', 'stayEndsOn', 'insurerChangedOn'],
  },
  'medical-limit-certificate': { usual: ['insurerType', 'printedExpiresOn'], rare: [] },
};

/** fieldsOf are the fields that matter for a kind. */
export function fieldsOf(kind: ItemKind): Fields {
  return FIELDS[kind] ?? PRINTED;
}

/** needsBirthDate says whether a rule about a kind asks for the birthday. */
export function needsBirthDate(kind: ItemKind): boolean {
  return NEEDS_BIRTH_DATE.includes(kind);
}

/** HOLDS are the answers to whether a card is registered as insurance card. */
export const HOLDS = ['yes', 'no', 'unknown'] as const;
export type Holds = (typeof HOLDS)[number];

/** Typed is what stands in the calculator; what does not matter for the kind stays there and is not sent. */
export interface Typed {
  readonly kind: ItemKind;
  readonly asOf: string | null;
  readonly birthDate: string | null;
  readonly days: Readonly<Partial<Record<DayName, string | null>>>;
  readonly insurerType: InsurerType | null;
  readonly holds: Holds;
}

/** questionOf is what is asked of the rules. */
export function questionOf({ kind, asOf, birthDate, days, insurerType, holds }: Typed): Question {
  const { usual, rare } = fieldsOf(kind);
  const asked = [...usual, ...rare];
  const day = (name: DayName): string | undefined => (asked.includes(name) ? (days[name] ?? undefined) : undefined);
  const cardExpiresOn = day('cardBefore');
  const certificateExpiresOn = day('certificateBefore');
  const before = cardExpiresOn !== undefined || certificateExpiresOn !== undefined;
  const plain = DAYS.filter((name) => name !== 'cardBefore' && name !== 'certificateBefore');
  return {
    kind,
    asOf: asOf ?? '',
    ...(needsBirthDate(kind) && birthDate !== null ? { birthDate } : {}),
    ...Object.fromEntries(plain.flatMap((name) => (day(name) === undefined ? [] : [[name, day(name)]]))),
    ...(before ? { renewedFrom: { cardExpiresOn, certificateExpiresOn } } : {}),
    ...(asked.includes('insurerType') && insurerType !== null ? { insurerType } : {}),
    ...(asked.includes('holdsMynaInsurance') && holds !== 'unknown' ? { holdsMynaInsurance: holds === 'yes' } : {}),
  };
}

/** PATHS are where the contract names a field otherwise than this form. */
const PATHS: Readonly<Partial<Record<FieldName, string>>> = {
  cardBefore: 'renewedFrom.cardExpiresOn',
  certificateBefore: 'renewedFrom.certificateExpiresOn',
};

/** pathOf is the contract's name of a field. */
export function pathOf(name: FieldName): string {
  return PATHS[name] ?? name;
}

/** isDay says whether a field asks for a day. */
export function isDay(name: FieldName): name is DayName {
  return DAYS.some((day) => day === name);
}
