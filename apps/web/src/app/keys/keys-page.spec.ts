import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AnswerOf, readKeys } from '@azukari/contract';
import type { Level, Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { Clock } from '../ui/clock';
import { WordsLoader } from '../ui/transloco-loader';
import { KeysPage } from './keys-page';

const NOW = '2026-11-22T06:05:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
const ME = { id: id(1), name: '佐藤 花子' };
const BEN = { id: id(2), name: '馬場 勉' };
const KEYS: AnswerOf<typeof readKeys> = {
  kept: true,
  keys: [
    { locker: { id: id(5), path: '東棟の金庫' }, retired: false, holder: null, since: null },
    {
      locker: { id: id(6), path: '西棟の金庫' },
      retired: false,
      holder: BEN,
      since: '2026-11-21T12:04:00.000Z',
    },
    { locker: { id: id(7), path: '旧館の棚' }, retired: true, holder: ME, since: '2026-11-22T00:00:00.000Z' },
  ],
  receivers: [BEN, ME],
};
const RECEIPT = { commandId: id(9), recordedAt: NOW, by: ME, entries: [{ seq: 9, itemId: null }] };

interface Opened {
  readonly role?: Role;
  readonly level?: Level | null;
  readonly keys?: AnswerOf<typeof readKeys>;
}

async function open({ role = 'floor', level = 'handler', keys = KEYS }: Opened = {}) {
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      { provide: Board, useValue: { current: () => null, refresh: () => Promise.resolve() } },
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'here', component: KeysPage }]),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Clock).follow(NOW);
  TestBed.inject(Session).begin({
    staff: { ...ME, role, level },
    facility: { id: id(0), name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create('/here');
  const http = TestBed.inject(HttpTestingController);
  const page = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.fixture.detectChanges();
    }
  };
  http.expectOne('/api/keys').flush(keys);
  await settle();
  const words = ({ textContent }: Element) => textContent.replace(/\s+/g, ' ').trim();
  const buttons = () => [...page.querySelectorAll('button')].map((button) => button.ariaLabel ?? words(button));
  const press = async (name: string) => {
    const found = [...page.querySelectorAll('button')].find((button) => (button.ariaLabel ?? words(button)) === name);
    if (!found) throw new Error(`no button 「${name}」 among ${buttons().join(' ')}`);
    found.click();
    await settle();
  };
  const cards = () => [...page.querySelectorAll('.keys > li')].map(words);
  return { page, http, settle, buttons, press, cards };
}

it('says who has which key, since when, and which was kept too long', async () => {
  const [east = '', west = '', old = ''] = (await open()).cards();
  expect(east).toContain('キーボックスにあります');
  for (const part of ['馬場 勉さんが持っています', '11月21日(土) 21:04', '18時間をこえています'])
    expect(west).toContain(part);
  expect(old).toContain('自分が持っています');
  expect(old).toContain('もう使っていないロッカー');
  expect(old).not.toContain('時間をこえています');
});

it('two taps hand a key over: the key, then who receives it, oneself first', async () => {
  const { press, buttons, http, settle, cards } = await open();
  await press('東棟の金庫 受け渡す');
  expect(buttons().slice(1, 3)).toEqual(['自分（佐藤 花子）', '馬場 勉']);
  await press('自分（佐藤 花子）');
  const sent = http.expectOne(`/api/keys/${id(5)}/hand-overs`);
  expect(sent.request.body).toMatchObject({ from: null, to: ME.id, at: null });
  const [first, ...others] = KEYS.keys;
  sent.flush({ receipt: RECEIPT, keys: { ...KEYS, keys: [{ ...first, holder: ME, since: NOW }, ...others] } });
  await settle();
  expect(cards()[0]).toContain('自分が持っています');
  expect(buttons()).toHaveLength(3);
});

it('a key goes back into the box, and that of a locker no longer used nowhere else', async () => {
  const { press, http, page } = await open();
  await press('旧館の棚 もどす');
  expect(page.querySelectorAll('[role=group] button')).toHaveLength(1);
  await press('キーボックスへもどす');
  expect(http.expectOne(`/api/keys/${id(7)}/hand-overs`).request.body).toMatchObject({ from: ME.id, to: null });
});

it('who was too late hears who has the key, and sees it', async () => {
  const { press, http, settle, page } = await open();
  await press('東棟の金庫 受け渡す');
  await press('自分（佐藤 花子）');
  const refusal = { kind: 'key-elsewhere', storageId: id(5), staffId: BEN.id, name: BEN.name, since: NOW };
  http.expectOne(`/api/keys/${id(5)}/hand-overs`).flush({ refusal }, { status: 409, statusText: 'Conflict' });
  await settle();
  expect(page.querySelector('az-outcome')?.textContent).toContain('この鍵は、いま馬場 勉さんが持っています');
  http.expectOne('/api/keys').flush(KEYS);
});

it('what happened earlier is sent with its time, and an empty time is said at its place', async () => {
  const { press, http, page, settle } = await open();
  await press('東棟の金庫 受け渡す');
  page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  await settle();
  await press('馬場 勉');
  http.expectNone(`/api/keys/${id(5)}/hand-overs`);
  expect(page.querySelector('#late-day-error')?.textContent.trim()).not.toBe('');
  http.expectOne('/api/keys').flush(KEYS);
  await settle();
  const time = page.querySelector<HTMLInputElement>('input[type=time]');
  if (!time) throw new Error('no time');
  time.value = '13:20';
  time.dispatchEvent(new Event('change'));
  await press('馬場 勉');
  const { request } = http.expectOne(`/api/keys/${id(5)}/hand-overs`);
  expect(request.body).toMatchObject({ to: BEN.id, at: '2026-11-22T04:20:00.000Z' });
});

it('who is not appointed sees where the keys are and hands over none', async () => {
  const { buttons, page } = await open({ level: null });
  expect(buttons()).toEqual([]);
  expect(page.textContent).toContain('任命されている職員です');
});

it('is off until who keeps the settings begins', async () => {
  const off = { kept: false, keys: [], receivers: [] };
  expect((await open({ keys: off })).buttons()).toEqual([]);
  TestBed.resetTestingModule();
  const { press, http, settle, buttons } = await open({ keys: off, role: 'manager' });
  await press('鍵の受け渡しを記録する');
  const sent = http.expectOne('/api/keys/policy');
  expect(sent.request.body).toMatchObject({ kept: true });
  sent.flush(KEYS);
  await settle();
  expect(buttons()).toContain('記録するのをやめる');
});
