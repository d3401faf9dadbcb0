import type { CalendarDay } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import type { RuleFacts } from './facts.ts';

/** EXISTS_SINCE is since when there are papers of a kind: what is dated before was misread. */
export const EXISTS_SINCE: Readonly<Partial<Record<ItemKind, CalendarDay>>> = {
  'my-number-card': '2016-01-01',
  'eligibility-certificate': '2024-12-02',
};

/** NEEDS_BIRTH_DATE are the kinds of which some rule asks for a birthday. */
export const NEEDS_BIRTH_DATE: readonly ItemKind[] = [
  'my-number-card',
  'eligibility-certificate',
  'legacy-insurance-card',
  'elderly-recipient',
];

/** FLAWS of a day in a question: before the person was born, the kind existed or the thing was made, or still to come. */
export const FLAWS = ['missing', 'in-future', 'before-birth', 'before-it-existed', 'before-issue'] as const;
export type Flaw = (typeof FLAWS)[number];

const AFTER_BIRTH = ['issuedOn', 'certificateIssuedOn', 'printedExpiresOn', 'certificateExpiresOn'] as const;
const AFTER_ISSUE = ['certificateIssuedOn', 'printedExpiresOn', 'certificateExpiresOn'] as const;

/** DayAsked is a day of a question. */
export type DayAsked = 'birthDate' | (typeof AFTER_BIRTH)[number];

/** flawsOf are the days that cannot be, each with its first reason: no rule answers for them. */
export function flawsOf(facts: RuleFacts): ReadonlyMap<DayAsked, Flaw> {
  const { kind, asOf, birthDate, issuedOn } = facts;
  const flaws = new Map<DayAsked, Flaw>();
  const note = (name: DayAsked, flaw: Flaw): unknown => (flaws.has(name) ? flaws : flaws.set(name, flaw));
  if (birthDate === null && NEEDS_BIRTH_DATE.includes(kind)) note('birthDate', 'missing');
  if (birthDate !== null && birthDate > asOf) note('birthDate', 'in-future');
  for (const name of AFTER_BIRTH) {
    const day = facts[name] ?? null;
    if (day === null) continue;
    if (birthDate !== null && day < birthDate) note(name, 'before-birth');
    if (day < (EXISTS_SINCE[kind] ?? day)) note(name, 'before-it-existed');
  }
  for (const name of AFTER_ISSUE) {
    const day = facts[name] ?? null;
    if (day !== null && issuedOn !== undefined && day < issuedOn) note(name, 'before-issue');
  }
  return flaws;
}
