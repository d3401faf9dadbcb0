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
import { CountPage } from './count-page';
import type { CountAnswer } from './counting';

const NOW = '2026-11-22T08:05:00.000Z';
const ME = '00000000-0000-4000-8000-000000000001';
const COLLEAGUE = '00000000-0000-4000-8000-000000000002';
const ID = '00000000-0000-4000-8000-000000000003';
const DRAWER = '00000000-0000-4000-8000-000000000010';
const POUCHES = [11, 12].map((n) => `00000000-0000-4000-8000-0000000000${String(n)}`);
const RECEIPT = { commandId: ME, entries: [{ seq: 7, itemId: null }], recordedAt: NOW, by: { id: ME, name: '佐藤' } };

const COUNT: CountAnswer = {
  id: ID,
  drawer: { id: DRAWER, path: '金庫 上段' },
  stage: 'counting',
  countedBy: { id: ME, name: '佐藤' },
  owner: { id: ME, name: '佐藤' },
  second: null,
  startedAt: NOW,
  closedAt: null,
  recounted: false,
  listed: false,
  reconciliationId: null,
  kinds: ['my-number-card', 'care-insurance-card'],
  places: [
    { id: DRAWER, kind: 'drawer', label: '上段' },
    ...POUCHES.map((id, n) => ({ id, kind: 'pouch' as const, label: `${String(n + 1)}番` })),
  ],
  expected: null,
  seen: null,
  differences: [],
  list: null,
};

