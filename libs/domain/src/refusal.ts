import type { Action, Level } from './access/may.ts';
import type { EnvelopeObstacle } from './agreement/envelopes.ts';
import type { Dispute, Disposition, HolderRef, Purpose } from './custody/custody.ts';
import type { CountDisposition, CountStage } from './counts/count.ts';
import type { ErasureObstacle, ErasureStage } from './erasures/erasure.ts';
import type { CalendarDay, Instant, Uuid } from './instant.ts';
import type { ItemKind } from './item.ts';
import type { GapObstacle } from './ledger/gap.ts';
import type { Month, ReconciliationStage } from './reconciliations/reconciliation.ts';

/** FORBIDDEN_REASONS say what the guard recognised; the text itself is never repeated. */
export const FORBIDDEN_REASONS = ['personal-number', 'pin', 'insured-number', 'control-character'] as const;
export type ForbiddenReason = (typeof FORBIDDEN_REASONS)[number];

/** LETTER_NEEDS are settings, in the order of asking, without which no paper goes to a family: 施設の電話番号, お知らせの担当者. */
export const LETTER_NEEDS = ['phone', 'signer'] as const;
export type LetterNeed = (typeof LETTER_NEEDS)[number];

interface AboutItem {
  readonly itemId: Uuid;
  readonly itemKind: ItemKind;
}

