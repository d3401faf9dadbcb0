import { whoMustApply } from '../expiry/certificate.ts';
import type { Answer } from '../expiry/facts.ts';
import type { Finding } from '../expiry/finding.ts';
import type { CalendarDay } from '../instant.ts';
import type { InsurerType } from '../item.ts';

/** APPLICATION_GROUNDS: 要介護認定, 手帳, 施設入所, 後見など, カードの紛失・更新中, その他. */
export const APPLICATION_GROUNDS = [
  'care-certification',
  'handbook',
  'in-facility',
  'guardianship',
  'lost-or-renewing',
  'other',
] as const;
export type ApplicationGround = (typeof APPLICATION_GROUNDS)[number];

/** APPLICANTS: ご本人, ご家族, 後見人など, 施設の職員. */
export const APPLICANTS = ['resident', 'family', 'representative', 'staff'] as const;
export type Applicant = (typeof APPLICANTS)[number];

/** ApplicationNoted is what is known of the application of one person for a 資格確認書. */
export interface ApplicationNoted {
  readonly ground: ApplicationGround;
  readonly applicant: Applicant;
  /** Whether a 委任状 goes with it. */
  readonly byProxy: 'yes' | 'no';
  readonly appliedOn: CalendarDay | null;
  readonly arrivedOn: CalendarDay | null;
  /** Whether the next one comes without an application. */
  readonly renews: Answer;
  readonly notedOn: CalendarDay;
}

/** APPLICATION_STATES: ask first, apply, wait, and take in what has arrived. */
export const APPLICATION_STATES = ['to-ask', 'to-apply', 'applied', 'arrived'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** ApplicationFacts are what decides whether somebody stands on the list 資格確認書を申請する方. */
export interface ApplicationFacts {
  readonly asOf: CalendarDay;
  readonly insurerType: InsurerType | null;
  readonly registered: Answer;
  /** Her 資格確認書 that ends with its year and has to be applied for (V12), with the day from which there is something to do. */
  readonly ending: (Finding & { readonly from: CalendarDay | null }) | null;
  /** Since when one that has not ended lies in the safe; of several the newest. */
  readonly certificateSince: CalendarDay | null;
  readonly cardLost: boolean;
  /** Somebody closed a deadline of her card because she will use a 資格確認書. */
  readonly choosesCertificate: boolean;
  readonly noted: ApplicationNoted | null;
}

/** Application is a line of the list: why, and how far it is. */
export interface Application {
  readonly why: Finding;
  readonly state: ApplicationState;
  readonly noted: ApplicationNoted | null;
}

/** applicationOf puts V12 and V13 and what was noted together; null: she need not apply, or has what she applied for. */
export function applicationOf(facts: ApplicationFacts): Application | null {
  if (facts.insurerType === 'public-assistance') return null;
  const { ending, asOf } = facts;
  const due = ending !== null && ending.from !== null && ending.from <= asOf ? ending : null;
  const noted = facts.noted !== null && (due === null || lastOf(facts.noted) >= (due.from ?? '')) ? facts.noted : null;
  if (due === null && facts.certificateSince !== null && !waits(noted, facts.certificateSince)) return null;
  const why = due ?? ownWish(facts, noted);
  if (why === null) return null;
  return { why, state: stateOf(why, noted), noted };
}

/** What was put on the list by hand is answered by a certificate that came after it, or was said to have come. */
function waits(noted: ApplicationNoted | null, certificateSince: CalendarDay): boolean {
  return noted !== null && noted.arrivedOn === null && certificateSince <= noted.notedOn;
}

function lastOf({ arrivedOn, appliedOn, notedOn }: ApplicationNoted): CalendarDay {
  return arrivedOn ?? appliedOn ?? notedOn;
}

/** Who wants one although マイナ保険証 would do, or cannot wait for the card, applies as 要配慮者 or for a lost card (V13). */
function ownWish(facts: ApplicationFacts, noted: ApplicationNoted | null): Finding | null {
  const lostOrRenewing = facts.cardLost || noted?.ground === 'lost-or-renewing';
  if (!lostOrRenewing && !facts.choosesCertificate && noted === null) return null;
  const { asOf, insurerType, registered: holdsMynaInsurance } = facts;
  const why = whoMustApply({
    asOf,
    insurerType,
    holdsMynaInsurance,
    certificateExpiresOn: null,
    cardReturned: false,
    lostOrRenewing,
    issuedBefore: false,
  });
  return why.value === 'automatic' && noted === null ? null : why;
}

function stateOf({ value }: Finding, noted: ApplicationNoted | null): ApplicationState {
  if (noted !== null && noted.arrivedOn !== null) return 'arrived';
  if (noted !== null && noted.appliedOn !== null) return 'applied';
  return noted === null && value === 'unknown' ? 'to-ask' : 'to-apply';
}

/** applicationFlaw says what of a note cannot be: arrived before it was applied for. */
export function applicationFlaw({
  appliedOn,
  arrivedOn,
}: Pick<ApplicationNoted, 'appliedOn' | 'arrivedOn'>): 'dates-out-of-order' | null {
  return arrivedOn !== null && appliedOn !== null && arrivedOn < appliedOn ? 'dates-out-of-order' : null;
}
