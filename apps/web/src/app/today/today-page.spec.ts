import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Board, type BoardAnswer } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import { TodayPage } from './today-page';

const NOW = '2026-11-22T06:05:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;

const NOTICES: BoardAnswer['notices'] = {
  state: 'working',
  hold: null,
  lastRunAt: '2026-11-22T06:04:00.000Z',
  lastAcceptedAt: '2026-11-17T01:00:00.000Z',
  acceptedToday: 0,
  pending: 0,
  failed: 0,
  nextDueOn: '2026-11-24',
  tasks: 3,
  answers: [],
};
const LEDGER: BoardAnswer['ledger'] = {
  size: 3_840,
  checkpointAt: null,
  aheadUntil: null,
  broken: null,
  outside: null,
  gapExplained: null,
  checkedAt: '2026-11-22T05:05:00.000Z',
  checkedSize: 3_839,
};
const NOTHING: BoardAnswer = {
  revision: 8,
  now: NOW,
  unchanged: false,
  stored: 3,
  envelopes: 0,
  unknownDates: 0,
  notices: NOTICES,
  backup: null,
  disk: null,
  ledger: LEDGER,
  keys: null,
  views: null,
  staff: { selfAppointments: [], breakGlassUsedAt: null },
  certificateEndsOn: null,
  nightList: null,
  nightFile: null,
  transfers: { coming: 0, notArrived: 0 },
  counts: { state: 'done', due: 0, skipped: 0, awaited: 0, late: 0, closedAt: null, listed: 0 },
  reconciliation: null,
  out: [],
  held: [],
  missing: [],
  losses: [],
  toReview: [],
  toLocate: [],
  expiring: [],
  agreementEnded: [],
  totals: { out: 0, held: 0, missing: 0, toReview: 0, toLocate: 0, expiring: 0, agreementEnded: 0 },
};
const ANSWER: BoardAnswer['notices']['answers'][number] = {
  id: id(1),
  task: 'call-back',
  on: '2026-11-21',
  plannedOn: null,
  handOver: 'allowed',
  contactId: null,
  resident: { id: id(2), name: '山田 ハナ', kana: 'やまだ はな', room: '203' },
  items: [{ id: id(3), kind: 'my-number-card', label: null }],
};

async function open(given: Partial<BoardAnswer>, demo = false) {
  HTMLElement.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      Board,
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'here', component: TodayPage }]),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: id(0), name: '佐藤 花子', role: 'manager', level: 'responsible' },
    facility: { id: id(0), name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo,
  });
  const harness = await RouterTestingHarness.create('/here');
  TestBed.inject(HttpTestingController)
    .expectOne('/api/board')
    .flush({ ...NOTHING, ...given });
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    harness.fixture.detectChanges();
  }
  const page = harness.fixture.nativeElement as HTMLElement;
  return { page, text: (selector: string) => page.querySelector(selector)?.textContent.replace(/\s+/g, ' ') ?? '' };
}

const tone = (page: HTMLElement) => page.querySelector('az-heartbeat')?.getAttribute('data-tone');

