import { FORMS } from '@azukari/contract';
import type { ENTRY_TYPES } from '@azukari/domain';

import { en } from '../../../i18n/en';
import { ja } from '../../../i18n/ja';
import type { Speech } from '../speech';
import type { Entry } from './entry';
import { entrySentence } from './entry-words';
import { NO_NAMES } from './names';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';
const DAY = '2026-11-21';
const AT = '2026-11-21T01:00:00.000Z';
const PERSON = `staff:${ID}`;
const ITEM = {
  kind: 'my-number-card',
  storage: ID,
  printedExpiresOn: DAY,
  certificateExpiresOn: DAY,
  insurerType: null,
  authMode: 'face-only',
  condition: 'worn',
};
const CONTACT = { contact: ID, order: 1, capacity: 'family', handOver: 'allowed', mayKnow: 'yes' };
const INSURER = {
  insurer: ID,
  type: 'national',
  yearEnds: ['elderly-recipient=07-31'],
  endsAtSeventy: 'no',
  automaticFrom: '85',
};
const SHA = `${'A'.repeat(43)}=`;
const KEY = `azukari/${ID}/custody+01234567+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`;

/** One entry of each type, with the facts that need most words. */
const FACTS: Readonly<Record<keyof typeof ENTRY_TYPES, Readonly<Record<string, unknown>>>> = {
  'log.opened': { key: KEY },
  'key.rotated': { key: KEY },
  'log.gap-explained': { log: 'custody', from: 1_200, size: 1_234, root: SHA, cause: 'backup-restored', mark: SHA },
  'log.gap-confirmed': { of: 1_236 },
  'item.taken-in': { ...ITEM, agreement: ID },
  'item.held-temporarily': { ...ITEM, reason: 'found', resolveBy: DAY },
  'item.agreed': { agreement: ID, storage: ID },
  'item.described': { printedExpiresOn: DAY, certificateExpiresOn: DAY, insurerType: 'national', authMode: 'unknown' },
  'item.assigned': {},
  'item.date-noted': { printed: 'no-date' },
  'item.checked-out': { holder: PERSON, purpose: 'outpatient', dueBackAt: AT, contact: null, sheet: 'F3-123' },
  'item.changed': { holder: 'other:clinic', dueBackAt: AT },
  'item.checked-in': { storage: ID, condition: 'damaged', sheet: 'F3-123' },
  'item.moved': { storage: ID },
  'item.handed-over': { disposition: 'returned', receiver: 'other:resident', witness: ID, replacedBy: null },
  'item.search-started': {},
  'item.reported-missing': {},
  'item.found': { storage: ID },
  'item.condition-noted': { condition: 'damaged' },
  'item.whereabouts-confirmed': {},
  'emergency.reviewed': { outcome: 'in-order' },
  'loss.described': { of: 4, place: 'outside', bedridden: 'no' },
  'loss.step-noted': { of: 4, step: 'police-told', answer: 'done', staff: ID },
  'loss.explained': { of: 4 },
  'loss.closed': { of: 4, as: 'reissued' },
  'loss.reopened': { of: 4 },
  'envelope.marked': { from: 'insurer', expected: ['care-copay-certificate'] },
  'envelope.opened': { agreement: ID },
  'entry.amended': {
    fields: ['dueBackAt', 'purpose', 'occurredAt', 'note', 'destination', 'holderName', 'receiverName'],
    reason: 'mistyped',
    dueBackAt: AT,
    purpose: 'pharmacy',
    occurredAt: AT,
  },
  'entry.cancelled': { reason: 'twice' },
  'sheet.entered': { sheet: 'F3-000123', lines: [1, 2, 4], parts: [1, 3, 5] },
  'list.imported': { residents: 2, contacts: 1, items: 3, storages: 4 },
  'resident.registered': {},
  'resident.changed': { fields: ['name', 'kana', 'room', 'birthDate', 'admittedOn', 'note'] },
  'resident.left': { on: DAY, reason: 'moved' },
  'resident.leaving-undone': { on: DAY, was: 'died', why: 'wrong-resident' },
  'resident.notices-resumed': {},
  'resident.dispute-noted': { disputed: 'yes' },
  'transfer.sent': { transfer: ID, to: ID, items: 2 },
  'transfer.confirmed': { transfer: ID, to: ID, arrived: 1, missing: 1 },
  'transfer.answered': { transfer: ID, from: ID, arrived: 1, missing: 1 },
  'transfer.cancelled': { transfer: ID, to: ID },
  'resident.checked': { question: 'registered', answer: 'no', on: DAY },
  'contact.added': CONTACT,
  'contact.changed': {
    ...CONTACT,
    fields: [
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
    ],
  },
  'contact.removed': { contact: ID },
  'agreement.made': {
    agreement: ID,
    kinds: ['my-number-card'],
    textVersion: 1,
    capacity: 'resident',
    willHeard: 'spoken',
    signedOn: DAY,
    from: DAY,
    to: DAY,
  },
  'agreement.ended': { agreement: ID, on: DAY },
  'agreement.reviewed': { agreement: ID, on: DAY },
  'agreement.envelopes-settled': { agreement: ID, rule: 'insurer-may-be-opened' },
  'agreement-text.published': { version: 2, sha256: SHA },
  'deadline.closed': { of: ID, kind: 'card-expiry', date: DAY, reason: 'not-renewed' },
  'deadline.reopened': { of: ID, kind: 'card-expiry', date: DAY },
  'moving-in.noted': { address: 'moves', movedOn: DAY, noticeGivenOn: DAY, cardContinuedOn: DAY },
  'application.noted': {
    ground: 'in-facility',
    applicant: 'staff',
    byProxy: 'yes',
    appliedOn: DAY,
    arrivedOn: DAY,
    renews: 'unknown',
  },
  'application.withdrawn': {},
  'contact.notices-set': { contact: ID, notices: 'mail' },
  'notice.accepted': { notice: ID, contact: ID, about: ['certificate-expiry', 'must-apply'] },
  'notice.failed': { notice: ID, contact: ID, cause: 'refused' },
  'notice.done': { notice: ID, contact: null, channel: 'phone', outcome: 'not-reached' },
  'notice.withheld': { notice: ID, contact: ID },
  'notice.answered': { notice: ID, contact: ID, answer: 'self-renewal', plannedOn: DAY, way: 'link' },
  'answer.settled': { notice: ID, task: 'prepare-pick-up' },
  'notices.set': { setting: 'hours' },
  'notices.resumed': { hold: 'clock-back' },
  'notices.tested': {},
  'count.started': { count: ID, drawer: ID },
  'count.taken-over': { count: ID },
  'count.entered': { count: ID, expected: 12, seen: 11, short: 1, surplus: 0 },
  'count.settled': { count: ID, difference: 1, as: 'with-family', of: ID },
  'count.closed': { count: ID, second: 'awaited' },
  'count.confirmed': { count: ID },
  'count.dropped': { count: ID },
  'count.recounted': { count: ID },
  'count.looked': { count: ID, place: ID, there: 2, missing: 1 },
  'reconciliation.started': { reconciliation: ID, month: '2026-10' },
  'reconciliation.joined': { reconciliation: ID, count: ID },
  'reconciliation.dropped': { reconciliation: ID },
  'reconciliation.counted': {
    reconciliation: ID,
    expected: 12,
    seen: 11,
    differences: 1,
    out: 3,
    held: 1,
    missing: 0,
    ended: 2,
  },
  'reconciliation.closed': { reconciliation: ID, daysLate: 3 },
  'reconciliation.corrected': { reconciliation: ID, reason: 'learnt-later' },
  'counts.set': { shifts: ['09:00', '17:00'], second: 'differences' },
  'locker-key.handed-over': { locker: ID, from: ID, to: null },
  'locker-keys.set': { kept: 'yes' },
  'facility.kana-set': {},
  'facility.night-list-set': { at: '17:00' },
  'views.judged': { quarter: '2026-07-01', exception: 'at-night', cases: 2, outcome: 'to-follow-up' },
  'views.reviewed': { quarter: '2026-07-01', views: 1_200, daysLate: 3 },
  'insurer.added': INSURER,
  'insurer.changed': INSURER,
  'insurer.retired': { insurer: ID },
  'insurer.named': { of: ID, insurer: null },
  'storage.added': { storage: ID, parent: null, kind: 'locker' },
  'storage.changed': { storage: ID },
  'storage.retired': { storage: ID },
  'staff.added': { staff: ID, role: 'floor' },
  'staff.changed': { staff: ID, role: 'floor', fields: ['name', 'kana', 'role'] },
  'staff.left': { staff: ID, on: DAY },
  'staff.password-set': { staff: ID },
  'staff.code-given': { staff: ID },
  'staff.factor-set': { staff: ID, factor: 'totp' },
  'staff.factor-removed': { staff: ID, factor: 'passkey' },
  'staff.recovery-codes-made': { staff: ID },
  'staff.recovery-code-used': { staff: ID, left: 9 },
  'tablet.added': { tablet: ID },
  'tablet.enrolled': { tablet: ID },
  'tablet.revoked': { tablet: ID },
  'appointment.made': { appointment: ID, staff: ID, level: 'handler', from: DAY, to: DAY },
  'appointment.ended': { appointment: ID, staff: ID, on: DAY },
  'staff.trained': { staff: ID, on: DAY },
  'staff.training-withdrawn': { staff: ID, on: DAY },
  'appointment.confirmed': { appointment: ID, staff: ID },
  'break-glass.made': { staff: ID },
  'break-glass.used': { staff: ID },
  'break-glass.closed': { staff: ID },
  'regulation.set': { place: 'safe' },
  'settings.changed': { setting: 'resident-word', value: '入居者' },
  'form.issued': { form: 'F3', copies: 2, sheetFrom: 7 },
  'record.exported': { scope: 'pack', from: null, to: null },
  'privacy.erased': { entries: [1, 2], fields: ['holderName', 'note'] },
  'privacy.erasure-asked': { erasure: ID, of: ID, kind: 'resident', ground: 'retention-over' },
  'privacy.erasure-withdrawn': { erasure: ID },
  'privacy.erasure-confirmed': { erasure: ID, of: ID, kind: 'contact' },
  'privacy.erasure-repeated': { erasure: ID, of: ID, kind: 'staff' },
  'privacy.hold-set': { of: ID, kind: 'resident', hold: 'yes' },
  'pack.made': { log: 'custody', from: 0, to: 1_000 },
  'inspections.set': { setting: 'form-names' },
  'inspection.made': { from: DAY, to: DAY, entries: 40, late: 3, amended: 2, cancelled: 1, open: 5 },
  'resident.viewed': { screen: 'profile' },
};