/** Refusal is an expected "no" with its facts. Words live in the web's translations, HTTP numbers in the API's table. */
export type Refusal =
  // who
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'sign-in-failed' }
  /** The one-time code fits; what is missing is the password that she chooses herself. */
  | { readonly kind: 'password-to-choose' }
  | { readonly kind: 'code-expired' }
  /** The password fits; what is missing is the code of her authenticator. */
  | { readonly kind: 'factor-wanted' }
  | { readonly kind: 'factor-wrong' }
  /** Who keeps accounts sets a second factor before anything else. */
  | { readonly kind: 'factor-missing' }
  | { readonly kind: 'passkey-wrong' }
  /** The address of the page has no name that a passkey could be bound to. */
  | { readonly kind: 'passkeys-off' }
  | { readonly kind: 'too-many-attempts'; readonly retryAfterSeconds: number }
  | { readonly kind: 'header-missing' }
  | { readonly kind: 'not-allowed'; readonly action: Action; readonly level: Level | null }
  | { readonly kind: 'password-wrong' }
  /** She signed in longer ago than so many minutes: for this she shows again who she is. */
  | { readonly kind: 'sign-in-not-fresh'; readonly minutes: number }
  | { readonly kind: 'set-up-code-wrong' }
  | { readonly kind: 'tablet-code-wrong' }
  /** 救急 without signing in: the record has nothing in the safe that goes with an ambulance. */
  | { readonly kind: 'nothing-in-safe' }
  | { readonly kind: 'set-up-done' }
  // what
  | { readonly kind: 'not-found' }
  | { readonly kind: 'command-reused' }
  | { readonly kind: 'stale-version'; readonly version: number }
  | { readonly kind: 'forbidden-text'; readonly field: string; readonly reason: ForbiddenReason }
  // custody conflicts
  | (AboutItem & {
      readonly kind: 'item-out';
      readonly holder: HolderRef;
      readonly holderName: string | null;
      readonly purpose: Purpose;
      readonly since: Instant;
      readonly dueBackAt: Instant | null;
    })
  | (AboutItem & { readonly kind: 'item-stored'; readonly since: Instant })
  | (AboutItem & { readonly kind: 'item-missing'; readonly stage: 'searching' | 'lost'; readonly since: Instant })
  | (AboutItem & { readonly kind: 'item-ended'; readonly disposition: Disposition; readonly since: Instant })
  | (AboutItem & { readonly kind: 'item-not-held' })
  | { readonly kind: 'entry-not-newest'; readonly newestSeq: number }
  | { readonly kind: 'entry-not-cancellable' }
  | { readonly kind: 'field-not-amendable'; readonly field: string }
  | { readonly kind: 'already-reviewed' }
  // other rules
  | (AboutItem & { readonly kind: 'agreement-missing'; readonly residentId: Uuid | null })
  | { readonly kind: 'resident-missing'; readonly itemId: Uuid }
  | { readonly kind: 'resident-left'; readonly residentId: Uuid; readonly on: CalendarDay }
  | { readonly kind: 'due-back-in-past'; readonly dueBackAt: Instant; readonly now: Instant }
  | { readonly kind: 'due-back-missing'; readonly purpose: Purpose }
  | { readonly kind: 'due-back-too-far'; readonly latest: Instant }
  | { readonly kind: 'occurred-in-future'; readonly now: Instant }
  | { readonly kind: 'occurred-before-previous'; readonly itemId: Uuid; readonly previousAt: Instant }
  | { readonly kind: 'occurred-out-of-order' }
  | { readonly kind: 'contact-never'; readonly contactId: Uuid }
  | { readonly kind: 'contact-ask-manager'; readonly contactId: Uuid }
  | { readonly kind: 'in-dispute'; readonly residentId: Uuid; readonly dispute: Dispute }
  | { readonly kind: 'witness-missing'; readonly disposition: Disposition }
  | { readonly kind: 'witness-is-actor' }
  | { readonly kind: 'replacement-missing' }
  | (AboutItem & { readonly kind: 'replacement-of-another'; readonly residentId: Uuid | null })
  | { readonly kind: 'kind-refused'; readonly itemKind: ItemKind }
  | { readonly kind: 'envelope-stays-closed'; readonly residentId: Uuid; readonly obstacle: EnvelopeObstacle }
  | { readonly kind: 'storage-retired'; readonly storageId: Uuid }
  | { readonly kind: 'storage-in-use'; readonly storageId: Uuid; readonly items: number }
  | { readonly kind: 'storage-misplaced' }
  | { readonly kind: 'nothing-to-change' }
  | { readonly kind: 'mail-off' }
  | { readonly kind: 'nothing-to-print' }
  /** After a death, also one that was noted by mistake: nobody of the family is written to. */
  | { readonly kind: 'notices-stopped'; readonly residentId: Uuid }
  | { readonly kind: 'letter-incomplete'; readonly missing: LetterNeed }
  | { readonly kind: 'planned-day-unfit'; readonly from: CalendarDay; readonly to: CalendarDay }
  | { readonly kind: 'login-taken' }
  | { readonly kind: 'name-taken'; readonly staffId: Uuid }
  | { readonly kind: 'password-weak'; readonly reason: 'short' | 'common' | 'like-login' | 'is-code' }
  | { readonly kind: 'staff-left'; readonly staffId: Uuid }
  | { readonly kind: 'last-manager' }
  /** Appointing oneself, or confirming that: somebody else has to. */
  | { readonly kind: 'self-appointment' }
  /** The account in the sealed envelope is no colleague's, and lasts for one sign-in. */
  | { readonly kind: 'break-glass-account' }
  | { readonly kind: 'appointment-overlaps'; readonly from: CalendarDay; readonly to: CalendarDay | null }
  | { readonly kind: 'dates-out-of-order' }
  | { readonly kind: 'agreement-ended'; readonly on: CalendarDay }
  | { readonly kind: 'row-errors'; readonly count: number }
  /** These lines of a paper sheet stand in the record already. */
  | {
      readonly kind: 'sheet-entered';
      readonly sheet: string;
      readonly lines: readonly number[];
      readonly name: string;
      readonly at: Instant;
    }
  // counts
  | {
      readonly kind: 'count-open';
      readonly countId: Uuid;
      readonly staffId: Uuid;
      readonly name: string;
      readonly since: Instant;
    }
  | { readonly kind: 'count-stage'; readonly countId: Uuid; readonly stage: CountStage }
  | { readonly kind: 'count-unsettled'; readonly open: number }
  /** Items of the list that nobody has looked for yet. */
  | { readonly kind: 'list-left'; readonly count: number }
  | { readonly kind: 'list-looked-for' }
  | { readonly kind: 'difference-settled'; readonly as: CountDisposition }
  | { readonly kind: 'disposition-unfit'; readonly side: 'short' | 'surplus' }
  | { readonly kind: 'recount-unfit' }
  // keys
  | {
      readonly kind: 'key-elsewhere';
      readonly storageId: Uuid;
      /** Null: in the key box. */
      readonly staffId: Uuid | null;
      readonly name: string | null;
      readonly since: Instant | null;
    }
  | { readonly kind: 'key-moved-since'; readonly since: Instant }
  | { readonly kind: 'key-retired' }
  | { readonly kind: 'keys-off' }
  | { readonly kind: 'receiver-not-appointed'; readonly staffId: Uuid; readonly name: string }
  // 毎月の照合
  | {
      readonly kind: 'month-not-over';
      readonly field: 'month';
      readonly month: Month;
      readonly endsOn: CalendarDay;
    }
  | { readonly kind: 'month-before-beginning'; readonly field: 'month'; readonly month: Month; readonly from: Month }
  | {
      readonly kind: 'month-reconciled';
      readonly field: 'month';
      readonly month: Month;
      readonly reconciliationId: Uuid;
      readonly stage: ReconciliationStage;
      readonly name: string;
      readonly since: Instant;
    }
  | { readonly kind: 'reconciliation-stage'; readonly reconciliationId: Uuid; readonly stage: ReconciliationStage }
  /** Drawers that nobody has begun to count, and counts that have begun and not ended. */
  | { readonly kind: 'reconciliation-uncounted'; readonly left: number; readonly begun: number }
  | { readonly kind: 'reconciliation-begun'; readonly counts: number }
  | { readonly kind: 'second-had-a-hand' }
  // the review of who looked at whom
  | { readonly kind: 'quarter-not-over'; readonly from: CalendarDay }
  | { readonly kind: 'views-reviewed'; readonly name: string; readonly at: Instant }
  | { readonly kind: 'views-changed' }
  | { readonly kind: 'nothing-viewed' }
  // erasures
  | { readonly kind: 'erasure-blocked'; readonly because: ErasureObstacle; readonly until: CalendarDay | null }
  | { readonly kind: 'erasure-stage'; readonly stage: ErasureStage }
  | { readonly kind: 'erasure-by-one' }
  // a record that does not go on from what was signed
  /** What is to be given up is not, or no longer, what the server finds. */
  | { readonly kind: 'gap-changed' }
  /** What is wrong is nothing that an entry can end: another key, checkpoints that cannot be read, or entries that were altered. */
  | { readonly kind: 'gap-blocked'; readonly because: GapObstacle }
  | { readonly kind: 'gap-by-one' }
  | { readonly kind: 'gap-confirmed' }
  // れんしゅう
  /** As many practise as the server has room for; by then one of them has ended at the latest. */
  | { readonly kind: 'practice-full'; readonly freeBy: Instant }
  /** No paper and no file leaves the practice house. */
  | { readonly kind: 'not-in-practice' }
  // the machine
  | { readonly kind: 'disk-full' }
  /** So little room is left that nothing but もどす and 救急 is taken. */
  | { readonly kind: 'disk-nearly-full'; readonly freeMb: number }
  /** The database does not continue what was signed before, or was signed with another key: nothing is signed. */
  | { readonly kind: 'record-discontinuous' };

/** RefusalKind names a refusal. */
export type RefusalKind = Refusal['kind'];
