import {
  COUNT_STAGES,
  RECONCILIATION_STAGES,
  ENVELOPE_OBSTACLES,
  ERASURE_OBSTACLES,
  GAP_OBSTACLES,
  FORBIDDEN_REASONS,
  type Refusal,
  type RefusalKind,
} from '@azukari/domain';

import { en } from '../../i18n/en';
import { ja } from '../../i18n/ja';
import { anchors } from '../../i18n/ja/anchors';
import { dating } from '../../i18n/ja/dating';
import { insurers } from '../../i18n/ja/insurers';
import { practice } from '../../i18n/ja/practice';
import { promise } from '../../i18n/ja/promise';
import { swap } from '../../i18n/ja/swap';
import { searching } from '../../i18n/ja/searching';
import { counting } from '../../i18n/ja/counting';
import { erasing } from '../../i18n/ja/erasing';
import { gap } from '../../i18n/ja/gap';
import { finding } from '../../i18n/ja/finding';
import { glass } from '../../i18n/ja/glass';
import { heartbeat } from '../../i18n/ja/heartbeat';
import { homes } from '../../i18n/ja/homes';
import { keyring } from '../../i18n/ja/keyring';
import { labels } from '../../i18n/ja/labels';
import { night } from '../../i18n/ja/night';
import { leaving } from '../../i18n/ja/leaving';
import { notice } from '../../i18n/ja/notice';
import { imports } from '../../i18n/ja/imports';
import { inspecting } from '../../i18n/ja/inspecting';
import { pack } from '../../i18n/ja/pack';
import { picturing } from '../../i18n/ja/picturing';
import { reconciling } from '../../i18n/ja/reconciling';
import { scan } from '../../i18n/ja/scan';
import { setup } from '../../i18n/ja/setup';
import { sheet } from '../../i18n/ja/sheet';
import { signed } from '../../i18n/ja/signed';
import { viewing } from '../../i18n/ja/viewing';
import { transfers } from '../../i18n/ja/transfers';
import { tablet } from '../../i18n/ja/tablet';
import { ways } from '../../i18n/ja/ways';
import { zip } from '../../i18n/ja/zip';
import { refusalText } from './refusal-text';

const ID = '00000000-0000-4000-8000-000000000001';
const AT = '2026-11-21T01:42:00.000Z';
const item = { itemId: ID, itemKind: 'care-insurance-card' } as const;