test('says near the top that the notices are alive, when they looked and sent, what comes next, and how much is to do', async () => {
  const { page, text } = await open({});
  const said = text('az-heartbeat');
  for (const part of [
    'お知らせは動いています',
    '最後に確かめた本日 15:04',
    '最終配信11月17日(火) 10:00',
    '本日の受付0件',
  ])
    expect(said).toContain(part);
  for (const part of [
    '次にお知らせする日2026年11月24日(火)',
    '送る前0件',
    '届かなかったもの（30日）0件',
    'やること3件',
  ])
    expect(said).toContain(part);
  expect(tone(page)).toBe('ok');
  const [heartbeat, first] = ['az-heartbeat', 'section'].map((selector) => page.querySelector(selector));
  expect(heartbeat && first && heartbeat.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test.each([
  [{ state: 'resting' }, 'rest', '夜のあいだ'],
  [{ state: 'stopped' }, 'wrong', 'お知らせが動いていません'],
  [{ state: 'holding', hold: 'clock-back' }, 'wrong', 'お知らせを止めています'],
  [{ state: 'off' }, 'attention', 'メールの設定がありません'],
  [{ failed: 2 }, 'attention', '届かなかったもの（30日）2件'],
] as const)('has no green tick where it is %o', async (notices, shown, words) => {
  const { page, text } = await open({ notices: { ...NOTICES, ...notices } });
  expect([tone(page), text('az-heartbeat')]).toEqual([shown, expect.stringContaining(words)]);
});

test('an answer of a family is a task with whose and what, and one tap leads to it', async () => {
  const coming = { ...ANSWER, id: id(4), task: 'prepare-pick-up', plannedOn: '2026-11-22' } as const;
  const { page, text } = await open({ notices: { ...NOTICES, answers: [ANSWER, coming] } });
  expect(text('[data-tile=answers]')).toContain('2');
  const [call = '', pickUp = ''] = ['call-back', 'prepare-pick-up'].map((task) => text(`[data-task=${task}]`));
  for (const part of ['折り返しの電話', '山田 ハナ さん', 'マイナンバーカード']) expect(call).toContain(part);
  expect(pickUp).toContain('本日、ご家族がお取りに来られます');
  const ways = (task: string) =>
    [...page.querySelectorAll(`[data-task=${task}] a.az-button`)].map((way) => way.getAttribute('href'));
  expect(ways('call-back')).toEqual(['/notices']);
  expect(ways('prepare-pick-up')).toEqual([expect.stringContaining('/check-out?resident='), '/notices']);
});

test.each([
  ['2026-11-22T05:05:00.000Z', 'today', '記録 検証済（本日 14:05・3,839件まで）・いま3,840件'],
  ['2026-11-20T20:05:00.000Z', 'fresh', '記録 検証済（11月21日(土) 05:05・3,839件まで）・いま3,840件'],
  ['2026-08-24T05:05:00.000Z', 'stale', '8月24日(月) 14:05 から検証していません'],
  ['2026-12-24T05:05:00.000Z', 'stale', 'から検証していません'],
  [null, 'none', '検証しています'],
] as const)('of a record that was checked %s it says so', async (checkedAt, check, words) => {
  const { page, text } = await open({ ledger: { ...LEDGER, checkedAt } });
  expect(text('az-record-line')).toContain(words);
  expect(page.querySelector('az-record-line')?.getAttribute('data-check')).toBe(check);
});

test.each([
  ['discontinuous', 'いまの記録は、前に締めた記録の続きではありません'],
  ['file-missing', '別のディスクにある控えのファイルが見つかりません'],
  ['file-failing', '別のディスクの控えに書き足せません'],
  ['file-cut', '別のディスクの控えが、書いたものより短くなっています'],
] as const)('what is wrong with the checkpoints outside is said: %s', async (outside, words) => {
  const { page, text } = await open({ ledger: { ...LEDGER, outside } });
  expect(text('az-banner')).toContain(words);
  expect(page.querySelectorAll('az-banner')).toHaveLength(1);
});

test('the last day of the certificate is said, and to nobody before its last weeks', async () => {
  expect((await open({ certificateEndsOn: '2026-12-05' })).text('az-banner')).toContain(
    '証明書は 2026年12月5日(土) までです',
  );
  TestBed.resetTestingModule();
  expect((await open({})).page.querySelector('az-banner')).toBeNull();
});

test.each([
  ['low', 'パソコンの空きが少なくなっています（あと 1,200 MB）'],
  ['full', 'いまは「もどす」と「救急」だけ記録できます'],
] as const)('a disk that fills is said: %s', async (room, words) => {
  const { page, text } = await open({ disk: { room, freeMb: 1_200 } });
  expect(text('az-banner')).toContain(words);
  expect(page.querySelectorAll('az-banner')).toHaveLength(1);
});

test.each([
  ['no-keys', 'バックアップの鍵が、まだありません'],
  ['never', 'バックアップが、まだありません'],
  ['overdue', 'バックアップが古くなっています'],
  ['folder-missing', 'バックアップのディスクが見つかりません'],
  ['disk-full', 'バックアップのディスクがいっぱいです'],
  ['flawed', 'バックアップが、確かめに通りませんでした'],
  ['failed', 'バックアップを作れませんでした'],
  ['journal-failing', '別のディスクの控え（ジャーナル）に書き足せません'],
  ['same-disk', 'バックアップが、データと同じディスクにあります'],
] as const)('what is wrong with the backups is said: %s', async (state, words) => {
  const { text } = await open({ backup: { state, verifiedAt: '2026-11-22T05:05:00.000Z' } });
  expect(text('az-banner')).toContain(words);
  expect(text('az-banner')).toContain('14:05');
});

test('of backups that are in order, and of none by this server, nothing is said; of none at all it is', async () => {
  expect((await open({ backup: { state: 'ok', verifiedAt: NOW } })).page.querySelector('az-banner')).toBeNull();
  TestBed.resetTestingModule();
  expect((await open({ backup: { state: 'off', verifiedAt: null } })).page.querySelector('az-banner')).toBeNull();
  TestBed.resetTestingModule();
  expect((await open({ backup: { state: 'no-keys', verifiedAt: null } })).text('az-banner')).toContain(
    '確かめたバックアップはありません',
  );
});

test('a clock that stands before the record is said, and why in a demo', async () => {
  const ledger = { ...LEDGER, aheadUntil: '2026-12-29T01:00:00.000Z' };
  expect((await open({ ledger }, true)).text('az-clock-behind')).toContain('12月29日(火) 10:00');
  TestBed.resetTestingModule();
  expect((await open({}, true)).page.querySelector('az-clock-behind')).toBeNull();
});

const RESIDENT = { id: id(2), name: '山田 ハナ', kana: 'やまだ はな', room: '203', birthDate: null };
const ITEM: BoardAnswer['held'][number] = {
  id: id(5),
  kind: 'care-insurance-card',
  label: null,
  resident: RESIDENT,
  storage: null,
  agreed: true,
  printedExpiresOn: null,
  certificateExpiresOn: null,
  insurerType: null,
  insurerId: null,
  authMode: null,
  noDatePrinted: true,
  custody: { at: 'stored', since: NOW, seq: 4, hold: { reason: 'found', resolveBy: '2026-11-19' } },
  takenInAt: NOW,
};
const AT_HOSPITAL: BoardAnswer['held'][number]['custody'] = {
  at: 'out',
  since: '2026-11-12T01:00:00.000Z',
  seq: 5,
  purpose: 'hospital-stay',
  dueBackAt: null,
  hold: null,
  destination: '市立中央病院 東4病棟',
  holder: { kind: 'other', relation: 'hospital', name: '東4病棟' },
};

test('what is kept for a while says by when, and that the day has passed', async () => {
  const hold = { reason: 'found', resolveBy: '2026-11-22' } as const;
  const inTime = { ...ITEM, id: id(6), custody: { at: 'stored', since: NOW, seq: 4, hold } } as const;
  const { page, text } = await open({ held: [ITEM, inTime], totals: { ...NOTHING.totals, held: 2 } });
  expect(text('#held')).toContain('2026年11月19日(木)までに決める');
  expect([...page.querySelectorAll('#held [data-state=late]')].map((chip) => chip.textContent)).toEqual(['3日過ぎ']);
});

test('what is in hospital is one call for one person in one place, and says by how long it is late', async () => {
  const asked = [ITEM, { ...ITEM, id: id(6), kind: 'medication-notebook' as const }].map((item) => ({
    item: { ...item, custody: AT_HOSPITAL },
    knownAt: '2026-11-12T01:00:00.000Z',
  }));
  const { page, text } = await open({ toLocate: asked, totals: { ...NOTHING.totals, toLocate: 2 } });
  expect(page.querySelectorAll('#toLocate .az-lines > li')).toHaveLength(1);
  expect(text('#toLocate az-holder-chip')).toBe('市立中央病院 東4病棟');
  expect(text('#toLocate [data-state=late]')).toBe('3日過ぎ');
  page.querySelector<HTMLButtonElement>('#toLocate button')?.click();
  const sent = TestBed.inject(HttpTestingController).expectOne('/api/custody/whereabouts');
  expect(sent.request.body).toMatchObject({ itemIds: [id(5), id(6)] });
});

test.each([
  ['2026-11-22T08:00:00.000Z', 0],
  ['2026-11-21T20:00:00.000Z', 1],
])('an emergency that is to be reviewed by %s', async (reviewBy, late) => {
  const toReview = [{ seq: 7, at: '2026-11-21T08:00:00.000Z', by: '夜久 明', unsigned: true, item: ITEM, reviewBy }];
  const { page } = await open({ toReview, totals: { ...NOTHING.totals, toReview: 1 } });
  expect(page.querySelectorAll('#review [data-state=late]')).toHaveLength(late);
});

test('who has which key is said where that is recorded, and one that was kept too long', async () => {
  const held = [
    {
      locker: { id: id(5), path: '西棟の金庫' },
      holder: { id: id(6), name: '馬場 勉' },
      since: '2026-11-21T12:04:00.000Z',
    },
    {
      locker: { id: id(7), path: '東棟の金庫' },
      holder: { id: id(8), name: '青木 杏' },
      since: '2026-11-22T00:00:00.000Z',
    },
  ];
  const { page, text } = await open({ keys: { held, inBox: 3 } });
  const [west = '', east = ''] = [...page.querySelectorAll('#keys li')].map(({ textContent }) => textContent);
  for (const part of ['西棟の金庫', '馬場 勉さん', '18時間をこえています']) expect(west).toContain(part);
  expect(east).toContain('青木 杏さん');
  expect(east).not.toContain('時間をこえています');
  expect(text('#keys p')).toContain('ほかの3本は');
  TestBed.resetTestingModule();
  expect((await open({ keys: { held: [], inBox: 1 } })).text('#keys')).toContain('すべてキーボックス');
  TestBed.resetTestingModule();
  expect((await open({})).page.querySelector('#keys')).toBeNull();
});

test('the dates are those that 期限 marks, each with what ends, and lead there with the same count', async () => {
  const date = { resident: RESIDENT, item: { id: id(5), kind: 'my-number-card', label: null } } as const;
  const { page, text } = await open({
    expiring: [
      { ...date, kind: 'certificate-expiry', date: '2026-12-10', standing: 'soon' },
      { ...date, kind: 'card-expiry', date: '2026-11-10', standing: 'overdue' },
    ],
    unknownDates: 4,
    totals: { ...NOTHING.totals, expiring: 2 },
  });
  expect(text('[data-tile=expiring]')).toContain('2');
  expect(page.querySelector('[data-tile=expiring]')?.getAttribute('href')).toBe('/deadlines?month=near');
  expect(text('[data-standing=soon]')).toContain('電子証明書の有効期限 2026年12月10日(木)');
  expect(text('[data-standing=overdue]')).toContain('期限切れ');
  const ways = [...page.querySelectorAll('az-near-dates p a')].map((way) => way.getAttribute('href'));
  expect(ways).toEqual(['/deadlines?month=near', '/deadlines?month=unknown', '/deadlines']);
  expect(text('az-near-dates p')).toContain('期限が未確認 4件');
});

test('who reviews who looked at whom is told when that is due, and when it is late', async () => {
  const waiting = { quarterOn: '2026-07-01', late: true, waiting: 2 };
  const { page, text } = await open({ views: waiting });
  for (const part of ['閲覧の見直しが遅れています', '2026年7〜9月', '2026年10月31日(土)まで', 'ほかに1つ'])
    expect(text('az-views-due')).toContain(part);
  expect(page.querySelector('az-views-due a')?.getAttribute('href')).toBe('/views/2026-07-01');
  TestBed.resetTestingModule();
  expect((await open({ views: { ...waiting, late: false } })).text('az-views-due')).toContain('見直しの時期です');
});
