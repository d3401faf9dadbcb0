import { LEVELS, ROLES } from '../access/may.ts';
import { CAPACITIES, ENVELOPE_RULES } from '../agreement/coverage.ts';
import { ENVELOPE_SENDERS } from '../agreement/envelopes.ts';
import { SECOND_PERSON } from '../counts/count.ts';
import { HAND_OVER_RULES } from '../custody/contact-meant.ts';
import { DISPOSITIONS, HOLD_REASONS, PRIVATE_FIELDS, PURPOSES, RELATIONS } from '../custody/custody.ts';
import type { HolderRef } from '../custody/custody.ts';
import { ERASED_KINDS, ERASURE_GROUNDS } from '../erasures/erasure.ts';
import { DATED_KINDS } from '../expiry/deadline.ts';
import { ANSWERS, CHECKS } from '../expiry/facts.ts';
import { yearEndFrom } from '../expiry/insurer.ts';
import type { AutomaticFrom } from '../expiry/insurer.ts';
import { INSPECTION_SETTINGS } from '../inspection/inspection.ts';
import type { Uuid } from '../instant.ts';
import { AUTH_MODES, CONDITIONS, INSURER_TYPES, ITEM_KINDS } from '../item.ts';
import { MONTH } from '../reconciliations/reconciliation.ts';
import type { Month } from '../reconciliations/reconciliation.ts';
import { LEAVE_REASONS, UNDO_REASONS } from '../leaving/leaving.ts';
import { LOSS_ENDS, LOSS_PLACES, LOSS_STEPS, STEP_ANSWERS } from '../losses/loss.ts';
import { REGULATION_PLACES } from '../regulation/regulation.ts';
import { ANSWER_TASKS, CLOSE_REASONS, FAMILY_ANSWERS } from '../reminders/answer.ts';
import { HOLDS } from '../reminders/holds.ts';
import { CHANNELS } from '../reminders/recipient.ts';
import { APPLICANTS, APPLICATION_GROUNDS } from '../work-lists/applications.ts';
import { ADDRESS_ANSWERS } from '../work-lists/moving-in.ts';
import { VIEW_EXCEPTIONS, VIEW_OUTCOMES, VIEW_SCREENS } from '../views/exceptions.ts';
import { GAP_CAUSES } from './gap.ts';
import { code, codes, count, counts, day, digest, fits, instant, matching, maybe, texts, uuid } from './fact-schema.ts';
import { COUNT_TYPES } from './count-types.ts';
import type { FactsOf } from './fact-schema.ts';
import { TRANSFER_TYPES } from './transfer-types.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const holder = matching<HolderRef>(new RegExp(`^(staff:${UUID}|other:(${RELATIONS.join('|')}))$`));
const receiver = matching<HolderRef | `contact:${Uuid}`>(
  new RegExp(`^((staff|contact):${UUID}|other:(${RELATIONS.join('|')}))$`),
);
/** PAPER_SHEET is the number printed on our own blank sheets (F3, F16); no other number has room in it. */
export const PAPER_SHEET = /^F(3|16)-\d{1,6}$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const clock = matching<string>(CLOCK);
const formCode = matching<string>(/^F\d{1,2}$/);
const paperSheet = matching<string>(PAPER_SHEET);
const verificationKey = matching<string>(
  new RegExp(`^azukari/${UUID}/(custody|access)\\+[0-9a-f]{8}\\+A[Q-Za-f][A-Za-z0-9+/]{42}$`),
);

const insurer = {
  insurer: uuid,
  type: code(INSURER_TYPES),
  yearEnds: texts((text) => yearEndFrom(text) !== null),
  endsAtSeventy: code(['yes', 'no']),
  automaticFrom: matching<`${AutomaticFrom}`>(/^(book|no-age|\d{2,3})$/),
};

const item = {
  kind: code(ITEM_KINDS),
  storage: maybe(uuid),
  printedExpiresOn: maybe(day),
  certificateExpiresOn: maybe(day),
  insurerType: maybe(code(INSURER_TYPES)),
  authMode: maybe(code(AUTH_MODES)),
  condition: code(CONDITIONS),
};