/** A Speech that finds its words as the screen does, and fails on a word that is missing. */
function speechOf(words: object): Speech {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
    const found = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
    if (typeof found !== 'string') throw new Error(`no words for ${key}`);
    return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(params[name]));
  };
  return {
    say,
    word: (group: string, code: string) => say(`words.${group}.${code}`),
    person: (name: string) => say('words.honorific', { name }),
    day: (day: string) => day,
    month: (month: string) => month,
    moment: (at: string) => at,
  } as unknown as Speech;
}

function entryOf(type: string, facts: Readonly<Record<string, unknown>>, erased: readonly string[] = []): Entry {
  return {
    seq: 7,
    type,
    facts,
    recordedAt: AT,
    occurredAt: null,
    behind: 0,
    actor: { id: ID, name: '佐藤 花子' },
    item: null,
    resident: { id: ID, name: '髙﨑 ミツ' },
    private: { destination: 'さくら内科', holderName: '鈴木 一郎', note: '窓口で待つ' },
    erased: [...erased],
    corrects: null,
    correctedBy: [],
    command: ID,
    part: 0,
    parts: 1,
    leaf: '{}',
  };
}

describe.each([
  ['ja', ja],
  ['en', en],
] as const)('in %s', (_, words) => {
  const speech = speechOf(words);

  it.each(Object.entries(FACTS))('%s is a sentence', (type, facts) => {
    const sentence = entrySentence(entryOf(type, facts), speech, NO_NAMES);
    expect(sentence).not.toBe('');
    expect(sentence).not.toContain('undefined');
    expect(sentence).not.toBe(speech.say('ledger.unknownType', { type }));
  });

  it.each(['note', 'holderName', 'destination'])('an erased %s is said to be erased', (field) => {
    const entry = entryOf('item.checked-out', FACTS['item.checked-out'], [field]);
    expect(entrySentence(entry, speech, NO_NAMES)).toContain(speech.say('ledger.erased'));
  });

  it.each(FORMS)('%s is called by its name', (form) => {
    const sentence = entrySentence(entryOf('form.issued', { form, copies: 1, sheetFrom: null }), speech, NO_NAMES);
    expect(sentence).not.toMatch(/F\d|\bname\b/);
  });

  it.each(['letter', 'phone', 'office'] as const)('a %s that is done says what was done', (channel) => {
    const { told } = words.ledger.entry.notice;
    const entry = entryOf('notice.done', { notice: ID, contact: null, channel, outcome: 'told' });
    expect(entrySentence(entry, speech, NO_NAMES)).toContain(told[channel]);
    expect(new Set(Object.values(told)).size).toBe(4);
  });

  it('a type this program does not know is named, not guessed', () => {
    expect(entrySentence(entryOf('item.teleported', {}), speech, NO_NAMES)).toContain('item.teleported');
  });

  it('facts of another shape are not read', () => {
    const entry = entryOf('item.moved', { storage: 'elsewhere' });
    expect(entrySentence(entry, speech, NO_NAMES)).toBe(speech.say('ledger.unknownType', { type: 'item.moved' }));
  });
});
