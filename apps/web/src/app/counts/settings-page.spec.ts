import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AnswerOf, readCounts } from '@azukari/contract';
import type { Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { WordsLoader } from '../ui/transloco-loader';
import { SettingsPage } from './settings-page';

const NOW = '2026-11-22T08:05:00.000Z';
const ME = '00000000-0000-4000-8000-000000000001';
const POLICY = { shifts: ['09:00', '17:00'], second: 'differences', version: 0 } as const;
const COUNTS: AnswerOf<typeof readCounts> = {
  policy: { ...POLICY, shifts: [...POLICY.shifts] },
  drawers: [],
  awaited: [],
  recent: [],
};
const URL = '/api/counts/policy';

async function open(role: Role = 'manager') {
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'here', component: SettingsPage }]),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: ME, name: '佐藤 花子', role, level: null },
    facility: { id: ME, name: 'さくらの里' },
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
  http.expectOne('/api/counts').flush(COUNTS);
  await settle();
  const text = (selector: string) => page.querySelector(selector)?.textContent.replace(/\s+/g, ' ') ?? '';
  const times = () => [...page.querySelectorAll<HTMLInputElement>('input[type=time]')].map(({ value }) => value);
  const press = async (words: string) => {
    const found = [...page.querySelectorAll('button')].find((button) => button.textContent.trim().startsWith(words));
    if (!found) throw new Error(`no button 「${words}」 on ${page.textContent}`);
    found.click();
    await settle();
  };
  const write = async (selector: string, value: string) => {
    const field = page.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(`no field ${selector}`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    await settle();
  };
  return { page, http, settle, text, times, press, write };
}

it('a third change of shift and always a second person are sent with the version that was seen', async () => {
  const { press, write, page, http, settle, text, times } = await open();
  expect(times()).toEqual(['09:00', '17:00']);
  await press('時刻を加える');
  await write('#shift-2', '21:30');
  page.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]?.click();
  await settle();
  await press('保存');
  const sent = http.expectOne(URL);
  expect([sent.request.method, sent.request.body]).toMatchObject([
    'PATCH',
    { version: 0, shifts: ['09:00', '17:00', '21:30'], second: 'always' },
  ]);
  sent.flush({ shifts: ['09:00', '17:00', '21:30'], second: 'always', version: 1 });
  await settle();
  expect(text('az-banner')).toContain('保存しました');
  await press('外す');
  expect(text('az-banner')).toBe('');
  await press('保存');
  expect(http.expectOne(URL).request.body).toMatchObject({ version: 1, shifts: ['17:00', '21:30'] });
});

it('a time that was left empty is said at its place, and nothing leaves', async () => {
  const { press, http, page } = await open();
  await press('時刻を加える');
  await press('保存');
  http.expectNone(URL);
  expect(page.querySelector('#shift-2-error')?.textContent.trim()).not.toBe('');
  expect(page.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
});

it('one time twice is said where it stands again, and nothing leaves', async () => {
  const { press, write, http, text } = await open();
  await write('#shift-1', '09:00');
  await press('保存');
  http.expectNone(URL);
  expect([text('#shift-0-error'), text('#shift-1-error')]).toEqual(['', expect.stringContaining('同じものが2回')]);
});

it('a house that takes every time away does not count at changes of shift', async () => {
  const { press, http, text } = await open();
  await press('外す');
  await press('外す');
  expect(text('form')).toContain('交代時の点検をしない設定です');
  await press('保存');
  expect(http.expectOne(URL).request.body).toMatchObject({ shifts: [], second: 'differences' });
});

it('what a colleague changed meanwhile is fetched, not written over', async () => {
  const { press, http, settle, times } = await open();
  await press('外す');
  await press('保存');
  const refusal = { kind: 'stale-version', version: 3 };
  http.expectOne(URL).flush({ refusal }, { status: 409, statusText: 'Conflict' });
  await settle();
  await press('読みなおす');
  http.expectOne('/api/counts').flush({ ...COUNTS, policy: { ...POLICY, shifts: ['08:30'], version: 3 } });
  await settle();
  expect(times()).toEqual(['08:30']);
});

it('who may only read sees the times and changes nothing', async () => {
  const { page, times } = await open('auditor');
  expect(times()).toEqual(['09:00', '17:00']);
  expect([...page.querySelectorAll('fieldset')].map(({ disabled }) => disabled)).toEqual([true, true]);
  expect(page.querySelector('button')).toBeNull();
});
