import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import type { Line } from './swap';
import { SwapPage } from './swap-page';
import { aLine, aSwap } from './testing';

const NOW = '2026-08-03T06:05:00.000Z';
const ME = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const RECEIPT = { commandId: ME, entries: [{ seq: 7, itemId: null }], recordedAt: NOW, by: { id: ME, name: '佐藤' } };

beforeEach(() => {
  globalThis.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});

async function open(lines: readonly Line[], level: 'responsible' | null = 'responsible', given: object = {}) {
  TestBed.configureTestingModule({
    providers: [
      Board,
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'swap', component: SwapPage }], withComponentInputBinding()),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: ME, name: '佐藤 花子', role: 'floor', level },
    facility: { id: ME, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create('/swap');
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/swap').flush({ ...aSwap(lines), ...given });
  // Not until all is stable: a page that has asked something waits for its answer.
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      harness.fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
    harness.fixture.detectChanges();
  };
  await settle();
  const page = harness.fixture.nativeElement as HTMLElement;
  const rows = () => [...page.querySelectorAll('az-swap-line')];
  const boxes = () => [...page.querySelectorAll<HTMLInputElement>('az-swap-line input[type=checkbox]')];
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(name));
  const press = async (name: string) => {
    button(name)?.click();
    await settle();
  };
  return { page, http, settle, rows, boxes, button, press };
}

it('says how far it is, and of each paper whose it is and what it waits for', async () => {
  const { page, rows } = await open([
    aLine({ n: 11, state: 'done', old: { at: 'ended' } }),
    aLine({ n: 12, obstacle: 'not-agreed', rule: null }),
  ]);
  expect(page.textContent).toContain('2点のうち 1点が差し替え済み');
  expect(rows()[0]?.textContent).toContain('差し替え済み');
  const waiting = rows()[1]?.textContent ?? '';
  for (const part of ['山田 太郎 さん', '203', '負担割合証・届くもの', 'まだ届いていない', 'まだ伺っていません'])
    expect(waiting).toContain(part);
});

it('offers for what is ticked what can be done with it, with its number', async () => {
  const { boxes, button, press, rows, settle } = await open([
    aLine({ n: 11 }),
    aLine({ n: 12, obstacle: 'not-agreed', rule: 'stay-closed' }),
    aLine({ n: 13, state: 'done', old: { at: 'ended' } }),
  ]);
  expect([rows().length, boxes().length]).toEqual([3, 2]);
  expect(button('届いた')).toBeUndefined();
  await press('見えている2点をすべて選ぶ');
  expect(button('届いた')?.textContent).toContain('2点');
  expect(button('差し替える')?.textContent).toContain('1点');
  boxes()[0]?.click();
  await settle();
  expect(button('差し替える')).toBeUndefined();
});

it('before families are asked, nothing can have arrived, and nothing can be ticked', async () => {
  const { page, rows, boxes } = await open([aLine()], 'responsible', { asOf: '2026-05-31' });
  expect([rows().length, boxes().length]).toEqual([1, 0]);
  expect(page.textContent).toContain('2026年6月1日(月)から記録できます');
});

it('who may not take in sees the list and no box', async () => {
  const { rows, boxes, button } = await open([aLine()], null);
  expect(rows()).toHaveLength(1);
  expect(boxes()).toHaveLength(0);
  expect(button('出ている')).toBeUndefined();
});

it('envelopes that arrived go in one command, and the list is read anew', async () => {
  const { http, press, settle } = await open([aLine({ n: 11 }), aLine({ n: 12 })]);
  await press('見えている2点をすべて選ぶ');
  await press('届いた');
  const sent = http.expectOne('/api/envelopes');
  expect(sent.request.body).toMatchObject({ envelopes: [{ from: 'insurer' }, { from: 'insurer' }] });
  sent.flush({ receipt: RECEIPT }, { status: 201, statusText: 'Created' });
  await settle();
  http.expectOne('/api/swap').flush(aSwap([]));
});

it('a swap proposes the day, asks who looks on, and sends all rows in one command', async () => {
  const { http, page, press, settle, button } = await open([
    aLine({ n: 11, state: 'sealed', envelope: { id: OTHER, arrivedOn: '2026-07-20' } }),
    aLine({ n: 12 }),
  ]);
  await press('見えている2点をすべて選ぶ');
  await press('差し替える');
  const staff = [
    { id: ME, name: '佐藤 花子', kana: 'さとう', loginId: null, role: 'floor', level: null, leftOn: null, version: 1 },
    { id: OTHER, name: '田中 実', kana: 'たなか', loginId: null, role: 'floor', level: null, leftOn: null, version: 1 },
  ];
  http.expectOne('/api/staff').flush({ staff });
  await settle();
  expect(page.textContent).toContain('2027年7月31日(土)');
  const witnesses = [...page.querySelectorAll('#witness option')].map((one) => one.textContent.trim());
  expect(witnesses).toEqual(['えらんでください', '田中 実']);
  await press('差し替える 2点');
  http.expectNone('/api/swaps');
  expect(page.textContent).toContain('立ち会う人を選んでください');
  const select = page.querySelector<HTMLSelectElement>('#witness');
  if (select) select.value = OTHER;
  select?.dispatchEvent(new Event('change'));
  await settle();
  button('差し替える 2点')?.click();
  await settle();
  expect(http.expectOne('/api/swaps').request.body).toMatchObject({
    endsOn: '2026-07-31',
    disposition: 'destroyed',
    witnessId: OTHER,
    rows: [
      { envelopeId: OTHER, printedExpiresOn: '2027-07-31', nextId: null },
      { envelopeId: null, printedExpiresOn: '2027-07-31', nextId: null },
    ],
  });
});

it('old papers that still count are not asked about', async () => {
  const { page, http, press, settle } = await open([aLine({ old: { counts: true } })]);
  await press('見えている1点をすべて選ぶ');
  await press('差し替える');
  http.expectOne('/api/staff').flush({ staff: [] });
  await settle();
  expect(page.querySelector('#witness')).toBeNull();
  expect(page.textContent).toContain('前の証は2026年7月31日(金)まで使えるので、そのままお預かりします');
});
