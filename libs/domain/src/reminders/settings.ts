import type { DeadlineKind } from '../expiry/deadline.ts';
import { ruleOn } from '../expiry/rule-book.ts';
import type { CalendarDay } from '../instant.ts';

/** AUDIENCES: a date about which the family can do something, and one that only the house has to see to. */
export const AUDIENCES = ['family', 'office'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** ReminderSteps say on which days before a date somebody is told, and every how many months after it, until it is closed. */
export interface ReminderSteps {
  readonly daysBefore: readonly number[];
  /** Null: nothing more after the last of the days. */
  readonly thenEveryMonths: number | null;
}

/** KindSettings are what a facility chooses for one kind of deadline. */
export interface KindSettings extends ReminderSteps {
  readonly audience: Audience;
  /** The code of the text that a notice about it uses; the words live with the other texts. */
  readonly wording: string;
}

/** ReminderSettings are a facility's choices by kind of deadline, and for the kinds without a choice of their own. */
export interface ReminderSettings {
  readonly byKind: ReadonlyMap<string, KindSettings>;
  readonly otherwise: KindSettings;
}

/** kindSettings are the choices for one kind of deadline. */
export function kindSettings({ byKind, otherwise }: ReminderSettings, kind: string): KindSettings {
  return byKind.get(kind) ?? otherwise;
}

type Told = 'usual' | 'late' | 'office';

/** What nobody has decided about does not compile. `late`: an application can be made no earlier (V15), or is asked for from 1 June (V16). */
const TOLD = {
  expiry: 'usual',
  'card-expiry': 'usual',
  'certificate-expiry': 'usual',
  renewal: 'usual',
  're-judgement': 'usual',
  'stay-expiry': 'usual',
  'must-apply': 'late',
  'care-certification-renewal': 'late',
  'grace-strict': 'office',
  'grace-administrative': 'office',
  'arrival-check': 'office',
  'registration-check': 'office',
  'yearly-arrival': 'office',
  'seventieth-birthday': 'office',
  'seventy-fifth-birthday': 'office',
  'give-back': 'office',
  'sealed-envelope': 'office',
} as const satisfies Readonly<Record<Exclude<DeadlineKind, 'none'>, Told>>;

/** FamilyKind is a kind of deadline of which a family is told where the house has set nothing: each has words of its own. */
export type FamilyKind = {
  [Kind in keyof typeof TOLD]: (typeof TOLD)[Kind] extends 'office' ? never : Kind;
}[keyof typeof TOLD];

/** isFamilyKind says whether a family can be told of this kind of deadline: only these have words for it. */
export function isFamilyKind(kind: string): kind is FamilyKind {
  return Object.hasOwn(TOLD, kind) && TOLD[kind as keyof typeof TOLD] !== 'office';
}

const EARLIEST_APPLICATION = 60;

/** defaultReminders are the settings of a house that has set nothing: the steps of the book (V21). */
export function defaultReminders(asOf: CalendarDay): ReminderSettings {
  const { daysBefore, thenEveryMonths } = ruleOn('V21', asOf).terms;
  const steps: Readonly<Record<Told, readonly number[]>> = {
    usual: daysBefore,
    late: daysBefore.filter((days) => days <= EARLIEST_APPLICATION),
    office: [0],
  };
  const of = (told: Told, wording: string): KindSettings => ({
    daysBefore: steps[told],
    thenEveryMonths,
    audience: told === 'office' ? 'office' : 'family',
    wording,
  });
  return {
    byKind: new Map(Object.entries(TOLD).map(([kind, told]) => [kind, of(told, kind)])),
    otherwise: of('usual', 'expiry'),
  };
}