/** One of every kind, and of every variant of words; a new kind does not compile until it stands here. */
const SAMPLES: { readonly [K in RefusalKind]: readonly Extract<Refusal, { kind: K }>[] } = {
  'not-signed-in': [{ kind: 'not-signed-in' }],
  'sign-in-failed': [{ kind: 'sign-in-failed' }],
  'password-to-choose': [{ kind: 'password-to-choose' }],
  'code-expired': [{ kind: 'code-expired' }],
  'factor-wanted': [{ kind: 'factor-wanted' }],
  'factor-wrong': [{ kind: 'factor-wrong' }],
  'factor-missing': [{ kind: 'factor-missing' }],
  'passkey-wrong': [{ kind: 'passkey-wrong' }],
  'passkeys-off': [{ kind: 'passkeys-off' }],
  'too-many-attempts': [{ kind: 'too-many-attempts', retryAfterSeconds: 30 }],
  'header-missing': [{ kind: 'header-missing' }],
  'not-allowed': [
    { kind: 'not-allowed', action: 'take-in', level: null },
    { kind: 'not-allowed', action: 'take-in', level: 'handler' },
  ],
  'password-wrong': [{ kind: 'password-wrong' }],
  'sign-in-not-fresh': [{ kind: 'sign-in-not-fresh', minutes: 5 }],
  'set-up-code-wrong': [{ kind: 'set-up-code-wrong' }],
  'tablet-code-wrong': [{ kind: 'tablet-code-wrong' }],
  'nothing-in-safe': [{ kind: 'nothing-in-safe' }],
  'set-up-done': [{ kind: 'set-up-done' }],
  'not-found': [{ kind: 'not-found' }],
  'command-reused': [{ kind: 'command-reused' }],
  'stale-version': [{ kind: 'stale-version', version: 2 }],
  'forbidden-text': FORBIDDEN_REASONS.map((reason) => ({ kind: 'forbidden-text', field: 'note', reason })),
  'item-out': [
    {
      ...item,
      kind: 'item-out',
      holder: `staff:${ID}`,
      holderName: '鈴木',
      purpose: 'outpatient',
      since: AT,
      dueBackAt: null,
    },
    {
      ...item,
      kind: 'item-out',
      holder: 'other:clinic',
      holderName: null,
      purpose: 'outpatient',
      since: AT,
      dueBackAt: AT,
    },
  ],
  'item-stored': [{ ...item, kind: 'item-stored', since: AT }],
  'item-missing': [
    { ...item, kind: 'item-missing', stage: 'searching', since: AT },
    { ...item, kind: 'item-missing', stage: 'lost', since: AT },
  ],
  'item-ended': [{ ...item, kind: 'item-ended', disposition: 'returned', since: AT }],
  'item-not-held': [{ ...item, kind: 'item-not-held' }],
  'entry-not-newest': [{ kind: 'entry-not-newest', newestSeq: 1042 }],
  'entry-not-cancellable': [{ kind: 'entry-not-cancellable' }],
  'field-not-amendable': [{ kind: 'field-not-amendable', field: 'note' }],
  'already-reviewed': [{ kind: 'already-reviewed' }],
  'in-dispute': [
    { kind: 'in-dispute', residentId: ID, dispute: 'living' },
    { kind: 'in-dispute', residentId: ID, dispute: 'after-death' },
  ],
  'notices-stopped': [{ kind: 'notices-stopped', residentId: ID }],
  'agreement-missing': [{ ...item, kind: 'agreement-missing', residentId: null }],
  'resident-missing': [{ kind: 'resident-missing', itemId: ID }],
  'resident-left': [{ kind: 'resident-left', residentId: ID, on: '2026-11-20' }],
  'due-back-in-past': [{ kind: 'due-back-in-past', dueBackAt: AT, now: AT }],
  'due-back-missing': [{ kind: 'due-back-missing', purpose: 'outpatient' }],
  'due-back-too-far': [{ kind: 'due-back-too-far', latest: AT }],
  'occurred-in-future': [{ kind: 'occurred-in-future', now: AT }],
  'occurred-before-previous': [{ kind: 'occurred-before-previous', itemId: ID, previousAt: AT }],
  'occurred-out-of-order': [{ kind: 'occurred-out-of-order' }],
  'contact-never': [{ kind: 'contact-never', contactId: ID }],
  'contact-ask-manager': [{ kind: 'contact-ask-manager', contactId: ID }],
  'witness-missing': [{ kind: 'witness-missing', disposition: 'destroyed' }],
  'witness-is-actor': [{ kind: 'witness-is-actor' }],
  'replacement-missing': [{ kind: 'replacement-missing' }],
  'replacement-of-another': [{ ...item, kind: 'replacement-of-another', residentId: null }],
  'kind-refused': [{ kind: 'kind-refused', itemKind: 'my-number-card' }],
  'envelope-stays-closed': ENVELOPE_OBSTACLES.map((obstacle) => ({
    kind: 'envelope-stays-closed',
    residentId: ID,
    obstacle,
  })),
  'storage-retired': [{ kind: 'storage-retired', storageId: ID }],
  'storage-in-use': [{ kind: 'storage-in-use', storageId: ID, items: 3 }],
  'storage-misplaced': [{ kind: 'storage-misplaced' }],
  'last-manager': [{ kind: 'last-manager' }],
  'self-appointment': [{ kind: 'self-appointment' }],
  'break-glass-account': [{ kind: 'break-glass-account' }],
  'record-discontinuous': [{ kind: 'record-discontinuous' }],
  'nothing-to-change': [{ kind: 'nothing-to-change' }],
  'mail-off': [{ kind: 'mail-off' }],
  'nothing-to-print': [{ kind: 'nothing-to-print' }],
  'letter-incomplete': [
    { kind: 'letter-incomplete', missing: 'phone' },
    { kind: 'letter-incomplete', missing: 'signer' },
  ],
  'planned-day-unfit': [{ kind: 'planned-day-unfit', from: '2026-11-22', to: '2027-11-22' }],
  'login-taken': [{ kind: 'login-taken' }],
  'name-taken': [{ kind: 'name-taken', staffId: ID }],
  'password-weak': [
    { kind: 'password-weak', reason: 'short' },
    { kind: 'password-weak', reason: 'common' },
    { kind: 'password-weak', reason: 'like-login' },
    { kind: 'password-weak', reason: 'is-code' },
  ],
  'staff-left': [{ kind: 'staff-left', staffId: ID }],
  'appointment-overlaps': [
    { kind: 'appointment-overlaps', from: '2026-11-01', to: null },
    { kind: 'appointment-overlaps', from: '2026-11-01', to: '2026-11-30' },
  ],
  'dates-out-of-order': [{ kind: 'dates-out-of-order' }],
  'agreement-ended': [{ kind: 'agreement-ended', on: '2026-11-20' }],
  'row-errors': [{ kind: 'row-errors', count: 2 }],
  'sheet-entered': [{ kind: 'sheet-entered', sheet: 'F3-000123', lines: [1, 2], name: '鈴木', at: AT }],
  'count-open': [{ kind: 'count-open', countId: ID, staffId: ID, name: '鈴木', since: AT }],
  'count-stage': COUNT_STAGES.map((stage) => ({ kind: 'count-stage', countId: ID, stage })),
  'count-unsettled': [{ kind: 'count-unsettled', open: 2 }],
  'list-left': [{ kind: 'list-left', count: 2 }],
  'list-looked-for': [{ kind: 'list-looked-for' }],
  'month-not-over': [{ kind: 'month-not-over', field: 'month', month: '2026-11', endsOn: '2026-11-30' }],
  'month-before-beginning': [{ kind: 'month-before-beginning', field: 'month', month: '2026-08', from: '2026-09' }],
  'month-reconciled': RECONCILIATION_STAGES.map((stage) => ({
    kind: 'month-reconciled',
    field: 'month',
    month: '2026-10',
    reconciliationId: ID,
    name: '鈴木',
    since: AT,
    stage,
  })),
  'reconciliation-stage': RECONCILIATION_STAGES.map((stage) => ({
    kind: 'reconciliation-stage',
    reconciliationId: ID,
    stage,
  })),
  'reconciliation-uncounted': [{ kind: 'reconciliation-uncounted', left: 2, begun: 1 }],
  'reconciliation-begun': [{ kind: 'reconciliation-begun', counts: 1 }],
  'second-had-a-hand': [{ kind: 'second-had-a-hand' }],
  'difference-settled': [{ kind: 'difference-settled', as: 'in-place' }],
  'disposition-unfit': [{ kind: 'disposition-unfit', side: 'short' }],
  'recount-unfit': [{ kind: 'recount-unfit' }],
  'key-elsewhere': [
    { kind: 'key-elsewhere', storageId: ID, staffId: ID, name: '鈴木', since: AT },
    { kind: 'key-elsewhere', storageId: ID, staffId: null, name: null, since: AT },
  ],
  'key-moved-since': [{ kind: 'key-moved-since', since: AT }],
  'key-retired': [{ kind: 'key-retired' }],
  'keys-off': [{ kind: 'keys-off' }],
  'receiver-not-appointed': [{ kind: 'receiver-not-appointed', staffId: ID, name: '鈴木' }],
  'quarter-not-over': [{ kind: 'quarter-not-over', from: '2026-10-01' }],
  'views-reviewed': [{ kind: 'views-reviewed', name: '佐藤', at: AT }],
  'views-changed': [{ kind: 'views-changed' }],
  'nothing-viewed': [{ kind: 'nothing-viewed' }],
  'disk-nearly-full': [{ kind: 'disk-nearly-full', freeMb: 1_200 }],
  'erasure-blocked': ERASURE_OBSTACLES.map((because) => ({ kind: 'erasure-blocked', because, until: '2031-04-01' })),
  'erasure-stage': (['asked', 'lapsed', 'withdrawn', 'confirmed'] as const).map((stage) => ({
    kind: 'erasure-stage',
    stage,
  })),
  'erasure-by-one': [{ kind: 'erasure-by-one' }],
  'gap-changed': [{ kind: 'gap-changed' }],
  'gap-blocked': GAP_OBSTACLES.map((because) => ({ kind: 'gap-blocked', because })),
  'gap-by-one': [{ kind: 'gap-by-one' }],
  'gap-confirmed': [{ kind: 'gap-confirmed' }],
  'practice-full': [{ kind: 'practice-full', freeBy: '2026-11-22T06:05:00.000Z' }],
  'not-in-practice': [{ kind: 'not-in-practice' }],
  'disk-full': [{ kind: 'disk-full' }],
};

