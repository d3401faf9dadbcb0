import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Level } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Receipts, type Subject } from '../ui/receipts';
import { WordsLoader } from '../ui/transloco-loader';
import { ReceiptNote } from './receipt-note';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
const AT = '2026-11-21T01:42:00.000Z';
const CARE: Subject = {
  id: id(1),
  kind: 'care-insurance-card',
  label: null,
  resident: { id: id(9), name: '髙﨑 ミツ', kana: 'たかさき みつ', room: '203', birthDate: null },
};
const NOTEBOOK: Subject = { ...CARE, id: id(2), kind: 'medication-notebook' };
const receipt = (...seqs: readonly number[]) => ({
  commandId: id(8),
  recordedAt: AT,
  entries: seqs.map((seq, n) => ({ seq, itemId: id(n + 1) })),
  by: null,
});

interface Given {
  readonly shown: ComponentFixture<ReceiptNote>;
  readonly receipts: Receipts;
  readonly http: HttpTestingController;
  readonly text: () => string;
  readonly press: () => Promise<void>;
  readonly answer: (url: string, body: unknown) => Promise<TestRequest>;
}

async function given(level: Level | null): Promise<Given> {
  // jsdom draws nothing, so nothing can be brought into view.
  HTMLElement.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  signIn(1, level);
  const shown = TestBed.createComponent(ReceiptNote);
  const page = shown.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  await shown.whenStable();
  const text = (): string => page.textContent.trim();
  const settle = async (): Promise<void> => {
    await new Promise((later) => setTimeout(later));
    await shown.whenStable();
  };
  return {
    shown,
    receipts: TestBed.inject(Receipts),
    http,
    text,
    press: async () => {
      page.querySelector('button')?.click();
      await settle();
    },
    answer: async (url, body) => {
      const asked = http.expectOne(url);
      asked.flush(body as object);
      await settle();
      return asked;
    },
  };
}

function signIn(n: number, level: Level | null): void {
  TestBed.inject(Session).begin({
    staff: { id: id(n), name: '佐藤 花子', role: 'floor', level },
    facility: { id: id(7), name: 'さくらの里' },
    expiresAt: AT,
    endsAt: AT,
    now: AT,
    demo: false,
  });
}

test('says when, what, whose and the number; of many things the first, and only what was moved', async () => {
  const { receipts, shown, text } = await given('handler');
  receipts.show('change', receipt(1041, 1042), [CARE, NOTEBOOK, { ...NOTEBOOK, id: id(3) }]);
  await shown.whenStable();
  expect(text()).toBe('10:42 替えました　髙﨑 ミツ さん・介護保険証ほか1点・記録 1,042');
  receipts.show('recorded', receipt(1043));
  await shown.whenStable();
  expect(text()).toBe('10:42 記録しました・記録 1,043');
});

test('what was taken out by mistake is put back: an entry of its own', async () => {
  const { receipts, shown, text, press, answer } = await given('handler');
  receipts.show('check-out', receipt(1041, 1042), [CARE, NOTEBOOK]);
  await shown.whenStable();
  expect(text()).toContain('やっぱりもどす');
  await press();
  const asked = await answer('/api/custody/check-ins', { receipt: receipt(1043, 1044) });
  expect(asked.request.body).toMatchObject({ itemIds: [id(1), id(2)] });
  expect(text()).toBe('10:42 もどしました　髙﨑 ミツ さん・介護保険証ほか1点・記録 1,044');
});

test('a wrong もどす is cancelled by who may, each entry with its reason', async () => {
  const { receipts, shown, text, press, answer } = await given('responsible');
  receipts.show('check-in', receipt(1041, 1042), [CARE, NOTEBOOK]);
  await shown.whenStable();
  await press();
  const first = await answer('/api/custody/cancellations', { receipt: receipt(1043) });
  expect(first.request.body).toMatchObject({ seq: 1041, reason: 'did-not-happen' });
  const second = await answer('/api/custody/cancellations', { receipt: receipt(1044) });
  expect(second.request.body).toMatchObject({ seq: 1042 });
  expect(text()).toContain('取り消しました　髙﨑 ミツ さん・介護保険証・記録 1,044');
});

test('who may not cancel is led to the resident; nobody is offered a second 出す as a way back', async () => {
  const { receipts, shown } = await given('handler');
  receipts.show('check-in', receipt(1041), [CARE]);
  await shown.whenStable();
  const page = shown.nativeElement as HTMLElement;
  expect(page.querySelector('button')).toBeNull();
  expect(page.querySelector('a')?.getAttribute('href')).toBe(`/residents/${id(9)}`);
});

test('a refusal stays to be read, and can be closed', async () => {
  const { receipts, shown, text, press, http } = await given('handler');
  receipts.show('check-out', receipt(1041), [CARE]);
  await shown.whenStable();
  await press();
  http
    .expectOne('/api/custody/check-ins')
    .flush(
      { title: 'refused', refusal: { kind: 'item-stored', itemId: id(1), itemKind: CARE.kind, since: AT } },
      { status: 409, statusText: 'Conflict' },
    );
  await new Promise((later) => setTimeout(later));
  await shown.whenStable();
  expect(text()).toContain('まだ記録していません。');
});

test('the next person is not offered the way back of the one before', async () => {
  const { receipts, shown, text } = await given('handler');
  receipts.show('check-out', receipt(1041), [CARE]);
  await shown.whenStable();
  signIn(2, 'handler');
  await shown.whenStable();
  expect(text()).toBe('');
});
