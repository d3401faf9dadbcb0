import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { ENVELOPE_OBSTACLES, type Level } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';

import { ja } from '../../i18n/ja';
import { Session } from '../session/session';
import { Board } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import type { Envelope } from './envelope';
import { EnvelopesPage } from './envelopes-page';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';
const NOW = '2026-11-22T06:05:00.000Z';
const OPENABLE: Envelope = {
  id: ID,
  resident: { id: ID, name: '山田 太郎', kana: 'やまだ たろう', room: '203' },
  at: 'stored',
  storage: { id: ID, path: '金庫1 › 引き出し2 › ポーチ24' },
  arrivedOn: '2026-11-10',
  days: 12,
  overdue: true,
  held: false,
  from: 'insurer',
  expected: ['care-copay-certificate'],
  obstacle: null,
};
const CLOSED: Envelope = {
  ...OPENABLE,
  id: 'b7a1d0c2-5e44-4f0f-8f3e-94a6b0f1c2d3',
  resident: null,
  days: 0,
  overdue: false,
  held: true,
  from: null,
  expected: [],
  obstacle: 'not-agreed',
};

async function open(envelopes: readonly Envelope[] = [OPENABLE, CLOSED], level: Level | null = 'responsible') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      Board,
      provideRouter([{ path: 'envelopes', component: EnvelopesPage }], withComponentInputBinding()),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: ID, name: '佐藤 花子', role: level === null ? 'auditor' : 'manager', level },
    facility: { id: ID, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create('/envelopes');
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/envelopes').flush({ asOf: '2026-11-22', envelopes });
  /** What is read anew, or for a form that was opened, is answered by the test or not at all: it is not waited for. */
  const settle = async () => {
    await new Promise((go) => setTimeout(go));
    TestBed.tick();
  };
  await harness.fixture.whenStable();
  const page = harness.fixture.nativeElement as HTMLElement;
  const rows = () => [...page.querySelectorAll('az-envelope-row')];
  const press = async (within: Element | undefined, name: string) => {
    [...(within?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent.includes(name))?.click();
    await settle();
  };
  return { page, http, settle, rows, press };
}

it('every obstacle has its words', () =>
  expect(Object.keys(ja.envelopes.obstacle).sort()).toEqual([...ENVELOPE_OBSTACLES].sort()));

it('says of each envelope whose it is, from whom, how long it lies, and why it stays closed', async () => {
  const { rows } = await open();
  const [first, second] = rows().map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '));
  for (const part of ['山田 太郎', '203', '保険者', '負担割合証', '12日', 'ポーチ24']) expect(first).toContain(part);
  expect(first).not.toContain(ja.envelopes.obstacle['not-agreed']);
  expect(second).toContain(ja.envelopes.obstacle['not-agreed']);
  expect(second).toContain('一時保管');
});

it('may be opened only where nothing stands against it; what was awaited is proposed, and all of it may be hers', async () => {
  const { http, rows, press } = await open();
  const [first, second] = rows();
  await press(second, '開');
  expect(second?.querySelector('az-opening-form')).toBeNull();
  await press(first, ja.envelopes.open);
  const form = first?.querySelector('az-opening-form') ?? undefined;
  expect(form?.textContent).toContain('負担割合証');
  await press(form, ja.envelopes.opening.remove);
  form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  const sent = http.expectOne(`/api/envelopes/${ID}/opening`);
  expect(sent.request.body).toMatchObject({ papers: [] });
});

it('who sent it is noted with one tap, and the list is read anew', async () => {
  const { http, rows, press, settle } = await open();
  const [, second] = rows();
  await press(second, ja.envelopes.mark);
  second?.querySelector<HTMLInputElement>('az-choices input')?.click();
  const sent = http.expectOne(`/api/envelopes/${CLOSED.id}/marks`);
  expect(sent.request.body).toMatchObject({ from: 'insurer', expected: null });
  sent.flush(
    { receipt: { commandId: ID, entries: [], recordedAt: NOW, by: null } },
    { status: 201, statusText: 'Created' },
  );
  await settle();
  await settle();
  http.expectOne('/api/envelopes');
});

it('F14 is of the whole list and names no envelope: a list may be longer than a request', async () => {
  const { page, http, press } = await open();
  window.open = () => null;
  await press(page, ja.envelopes.paper);
  const sent = http.expectOne('/api/forms/F14');
  expect(sent.request.body).toMatchObject({ residentIds: null });
  expect(sent.request.body).not.toHaveProperty('itemIds');
});

it('an auditor reads, and is offered nothing to do', async () => {
  const { rows, page } = await open([OPENABLE], null);
  expect(rows()[0]?.querySelectorAll('button, a')).toHaveLength(0);
  expect(page.textContent).not.toContain(ja.envelopes.arrived);
});

it('with none it says so', async () => {
  const { page } = await open([]);
  expect(page.querySelector('az-empty-state')?.textContent).toContain(ja.envelopes.empty.title);
});
