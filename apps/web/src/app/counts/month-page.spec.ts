import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import { MonthPage } from './month-page';
import { MonthsPage } from './months-page';
import type { MonthLine, ReconciliationAnswer } from './reconciling';

const NOW = '2026-11-08T01:00:00.000Z';
const ME = '00000000-0000-4000-8000-000000000001';
const COLLEAGUE = '00000000-0000-4000-8000-000000000002';
const ID = '00000000-0000-4000-8000-000000000003';
const COUNT_ID = '00000000-0000-4000-8000-000000000004';
const DRAWER = '00000000-0000-4000-8000-000000000010';
const RECEIPT = { commandId: ME, entries: [{ seq: 7, itemId: null }], recordedAt: NOW, by: { id: ME, name: '佐藤' } };
const [SATO, SUZUKI] = [
  { id: ME, name: '佐藤' },
  { id: COLLEAGUE, name: '鈴木' },
];

const BRIEF: NonNullable<MonthLine['reconciliation']> = {
  id: ID,
  month: '2026-10',
  stage: 'counting',
  startedBy: SATO,
  startedAt: NOW,
  countedBy: null,
  countedAt: null,
  expected: null,
  seen: null,
  differences: null,
  second: null,
  closedAt: null,
  corrections: 0,
};
const NOT_COUNTED = { id: DRAWER, path: '金庫 上段', optional: false, count: null, busy: null };
const UNPLACED = { id: null, path: '', optional: true, count: null, busy: null };
const BEGUN: ReconciliationAnswer = {
  ...BRIEF,
  dueOn: '2026-11-07',
  daysLate: 1,
  hands: [ME],
  drawers: [NOT_COUNTED, UNPLACED],
  totals: null,
  found: [],
  corrected: [],
};
const COUNTED: ReconciliationAnswer = {
  ...BEGUN,
  stage: 'awaited',
  countedBy: SATO,
  countedAt: NOW,
  expected: 12,
  seen: 11,
  differences: 1,
  drawers: [],
  totals: { stored: 13, notCounted: 2, out: 3, held: 1, missing: 1, ended: 0 },
  found: [
    {
      side: 'short',
      place: { id: DRAWER, path: '金庫 上段 1番' },
      kind: 'care-insurance-card',
      as: 'searching',
      item: null,
      by: SATO,
      at: NOW,
    },
  ],
};

async function open(path: string, me = ME) {
  TestBed.configureTestingModule({
    providers: [
      Board,
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'counts/months', component: MonthsPage },
          { path: 'counts/months/:id', component: MonthPage },
          { path: 'counts/:id', children: [] },
          { path: 'counts', children: [] },
        ],
        withComponentInputBinding(),
      ),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: me, name: '佐藤 花子', role: 'floor', level: 'deputy' },
    facility: { id: ME, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create(path);
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      harness.fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
    harness.fixture.detectChanges();
  };
  const page = harness.fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find(
      (one) => one.textContent.includes(words) || one.getAttribute('aria-label')?.includes(words),
    );
  const press = async (words: string) => {
    const found = button(words);
    if (!found) throw new Error(`no button 「${words}」 on ${page.textContent}`);
    found.click();
    await settle();
  };
  const answer = async (url: string, body: object) => {
    http.expectOne(url).flush(body);
    await settle();
  };
  return { page, http, settle, press, button, answer };
}

test('the months stand with their state; a month that is over is begun in one tap', async () => {
  const { page, http, press, answer } = await open('/counts/months');
  const months: MonthLine[] = [
    { month: '2026-10', dueOn: '2026-11-07', daysLate: 1, reconciliation: null },
    {
      month: '2026-09',
      dueOn: '2026-10-07',
      daysLate: 3,
      reconciliation: { ...BRIEF, month: '2026-09', stage: 'closed', second: SUZUKI, closedAt: NOW, corrections: 2 },
    },
  ];
  await answer('/api/reconciliations', { months });
  const text = page.textContent;
  for (const words of ['2026年10月分', 'まだ', '1日過ぎています', '2026年9月分', '済', '3日遅れて終わりました'])
    expect(text).toContain(words);
  expect(text).toContain('確かめた人 鈴木さん');
  expect(text).toContain('訂正 2件');
  await press('2026年10月分 始める');
  const sent = http.expectOne('/api/reconciliations');
  expect(sent.request.body).toMatchObject({ month: '2026-10' });
  sent.flush({ receipt: RECEIPT, reconciliation: BEGUN }, { status: 201, statusText: 'Created' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(TestBed.inject(Router).url).toBe(`/counts/months/${ID}`);
});

test('it is not finished while a drawer is left; counting one leads to its count', async () => {
  const { page, http, press, button, answer } = await open(`/counts/months/${ID}`);
  await answer(`/api/reconciliations/${ID}`, BEGUN);
  expect(page.textContent).toContain('あと1か所');
  expect(page.textContent).toContain('記録では何もありません');
  expect(button('ぜんぶ数えました')?.getAttribute('aria-disabled')).toBe('true');
  await press('ぜんぶ数えました');
  http.expectNone(`/api/reconciliations/${ID}/finish`);
  await press('金庫 上段 数える');
  const sent = http.expectOne(`/api/reconciliations/${ID}/counts`);
  expect(sent.request.body).toMatchObject({ drawerId: DRAWER });
  const count = { id: COUNT_ID, drawer: { id: DRAWER, path: '金庫 上段' }, stage: 'counting' };
  sent.flush(
    {
      receipt: RECEIPT,
      count: {
        ...count,
        countedBy: SATO,
        owner: SATO,
        second: null,
        startedAt: NOW,
        closedAt: null,
        recounted: false,
        listed: false,
        reconciliationId: ID,
        places: [],
        kinds: [],
        expected: null,
        seen: null,
        differences: [],
        list: null,
      },
    },
    { status: 201, statusText: 'Created' },
  );
  await new Promise((resolve) => setTimeout(resolve));
  expect(TestBed.inject(Router).url).toBe(`/counts/${COUNT_ID}`);
});

test('who had a hand in it is not offered to confirm it; somebody else closes it', async () => {
  const mine = await open(`/counts/months/${ID}`);
  await mine.answer(`/api/reconciliations/${ID}`, COUNTED);
  expect(mine.page.textContent).toContain('記録 12点・見たもの 11点・ちがい 1件');
  expect(mine.page.textContent).toContain('ない：介護保険証（金庫 上段 1番）');
  expect(mine.page.textContent).toContain('別の方に、ご自分のサインインで');
  expect(mine.button('確かめて終える')).toBeUndefined();
  TestBed.resetTestingModule();

  const { page, press, button, answer } = await open(`/counts/months/${ID}`, COLLEAGUE);
  await answer(`/api/reconciliations/${ID}`, COUNTED);
  await press('確かめて終える');
  const closed: ReconciliationAnswer = { ...COUNTED, stage: 'closed', second: SUZUKI, closedAt: NOW };
  await answer(`/api/reconciliations/${ID}/confirm`, { receipt: RECEIPT, reconciliation: closed });
  await press('訂正を書き加える');
  for (const reason of ['書きまちがい', 'あとで分かった', 'その他']) expect(page.textContent).toContain(reason);
  expect(page.textContent).toContain('1日遅れて終わりました');
  expect(page.textContent).toContain('確かめた人 鈴木さん');
  expect(button('確かめて終える')).toBeUndefined();
});
