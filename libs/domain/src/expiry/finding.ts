import type { CalendarDay } from '../instant.ts';
import { daysBetween } from './calendar.ts';
import type { RuleId } from './rule-ids.ts';

/**
 * VALUES are answers that are no date. `unknown` is one of them: what nobody knows is a task, not an empty field.
 * V6 answers full … no, V10 valid … none, V12, V13 and V16 automatic … not-applicable.
 */
export const VALUES = [
  'unknown',
  'full',
  'qualification-only',
  'ask-clinic',
  'no',
  'valid',
  'lookup-only',
  'none',
  'automatic',
  'apply',
  'ask-insurer',
  'not-applicable',
] as const;
export type Value = (typeof VALUES)[number];

/** REASON_CODES say why a rule answers as it does; the words live in the translations. */
export const REASON_CODES = [
  // a date
  'printed',
  'computed-differs',
  'date-unknown',
  'birth-date-unknown',
  'nth-birthday',
  'nth-birthday-minor',
  'nth-birthday-renewed',
  'ends-with-card',
  'end-of-stay',
  'before-expiry',
  'after-certificate',
  'cut-off',
  'seventieth-birthday',
  'seventy-fifth-birthday',
  'insurer-changed',
  'too-long',
  'yearly',
  'days-after-report',
  'days-after-moving',
  'days-after-notice',
  'days-after-arrival',
  'no-date-on-this-kind',
  'no-date-printed',
  'not-usable-alone',
  'must-be-given-back',
  'holder-must-carry',
  'own-choice',
  // usable as insurance card
  'within-certificate',
  'within-grace-strict',
  'within-grace-administrative',
  'grace-over',
  'card-expired',
  'not-registered',
  'stopped',
  'registration-unknown',
  'if-registered',
  'certificate-date-unknown',
  // the old insurance card
  'within-last-day',
  'clinic-may-look-up',
  'acceptance-over',
  // who must apply
  'not-yet',
  'other-insurer',
  'insurer-unknown',
  'public-assistance',
  'everybody',
  'old-enough',
  'holds-no-myna-insurance',
  'holds-myna-insurance',
  'certificate-expired',
  'card-returned',
  'lost-or-renewing',
  'needs-support',
  'issued-before',
  'arrives-yearly',
  'apply-yearly',
  'no-longer-issued',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

interface Basis {
  readonly rule: RuleId;
  readonly source: string;
  readonly reasonCode: ReasonCode;
  /** The last day of what begins on `date`, or of what `value` says. */
  readonly until?: CalendarDay | undefined;
}

/** Finding is what a rule answers: a day, or a value where there is none. Never a sentence, and never an empty answer. */
export type Finding = Basis &
  (
    | { readonly date: CalendarDay; readonly value?: Value | undefined }
    | {
        readonly date: null;
        readonly value: Value;
        /** A day to look around, where the true one is not known. */
        readonly about?: CalendarDay | undefined;
      }
  );

/** Dated is a finding with a day. */
export type Dated = Finding & { readonly date: CalendarDay };

/** daysLeft is how many days remain to a finding's day, negative when it has passed; null where there is no day. */
export function daysLeft({ date }: Pick<Finding, 'date'>, asOf: CalendarDay): number | null {
  return date === null ? null : daysBetween(asOf, date);
}

/**
 * printedWins puts together what is printed and what is reckoned: the printed day counts, and another one that was
 * reckoned is a second finding, which warns and never corrects.
 */
export function printedWins(
  printed: CalendarDay | null | undefined,
  reckoned: Finding | null,
  { rule, source }: Pick<Finding, 'rule' | 'source'>,
): readonly [Finding, ...Finding[]] {
  if (printed === null || printed === undefined)
    return [reckoned ?? { rule, source, date: null, value: 'unknown', reasonCode: 'date-unknown' }];
  const first: Finding = { rule, source, date: printed, reasonCode: 'printed' };
  if (reckoned === null || reckoned.date === null || reckoned.date === printed) return [first];
  return [first, { ...reckoned, reasonCode: 'computed-differs' }];
}