/** HOW_HEARD: how the resident's own will was heard for an agreement. */
export const HOW_HEARD = ['spoken', 'written', 'gesture', 'through-representative', 'could-not'] as const;

/** AMEND_REASONS and CANCEL_REASONS are codes; words go into the private field `reason`. */
export const AMEND_REASONS = ['mistyped', 'learnt-later', 'other'] as const;
export const CANCEL_REASONS = ['wrong-item', 'wrong-resident', 'did-not-happen', 'twice', 'other'] as const;

/** AMEND_FIELDS are all that an amendment can replace. */
export const AMEND_FIELDS = [
  'dueBackAt',
  'purpose',
  'occurredAt',
  'note',
  'destination',
  'holderName',
  'receiverName',
] as const;
export const RESIDENT_FIELDS = ['name', 'kana', 'room', 'birthDate', 'admittedOn', 'note'] as const;
export const CONTACT_FIELDS = [
  'order',
  'name',
  'kana',
  'relation',
  'capacity',
  'phone',
  'email',
  'address',
  'language',
  'handOver',
  'mayKnow',
  'note',
] as const;
export const STAFF_FIELDS = ['name', 'kana', 'role'] as const;

/** FACTORS are what somebody shows besides, or in the place of, the password: an authenticator's codes, a passkey. */
export const FACTORS = ['totp', 'passkey'] as const;
export type Factor = (typeof FACTORS)[number];

/** SETTINGS of a facility, and the ways of speaking among which it chooses: 利用者・入居者・入所者, さん・様. */
export const SETTINGS = ['name', 'head', 'address', 'phone', 'resident-word', 'honorific'] as const;
export const RESIDENT_WORDS = ['利用者', '入居者', '入所者'] as const;
export const HONORIFICS = ['さん', '様'] as const;

/** NOTICE_WISHES of a contact: by which way she wants notices, none at all, or nobody has asked yet. */
export const NOTICE_WISHES = ['mail', 'letter', 'phone', 'none', 'not-asked'] as const;
export type NoticeWish = (typeof NOTICE_WISHES)[number];

/** NOTICE_FAILURES: how it came that a mail does not count as delivered. */
export const NOTICE_FAILURES = ['refused', 'gave-up', 'bounced', 'left-open'] as const;
/** NOTICE_OUTCOMES of a letter, a call or a matter for the office. */
export const NOTICE_OUTCOMES = ['told', 'not-reached'] as const;
/** ANSWER_WAYS: by the link in a mail, or told to a member of the staff. */
export const ANSWER_WAYS = ['link', 'staff'] as const;
/** NOTICE_SETTINGS are what a facility chooses for its notices. */
export const NOTICE_SETTINGS = ['signer', 'title', 'hours', 'steps', 'words'] as const;

/**
 * ENTRY_TYPES are all types of entry of version 1 with the strict shape of their facts. A new meaning is a new type;
 * a shape in this table never changes once an entry of it exists. No shape has room for personal data.
 */
