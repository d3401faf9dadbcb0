import type { CalendarDay } from '../instant.ts';
import type { InsurerType, ItemKind } from '../item.ts';
import { ageOn } from './calendar.ts';
import { ruleOn } from './rule-book.ts';

/** ANSWERS to what one has to ask: yes, no, or nobody has asked yet. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** CHECKS are what one has to ask about a resident's マイナ保険証: is it registered (利用登録), is the card stopped (一時利用停止). */
export const CHECKS = ['registered', 'stopped'] as const;
export type Check = (typeof CHECKS)[number];

/** RuleFacts are what a rule may be told of one item; all days are Japanese calendar days. */
export interface RuleFacts {
  readonly asOf: CalendarDay;
  readonly kind: ItemKind;
  readonly birthDate: CalendarDay | null;
  /** The day on which the card was made (発行日), not the day of application or of handing over. */
  readonly issuedOn?: CalendarDay | undefined;
  readonly certificateIssuedOn?: CalendarDay | undefined;
  /** What the card or certificate before this one said, when this one renewed it. */
  readonly renewedFrom?:
    | {
        readonly cardExpiresOn?: CalendarDay | undefined;
        readonly certificateExpiresOn?: CalendarDay | undefined;
      }
    | undefined;
  readonly printedExpiresOn?: CalendarDay | null | undefined;
  readonly certificateExpiresOn?: CalendarDay | null | undefined;
  readonly insurerType?: InsurerType | null | undefined;
  readonly stayEndsOn?: CalendarDay | undefined;
  readonly insurerChangedOn?: CalendarDay | undefined;
  readonly holdsMynaInsurance?: boolean | undefined;
  readonly lossReportedOn?: CalendarDay | undefined;
}

interface Facts {
  readonly insurerType?: InsurerType | null | undefined;
  readonly birthDate: CalendarDay | null;
}

/**
 * insurerOn is the insurer's type on a day. From 75 on everybody who has a proof of insurance has it from 後期高齢;
 * 生活保護 gives none.
 */
export function insurerOn({ insurerType, birthDate }: Facts, day: CalendarDay): InsurerType | null {
  if (insurerType !== null && insurerType !== undefined) return insurerType;
  return birthDate !== null && ageOn(birthDate, day) >= ruleOn('V9', day).terms.age ? 'late-elderly' : null;
}
