import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { WordsLoader } from '../ui/transloco-loader';
import type { Reminders } from './notice';
import { NoticesPage } from './notices-page';
import { aNotice, anAnswer, idOf, MACHINE } from './testing';

const NOW = '2026-11-22T06:05:00.000Z';
const NOTHING: Reminders = { machine: MACHINE, tasks: [], notices: [] };

async function open(answer: Partial<Reminders>, role: Role = 'manager') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'notices', component: NoticesPage }]),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: idOf(0), name: '佐藤 花子', role, level: null },
    facility: { id: idOf(0), name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create('/notices');
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    await harness.fixture.whenStable();
    harness.fixture.detectChanges();
  };
  const answers = async (given: Partial<Reminders>) => {
    http.expectOne(({ url }) => url.startsWith('/api/reminders?')).flush({ ...NOTHING, ...given });
    await settle();
  };
  await answers(answer);
  const page = harness.fixture.nativeElement as HTMLElement;
  const text = (selector: string) => page.querySelector(selector)?.textContent.replace(/\s+/g, ' ') ?? '';
  const press = async (name: string) => {
    const found = [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(name));
    expect([name, found !== undefined]).toEqual([name, true]);
    found?.click();
    await settle();
  };
  return { page, http, settle, answers, text, press };
}

it('says that the machinery is alive, when it sent last, and that nothing is to do', async () => {
  const { text } = await open({});
  expect(text('az-machine-panel')).toContain('お知らせは動いています。');
  expect(text('az-machine-panel')).toContain('最終配信08:00');
  expect(text('.tasks')).toContain('いま、することはありません');
  expect(text('.sent')).toContain('まだ何もお知らせしていません');
});

it.each([
  ['resting', '夜のあいだ、お知らせは休みです。'],
  ['stopped', 'お知らせが動いていません。'],
  ['off', 'メールの設定がありません。'],
] as const)('says when it is %s', async (state, words) => {
  const { text } = await open({ machine: { ...MACHINE, state } });
  expect(text('az-machine-panel .state')).toContain(words);
});

it('a hold says why; a manager who has looked goes on, and an auditor cannot', async () => {
  const machine = { ...MACHINE, state: 'holding', hold: 'clock-back' } as const;
  const { text, press, http } = await open({ machine });
  expect(text('az-hold-banner')).toContain('時計が戻されました');
  await press('確かめました。続けます');
  expect(http.expectOne('/api/reminders/resumption').request.body).toMatchObject({ hold: 'clock-back' });
  TestBed.resetTestingModule();
  const auditor = await open({ machine }, 'auditor');
  expect(auditor.page.querySelectorAll('az-hold-banner button')).toHaveLength(0);
});

it('a call has its number to dial, one sentence to say, and stays on the list when nobody was reached', async () => {
  const { page, text, press, http, settle, answers } = await open({ tasks: [aNotice()] });
  expect(page.querySelector('az-task-row a.phone')?.getAttribute('href')).toBe('tel:0312345678');
  expect(text('az-task-row .say')).toContain('マイナンバーカードの電子証明書の有効期限が、2026年12月10日(木)です。');
  await press('つながりませんでした');
  const sent = http.expectOne(`/api/reminders/${aNotice().id}/acknowledge`);
  expect(sent.request.body).toMatchObject({ outcome: 'not-reached' });
  sent.flush({ notice: aNotice() });
  await settle();
  await settle();
  await answers({ tasks: [aNotice()] });
  expect(text('[role=status]')).toContain('つながらなかったことを記録しました。');
  expect(page.querySelectorAll('az-task-row')).toHaveLength(1);
});

it("a family's answer is two taps", async () => {
  const { press, http } = await open({ tasks: [aNotice()] });
  await press('返事を入れる');
  await press('電話で話したい');
  expect(http.expectOne(`/api/reminders/${aNotice().id}/answers`).request.body).toMatchObject({
    answer: 'call-me',
    plannedOn: null,
  });
});

it('who goes herself is asked for the day, and nothing is recorded before', async () => {
  // jsdom has no layout to scroll in.
  Element.prototype.scrollIntoView = () => undefined;
  const { page, press, http } = await open({ tasks: [aNotice()] });
  await press('返事を入れる');
  await press('自分で更新に行く');
  expect(page.querySelectorAll('az-answer-form az-day-field')).toHaveLength(1);
  await press('返事を記録する');
  http.expectNone(`/api/reminders/${aNotice().id}/answers`);
  expect(page.querySelector('#plannedOn-error')?.textContent).toContain('日付をたしかめてください。');
});

it('what is not to be told is asked about first', async () => {
  const { press, http } = await open({ tasks: [aNotice({ channel: 'letter' })] });
  await press('送らない');
  http.expectNone(`/api/reminders/${aNotice().id}/withholding`);
  await press('送らないことにする');
  http.expectOne(`/api/reminders/${aNotice().id}/withholding`);
});

it('a pick-up has its day and the way to 出す with everything chosen', async () => {
  const { page, text } = await open({ tasks: [aNotice({ state: 'accepted', answers: [anAnswer()] })] });
  expect(text('az-left-row')).toContain('お渡しする用意');
  expect(text('az-left-row')).toContain('11月25日(水)');
  // An administrative manager prepares it; who takes it out is appointed.
  expect(page.querySelectorAll('az-left-row a[href^="/check-out"]')).toHaveLength(0);
});

it('a notice is found by its code, and an unknown code says so', async () => {
  const { page, text, press, http, settle } = await open({});
  const field = page.querySelector<HTMLInputElement>('#reply-code');
  if (!field) throw new Error('premise: a field');
  field.value = '7k3-m9p';
  field.dispatchEvent(new Event('input'));
  await press('さがす');
  http.expectOne('/api/reminders/by-code?code=7k3-m9p').flush({ notice: aNotice({ state: 'accepted' }) });
  await settle();
  await settle();
  expect(text('az-find-by-code az-notice-row')).toContain('山田 良子 様（長女）');
  await press('さがす');
  http
    .expectOne('/api/reminders/by-code?code=7k3-m9p')
    .flush({ refusal: { kind: 'not-found' } }, { status: 404, statusText: 'Not Found' });
  await settle();
  await settle();
  expect(text('az-find-by-code')).toContain('この番号のお知らせはありません。');
});

it('an auditor reads and decides nothing', async () => {
  const { page } = await open({ tasks: [aNotice()], notices: [aNotice({ state: 'queued' })] }, 'auditor');
  expect(page.querySelectorAll('az-task-row button, az-notice-row button, az-find-by-code')).toHaveLength(0);
});
