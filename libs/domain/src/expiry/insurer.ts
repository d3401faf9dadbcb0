import { isCalendarDay } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import type { MonthDay } from './calendar.ts';
import type { InsurerSettings } from './settings.ts';

/** YEARLY_KINDS are papers that some insurer or issuer makes anew every year. */
export const YEARLY_KINDS = [
  'eligibility-certificate',
  'care-copay-certificate',
  'care-limit-certificate',
  'medical-limit-certificate',
  'designated-disease',
  'local-medical-subsidy',
  'specific-disease-recipient',
  'elderly-recipient',
] as const satisfies readonly ItemKind[];
export type YearlyKind = (typeof YEARLY_KINDS)[number];

/** YearEnd is how an insurer departs from the book for one kind: another day of the year, or null where it ends with no year. */
export interface YearEnd {
  readonly kind: YearlyKind;
  readonly ends: MonthDay | null;
}

/** AutomaticFrom is from which age a 資格確認書 comes by itself: as the book says, at no age, or from an age. */
export type AutomaticFrom = 'book' | 'no-age' | number;

/** InsurerChoices are an insurer's settings as a person chooses them. */
export interface InsurerChoices {
  readonly yearEnds: readonly YearEnd[];
  readonly endsAtSeventy: boolean;
  readonly automaticFrom: AutomaticFrom;
}

/** isMonthDay says whether a text is a day that every year has; February 29 is none. */
export function isMonthDay(text: string): text is MonthDay {
  return /^\d\d-\d\d$/.test(text) && isCalendarDay(`2025-${text}`);
}

/** settingsOf are the choices as the rules take them: what follows the book is absent. */
export function settingsOf({ yearEnds, endsAtSeventy, automaticFrom }: InsurerChoices): InsurerSettings {
  return {
    yearEnds: Object.fromEntries(yearEnds.map(({ kind, ends }) => [kind, ends])),
    endsAtSeventy,
    ...(automaticFrom !== 'book' && { automaticFromAge: automaticFrom === 'no-age' ? null : automaticFrom }),
  };
}

/** yearEndText is a choice as it stands in an entry: `elderly-recipient=07-31`, `elderly-recipient=never`. */
export function yearEndText({ kind, ends }: YearEnd): string {
  return `${kind}=${ends ?? 'never'}`;
}

/** yearEndFrom reads what yearEndText has written; null for all else. */
export function yearEndFrom(text: string): YearEnd | null {
  const [name, day = ''] = text.split('=');
  const kind = YEARLY_KINDS.find((known) => known === name);
  if (kind === undefined || text !== `${kind}=${day}`) return null;
  return day === 'never' ? { kind, ends: null } : isMonthDay(day) ? { kind, ends: day } : null;
}