async function open(count: CountAnswer) {
  TestBed.configureTestingModule({
    providers: [
      { provide: Board, useValue: { current: () => null } },
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'counts/:id', component: CountPage },
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
    staff: { id: ME, name: '佐藤 花子', role: 'floor', level: 'handler' },
    facility: { id: ME, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create(`/counts/${ID}`);
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      harness.fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
    harness.fixture.detectChanges();
  };
  http.expectOne(`/api/counts/${ID}`).flush(count);
  await settle();
  const page = harness.fixture.nativeElement as HTMLElement;
  const press = async (words: string) => {
    const found = [...page.querySelectorAll('button')].find((button) => button.textContent.includes(words));
    if (!found) throw new Error(`no button 「${words}」 on ${page.textContent}`);
    found.click();
    await settle();
  };
  const tick = async (words: string) => {
    const found = [...page.querySelectorAll('label')].find((label) => label.textContent.includes(words));
    found?.querySelector('input')?.click();
    await settle();
  };
  const scan = async (number: string) => {
    const field = page.querySelector<HTMLInputElement>('#pouch-number');
    if (!field) throw new Error('no field for a number');
    field.value = number;
    field.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    return field;
  };
  const type = async (typed: string) => {
    const field = page.querySelector<HTMLInputElement>('li input');
    if (!field) throw new Error('no field for a quantity');
    field.value = typed;
    field.dispatchEvent(new Event('change'));
    await settle();
    return field.value;
  };
  return { page, http, settle, press, tick, scan, type };
}

test('a pouch is scanned, kinds are pressed, and what was seen leaves at once', async () => {
  const { page, http, press, tick, scan } = await open(COUNT);
  await tick('介護保険証');
  const field = await scan('2');
  expect([field.value, page.textContent.includes('2番にあるもの')]).toEqual(['', true]);
  await tick('介護保険証');
  // Scanned once more, it is still there once.
  await scan('２');
  await tick('マイナンバーカード');
  await press('数え終わりました');
  const sent = http.expectOne(`/api/counts/${ID}/sightings`);
  expect((sent.request.body as { seen: unknown }).seen).toEqual([
    { storageId: POUCHES[0], kind: 'care-insurance-card', quantity: 1 },
    { storageId: POUCHES[1], kind: 'care-insurance-card', quantity: 1 },
    { storageId: POUCHES[1], kind: 'my-number-card', quantity: 1 },
  ]);
});

test('a number far from what a pouch holds is asked about, and sent when it is confirmed', async () => {
  const { page, http, press, tick, type } = await open(COUNT);
  await tick('介護保険証');
  expect([await type('たくさん'), await type('９９９')]).toEqual(['1', '999']);
  await press('数え終わりました');
  http.expectNone(`/api/counts/${ID}/sightings`);
  expect(page.querySelector('az-banner')?.textContent).toContain('1番の介護保険証 999枚');
  await type('12');
  expect(page.querySelector('az-banner')).toBeNull();
  await press('数え終わりました');
  await press('この数で終える');
  const { request } = http.expectOne(`/api/counts/${ID}/sightings`);
  expect(request.body).toMatchObject({ seen: [{ storageId: POUCHES[0], quantity: 12 }] });
});

test('that nothing is there is asked about before it is recorded, and whatever was seen after all takes the question back', async () => {
  const { page, http, press, tick } = await open(COUNT);
  await press('何もないことを記録する');
  expect(page.querySelector('az-banner')?.textContent).toContain('金庫 上段にはカードも書類もひとつもない');
  await tick('介護保険証');
  expect(page.querySelector('az-banner')).toBeNull();
  await tick('介護保険証');
  await press('何もないことを記録する');
  http.expectNone(`/api/counts/${ID}/sightings`);
  await press('この数で終える');
  expect(http.expectOne(`/api/counts/${ID}/sightings`).request.body).toMatchObject({ seen: [] });
});

test('a kind with a typed 0 keeps its row, which says so, and is not sent as seen', async () => {
  const { page, http, press, tick, type } = await open(COUNT);
  await tick('介護保険証');
  await tick('マイナンバーカード');
  expect([await type('０'), page.querySelectorAll('li').length]).toEqual(['0', 2]);
  expect(page.querySelector('li')?.textContent).toContain('ないものとして数えます');
  expect(page.querySelectorAll('az-kind-grid input:checked').length).toBe(1);
  // One fewer than none is none.
  page.querySelector<HTMLButtonElement>('li button')?.click();
  await press('数え終わりました');
  const { request } = http.expectOne(`/api/counts/${ID}/sightings`);
  expect((request.body as { seen: unknown }).seen).toEqual([
    { storageId: POUCHES[0], kind: 'my-number-card', quantity: 1 },
  ]);
});

test('what began by mistake is dropped, as long as nothing was pressed', async () => {
  const { page, http, press, tick, settle } = await open(COUNT);
  await tick('介護保険証');
  expect(page.textContent).not.toContain('数えるのをやめる');
  await tick('介護保険証');
  await press('数えるのをやめる');
  const sent = http.expectOne(`/api/counts/${ID}/drop`);
  http.expectNone(`/api/counts/${ID}/sightings`);
  sent.flush({ receipt: RECEIPT });
  await settle();
  expect(TestBed.inject(Router).url).toBe('/counts');
});

test('a number that stands elsewhere is said, and nothing is chosen', async () => {
  const { page, scan } = await open(COUNT);
  const field = await scan('34');
  expect(page.textContent).toContain('この場所に、その番号のポーチはありません。');
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['34', 'true']);
});

test("a colleague's count is not counted here, but can be taken over", async () => {
  const { page, http, press, settle } = await open({ ...COUNT, owner: { id: COLLEAGUE, name: '鈴木' } });
  expect(page.textContent).toContain('鈴木さんが点検しています');
  expect(page.querySelector('az-count-sheet')).toBeNull();
  await press('引きつぐ');
  http.expectOne(`/api/counts/${ID}/take-over`).flush({ receipt: RECEIPT, count: COUNT });
  await settle();
  expect(page.querySelector('az-count-sheet')).not.toBeNull();
});

test('a difference is answered, and only then the count can be closed', async () => {
  const place = { id: POUCHES[0] ?? '', path: '金庫 上段 1番' };
  const difference = {
    n: 1,
    side: 'surplus' as const,
    place,
    kind: 'care-insurance-card' as const,
    candidates: [],
    settled: null,
  };
  const entered: CountAnswer = { ...COUNT, stage: 'entered', expected: 0, seen: 1, differences: [difference] };
  const { page, http, press, tick, settle } = await open(entered);
  expect(page.textContent).toContain('数えなおす');
  expect(page.textContent).toContain('多い：介護保険証（金庫 上段 1番）');
  const close = () =>
    [...page.querySelectorAll('button')].find((button) => button.textContent.includes('点検を終える'));
  expect(close()?.getAttribute('aria-disabled')).toBe('true');
  await tick('見なおすと、ない');
  await press('答えを記録する');
  const sent = http.expectOne(`/api/counts/${ID}/answers`);
  expect(sent.request.body).toMatchObject({ difference: 1, as: 'not-there', itemId: null });
  const settled = { as: 'not-there' as const, item: null, by: { id: ME, name: '佐藤' }, at: NOW };
  sent.flush({ receipt: RECEIPT, count: { ...entered, differences: [{ ...difference, settled }] } });
  await settle();
  expect(page.textContent).not.toContain('数えなおす');
  expect(close()?.getAttribute('aria-disabled')).toBe('false');
  await press('点検を終える');
  http.expectOne(`/api/counts/${ID}/close`);
});

test('who entered too much counts anew, with an empty sheet that is not given up', async () => {
  const place = { id: POUCHES[0] ?? '', path: '金庫 上段 1番' };
  const surplus = {
    side: 'surplus' as const,
    place,
    kind: 'care-insurance-card' as const,
    candidates: [],
    settled: null,
  };
  const differences = [{ ...surplus, n: 1 }];
  const { page, http, press, settle } = await open({ ...COUNT, stage: 'entered', expected: 0, seen: 1, differences });
  await press('数えなおす');
  http.expectOne(`/api/counts/${ID}/recount`).flush({ receipt: RECEIPT, count: { ...COUNT, recounted: true } });
  await settle();
  expect(page.querySelector('az-count-sheet')).not.toBeNull();
  expect(page.textContent).not.toContain('数えるのをやめる');
  expect(page.textContent).not.toContain('多い：');
});