export const ENTRY_TYPES = {
  'log.opened': { key: verificationKey },
  'key.rotated': { key: verificationKey },
  /**
   * A person gives up one signed checkpoint of `log` that this record does not continue: its size and root. What was signed up to
   * `from` entries is the same in both; what was signed after it, up to `size`, is not vouched for by this record. `mark` is the
   * server's own (HMAC): it shows the server that the entry was made by it, and nothing to anybody else.
   */
  'log.gap-explained': {
    log: code(['custody', 'access']),
    from: count,
    size: count,
    root: digest,
    cause: code(GAP_CAUSES),
    mark: digest,
  },
  /** Another person has seen the explanation that begins with entry `of`. */
  'log.gap-confirmed': { of: count },

  'item.taken-in': { ...item, agreement: uuid },
  'item.held-temporarily': { ...item, reason: code(HOLD_REASONS), resolveBy: day },
  'item.agreed': { agreement: uuid, storage: maybe(uuid) },
  'item.described': {
    printedExpiresOn: maybe(day),
    certificateExpiresOn: maybe(day),
    insurerType: maybe(code(INSURER_TYPES)),
    authMode: maybe(code(AUTH_MODES)),
  },
  'item.assigned': {},
  'item.date-noted': { printed: code(['no-date', 'not-known']) },
  'item.checked-out': {
    holder,
    purpose: code(PURPOSES),
    dueBackAt: maybe(instant),
    contact: maybe(uuid),
    sheet: maybe(paperSheet),
  },
  'item.changed': { holder, dueBackAt: maybe(instant) },
  'item.checked-in': { storage: maybe(uuid), condition: code(CONDITIONS), sheet: maybe(paperSheet) },
  'item.moved': { storage: uuid },
  'item.handed-over': {
    disposition: code(DISPOSITIONS),
    receiver,
    witness: maybe(uuid),
    replacedBy: maybe(uuid),
  },
  'item.search-started': {},
  'item.reported-missing': {},
  'item.found': { storage: maybe(uuid) },
  'item.condition-noted': { condition: code(CONDITIONS) },
  'emergency.reviewed': { outcome: code(['in-order', 'to-follow-up']) },
  'envelope.marked': { from: code(ENVELOPE_SENDERS), expected: maybe(codes(ITEM_KINDS)) },
  'envelope.opened': { agreement: uuid },
  'item.whereabouts-confirmed': {},
  'loss.described': { of: count, place: code(LOSS_PLACES), bedridden: code(ANSWERS) },
  'loss.step-noted': { of: count, step: code(LOSS_STEPS), answer: code(STEP_ANSWERS), staff: maybe(uuid) },
  'loss.explained': { of: count },
  'loss.closed': { of: count, as: code(LOSS_ENDS) },
  'loss.reopened': { of: count },

  'entry.amended': {
    fields: codes(AMEND_FIELDS),
    reason: code(AMEND_REASONS),
    dueBackAt: maybe(instant),
    purpose: maybe(code(PURPOSES)),
    occurredAt: maybe(instant),
  },
  'entry.cancelled': { reason: code(CANCEL_REASONS) },

  /**
   * A paper sheet was copied: the first entry of its command. Line `lines[n]` of the paper became the entries from part `parts[n]` of
   * this command on, up to the next of these parts.
   */
  'sheet.entered': { sheet: paperSheet, lines: counts, parts: counts },
  /** A list was taken over: the first entry of its command, before those of which it says how many there are. */
  'list.imported': { residents: count, contacts: count, items: count, storages: count },
  'resident.registered': {},
  'resident.changed': { fields: codes(RESIDENT_FIELDS) },
  'resident.left': { on: day, reason: code(LEAVE_REASONS) },
  /** A leaving is taken back; after a death by mistake notices stay stopped until they are resumed. */
  'resident.leaving-undone': { on: day, was: code(LEAVE_REASONS), why: code(UNDO_REASONS) },
  'resident.notices-resumed': {},
  /** Those around her do not agree, or do again; the words are in the private field `reason`. */
  'resident.dispute-noted': { disputed: code(['yes', 'no']) },
  ...TRANSFER_TYPES,
  'resident.checked': { question: code(CHECKS), answer: code(ANSWERS), on: day },
  'contact.added': {
    contact: uuid,
    order: count,
    capacity: code(CAPACITIES),
    handOver: code(HAND_OVER_RULES),
    mayKnow: code(['yes', 'no']),
  },
  'contact.changed': {
    contact: uuid,
    order: count,
    capacity: code(CAPACITIES),
    handOver: code(HAND_OVER_RULES),
    mayKnow: code(['yes', 'no']),
    fields: codes(CONTACT_FIELDS),
  },
  'contact.removed': { contact: uuid },
  'agreement.made': {
    agreement: uuid,
    kinds: codes(ITEM_KINDS),
    textVersion: count,
    capacity: code(CAPACITIES),
    willHeard: code(HOW_HEARD),
    signedOn: day,
    from: day,
    to: maybe(day),
  },
  'agreement.ended': { agreement: uuid, on: day },
  'agreement.reviewed': { agreement: uuid, on: day },
  'agreement.envelopes-settled': { agreement: uuid, rule: code(ENVELOPE_RULES) },
  'agreement-text.published': { version: count, sha256: digest },
  'deadline.closed': { of: uuid, kind: code(DATED_KINDS), date: day, reason: code(CLOSE_REASONS) },
  'deadline.reopened': { of: uuid, kind: code(DATED_KINDS), date: day },
  'moving-in.noted': {
    address: code(ADDRESS_ANSWERS),
    movedOn: maybe(day),
    noticeGivenOn: maybe(day),
    cardContinuedOn: maybe(day),
  },
  'application.noted': {
    ground: code(APPLICATION_GROUNDS),
    applicant: code(APPLICANTS),
    byProxy: code(['yes', 'no']),
    appliedOn: maybe(day),
    arrivedOn: maybe(day),
    renews: code(ANSWERS),
  },
  'application.withdrawn': {},
  'insurer.added': insurer,
  'insurer.changed': insurer,
  'insurer.retired': { insurer: uuid },
  'insurer.named': { of: uuid, insurer: maybe(uuid) },

  'storage.added': { storage: uuid, parent: maybe(uuid), kind: code(['locker', 'drawer', 'pouch']) },
  'storage.changed': { storage: uuid },
  'storage.retired': { storage: uuid },
  'staff.added': { staff: uuid, role: code(ROLES) },
  'staff.changed': { staff: uuid, role: code(ROLES), fields: codes(STAFF_FIELDS) },
  'staff.left': { staff: uuid, on: day },
  'staff.password-set': { staff: uuid },
  'staff.code-given': { staff: uuid },
  'staff.factor-set': { staff: uuid, factor: code(FACTORS) },
  'staff.factor-removed': { staff: uuid, factor: code(FACTORS) },
  'staff.recovery-codes-made': { staff: uuid },
  'staff.recovery-code-used': { staff: uuid, left: count },
  'tablet.added': { tablet: uuid },
  'tablet.enrolled': { tablet: uuid },
  'tablet.revoked': { tablet: uuid },
  'appointment.made': { appointment: uuid, staff: uuid, level: code(LEVELS), from: day, to: maybe(day) },
  'appointment.ended': { appointment: uuid, staff: uuid, on: day },
  'staff.trained': { staff: uuid, on: day },
  'staff.training-withdrawn': { staff: uuid, on: day },
  /** Somebody else looked at an appointment that a manager had made of himself. */
  'appointment.confirmed': { appointment: uuid, staff: uuid },
  /** The account for the day on which nobody else gets in: a new secret in its envelope, its one sign-in, and the word of a manager on it. */
  'break-glass.made': { staff: uuid },
  'break-glass.used': { staff: uuid },
  'break-glass.closed': { staff: uuid },
  'regulation.set': { place: code(REGULATION_PLACES) },
  'settings.changed': { setting: code(SETTINGS), value: maybe(code([...RESIDENT_WORDS, ...HONORIFICS])) },
  'contact.notices-set': { contact: uuid, notices: code(NOTICE_WISHES) },
  'notice.accepted': { notice: uuid, contact: maybe(uuid), about: codes(DATED_KINDS) },
  'notice.failed': { notice: uuid, contact: maybe(uuid), cause: code(NOTICE_FAILURES) },
  'notice.done': { notice: uuid, contact: maybe(uuid), channel: code(CHANNELS), outcome: code(NOTICE_OUTCOMES) },
  'notice.withheld': { notice: uuid, contact: maybe(uuid) },
  'notice.answered': {
    notice: uuid,
    contact: maybe(uuid),
    answer: code(FAMILY_ANSWERS),
    plannedOn: maybe(day),
    way: code(ANSWER_WAYS),
  },
  'answer.settled': { notice: uuid, task: code(ANSWER_TASKS) },
  'notices.set': { setting: code(NOTICE_SETTINGS) },
  'notices.resumed': { hold: code(HOLDS) },
  'notices.tested': {},
  ...COUNT_TYPES,
  'reconciliation.started': { reconciliation: uuid, month: matching<Month>(MONTH) },
  'reconciliation.joined': { reconciliation: uuid, count: uuid },
  'reconciliation.dropped': { reconciliation: uuid },
  'reconciliation.counted': {
    reconciliation: uuid,
    expected: count,
    seen: count,
    differences: count,
    out: count,
    held: count,
    missing: count,
    ended: count,
  },
  'reconciliation.closed': { reconciliation: uuid, daysLate: count },
  'reconciliation.corrected': { reconciliation: uuid, reason: code(AMEND_REASONS) },
  'counts.set': { shifts: texts((text) => CLOCK.test(text)), second: code(SECOND_PERSON) },
  /** The key of a locker goes from one person to another; null: the key box. */
  'locker-key.handed-over': { locker: uuid, from: maybe(uuid), to: maybe(uuid) },
  'locker-keys.set': { kept: code(['yes', 'no']) },
  'facility.kana-set': {},
  /** From when on 今日 asks for 夜間・停電用一覧 each day; null: it does not. */
  'facility.night-list-set': { at: maybe(clock) },
  /** Somebody looked at the cases of one kind of exception in a quarter, which is named by its first day. */
  'views.judged': {
    quarter: day,
    exception: code(VIEW_EXCEPTIONS),
    cases: count,
    outcome: code(VIEW_OUTCOMES),
  },
  'views.reviewed': { quarter: day, views: count, daysLate: count },
  'form.issued': { form: formCode, copies: count, sheetFrom: maybe(count) },
  'record.exported': { scope: code(['pack', 'pdf', 'xlsx', 'csv']), from: maybe(count), to: maybe(count) },
  'privacy.erased': { entries: counts, fields: codes(PRIVATE_FIELDS) },
  'privacy.erasure-asked': { erasure: uuid, of: uuid, kind: code(ERASED_KINDS), ground: code(ERASURE_GROUNDS) },
  'privacy.erasure-withdrawn': { erasure: uuid },
  'privacy.erasure-confirmed': { erasure: uuid, of: uuid, kind: code(ERASED_KINDS) },
  /** What had been erased came back with a backup, and was erased again before anybody was served. */
  'privacy.erasure-repeated': { erasure: uuid, of: uuid, kind: code(ERASED_KINDS) },
  'privacy.hold-set': { of: uuid, kind: code(ERASED_KINDS), hold: code(['yes', 'no']) },
  /** Entries of a log that left the house from `from` up to, not including, `to`; null: with this one, the newest. */
  'pack.made': { log: code(['custody', 'access']), from: count, to: maybe(count) },
  'inspections.set': { setting: code(INSPECTION_SETTINGS) },
  /** The pack for a 運営指導 left the house: its days, and how many entries it is about; of `late`, `amended`, `cancelled` and open points each. */
  'inspection.made': {
    from: day,
    to: day,
    entries: count,
    late: count,
    amended: count,
    cancelled: count,
    open: count,
  },

  'resident.viewed': { screen: code(VIEW_SCREENS) },
} as const;

/** EntryType names a type of entry. */
export type EntryType = keyof typeof ENTRY_TYPES;

/** EntryFacts is the shape of an entry type's facts. */
export type EntryFacts<T extends EntryType> = FactsOf<(typeof ENTRY_TYPES)[T]>;

/** CUSTODY_TYPES move an item or change where it belongs; only the newest of these may be cancelled. */
export const CUSTODY_TYPES = [
  'item.taken-in',
  'item.held-temporarily',
  'item.agreed',
  'item.checked-out',
  'item.changed',
  'item.checked-in',
  'item.moved',
  'item.handed-over',
  'item.search-started',
  'item.reported-missing',
  'item.found',
] as const satisfies readonly EntryType[];
export type CustodyType = (typeof CUSTODY_TYPES)[number];

/** isEntryType says whether this program knows the type. */
export function isEntryType(type: string): type is EntryType {
  return Object.hasOwn(ENTRY_TYPES, type);
}

/** factsFit says whether the facts have the exact shape of the type. */
export function factsFit(type: EntryType, facts: unknown): boolean {
  return fits(ENTRY_TYPES[type], facts);
}