function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(at, value);
    else for (const [inner, text] of leaves(value as object, at)) found.set(inner, text);
  }
  return found;
}

const words = {
  ja: leaves({
    ...ja,
    anchors,
    insurers,
    practice,
    promise,
    swap,
    searching,
    counting,
    dating,
    erasing,
    gap,
    finding,
    glass,
    heartbeat,
    imports,
    inspecting,
    homes,
    keyring,
    labels,
    night,
    leaving,
    notice,
    pack,
    picturing,
    reconciling,
    scan,
    setup,
    sheet,
    signed,
    viewing,
    tablet,
    transfers,
    ways,
    zip,
  }),
  en: leaves(en),
};

const speaker = (lang: 'ja' | 'en') => ({
  word: (group: string, code: string) => words[lang].get(`words.${group}.${code}`) ?? `MISSING ${group}.${code}`,
  item: (kind: string) => words[lang].get(`words.kind.${kind}`) ?? 'MISSING',
  holderRef: (_: string, name: string | null) => name ?? 'someone',
  day: (day: string) => day,
  month: (month: string) => month,
  moment: () => '10:42',
});

const written = (refusal: Refusal, lang: 'ja' | 'en'): string => {
  const { key, params } = refusalText(refusal, speaker(lang));
  const text = words[lang].get(key) ?? `MISSING ${key}`;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? `MISSING ${name}`);
};

describe.each(['ja', 'en'] as const)('in %s', (lang) => {
  it.each(Object.values(SAMPLES).flat())('$kind is a whole sentence with nothing left open', (refusal) => {
    const text = written(refusal, lang);
    expect(text).not.toContain('MISSING');
    expect(text).not.toContain('{{');
    expect(text.length).toBeGreaterThan(8);
  });
});

it('says the fact and who has it', () => {
  expect(written(SAMPLES['item-out'][0] as Refusal, 'ja')).toBe(
    '介護保険証は、鈴木が持っています（10:42から・外来受診）。',
  );
  expect(written(SAMPLES['agreement-missing'][0] as Refusal, 'ja')).toBe(
    '介護保険証の預かり依頼書がまだありません。一時保管にしますか。',
  );
});

it('never says the words that blame or frighten', () => {
  for (const text of words.ja.values())
    expect(text).not.toMatch(/エラーコード|不正|違反|失敗|ステータス|チェックアウト|貸出/);
});

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...words.en.keys()].sort()).toEqual([...words.ja.keys()].sort());
  });

  it('fill in the same facts', () => {
    const names = (text: string | undefined) =>
      [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    for (const [key, text] of words.ja) expect([key, names(words.en.get(key))]).toEqual([key, names(text)]);
  });
});
