import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { addDays, dayInTokyo, tokyoTime } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { WordsLoader } from '../ui/transloco-loader';
import { CheckOutPage } from './check-out-page';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';
const CARD = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a12';
const NOW = '2026-11-22T01:05:00.000Z';
const DAY = '2026-11-22';
const YAMADA = { id: ID, name: '山田 太郎', kana: 'やまだ たろう', room: '203', birthDate: '1938-04-01' };
const NEVER = { answer: 'unknown', checkedOn: null };
const ITEM = {
  id: CARD,
  kind: 'my-number-card',
  label: null,
  resident: YAMADA,
  custody: { at: 'stored', since: NOW, seq: 1, hold: null },
  storage: null,
  printedExpiresOn: '2031-07-31',
  certificateExpiresOn: null,
  noDatePrinted: false,
  insurerType: null,
  insurerId: null,
  authMode: 'face-only',
  agreed: true,
  takenInAt: NOW,
};
const DOCUMENT = { itemId: CARD, kind: 'my-number-card', label: null, at: 'stored', source: 'リーフレット p.11' };
const WITH_HER = {
  on: DAY,
  proposed: [
    {
      ...DOCUMENT,
      reasonCode: 'proves-with-face-or-pin',
      fallback: [{ step: 'visual-check', source: 'リーフレット p.16' }],
      advice: [],
    },
  ],
  notProposed: [],
  advice: [],
};
const WITHOUT_HER = {
  on: DAY,
  proposed: [],
  notProposed: [{ ...DOCUMENT, reasonCode: 'resident-absent' }],
  advice: [{ code: 'resident-absent-call-first', source: 'リーフレット p.14' }],
};

async function open(address = `resident=${ID}`) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'check-out', component: CheckOutPage }], withComponentInputBinding()),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: ID, name: '鈴木 結', role: 'floor', level: 'handler' },
    facility: { id: ID, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create(`/check-out?${address}`);
  const http = TestBed.inject(HttpTestingController);
  const page = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
    harness.fixture.detectChanges();
  };
  const asked = (path: string): TestRequest => http.expectOne(({ url }) => url.startsWith(path));
  asked('/api/staff').flush({ staff: [] });
  asked(`/api/residents/${ID}`).flush({
    ...YAMADA,
    admittedOn: null,
    leftOn: null,
    leaveReason: null,
    noticesStopped: false,
    disputedOn: null,
    note: null,
    version: 1,
    checks: { registered: NEVER, stopped: NEVER },
  });
  await settle();
  asked('/api/items').flush({ items: [ITEM], nextCursor: null });
  await settle();
  const bringing = () => asked(`/api/residents/${ID}/bringing`);
  const box = () => page.querySelector<HTMLInputElement>('az-item-picker input');
  const submit = () => page.querySelector<HTMLButtonElement>('.az-button--big');
  const press = async (words: string) => {
    const label = [...page.querySelectorAll('label')].find((one) => one.textContent.trim() === words);
    label?.querySelector('input')?.click();
    await settle();
  };
  return { page, settle, asked, bringing, box, submit, press };
}

it('shows what is in the safe once it is known what to bring, with the reason and the ways on', async () => {
  const { page, settle, bringing, box, submit } = await open();
  expect(box()).toBeNull();
  const first = bringing();
  expect(first.request.url).toContain('setting=outpatient&goesAlong=true');
  first.flush(WITH_HER);
  await settle();
  expect(box()?.checked).toBe(true);
  expect(submit()?.disabled).toBe(false);
  const words = page.textContent.replace(/\s+/g, ' ');
  expect(words).toContain('おすすめの理由: ご本人も行く・2031年7月31日(木)まで有効です');
  expect(page.querySelector('#why')?.textContent).toContain('目視モード');
  expect(page.querySelector('#why')?.textContent).toContain('リーフレット p.11');
});

it('does not let the card out while it is asked about going without her, and unticks it then', async () => {
  const { page, settle, bringing, box, submit, press } = await open();
  bringing().flush(WITH_HER);
  await settle();
  await press('ご本人は行かない');
  expect(box()?.checked).toBe(true);
  expect(submit()?.disabled).toBe(true);
  const second = bringing();
  expect(second.request.url).toContain('goesAlong=false');
  second.flush(WITHOUT_HER);
  await settle();
  expect(box()?.checked).toBe(false);
  expect(page.querySelector('.notices')?.textContent).toContain('マイナンバーカードは原則使えません');
});

it('each purpose has its own usual way, and one where nothing is shown asks nothing', async () => {
  const { page, settle, bringing, submit, press } = await open();
  bringing().flush(WITH_HER);
  await settle();
  await press('薬局');
  const pharmacy = bringing();
  expect(pharmacy.request.url).toContain('setting=pharmacy&goesAlong=false');
  // What stands on the page is one answer, not half of the next.
  expect(page.querySelector('az-why')?.textContent).toContain('ご本人も行く');
  pharmacy.flush(WITHOUT_HER);
  await settle();
  await press('訪問診療');
  const home = bringing();
  expect(home.request.url).toContain('setting=home-visit&goesAlong=true');
  home.flush(WITH_HER);
  await settle();
  expect(page.textContent).toContain('ここで診てもらう');
  await press('オンライン診療');
  const online = bringing();
  expect(online.request.url).toContain('setting=online&goesAlong=true');
  online.flush(WITH_HER);
  await settle();
  await press('ご家族へ');
  expect(page.textContent).not.toContain('ご本人は');
  expect(page.querySelector('az-paper-button')).toBeNull();
  expect(submit()?.disabled).toBe(false);
});

it('when it cannot be asked, the items are there all the same, and ticks stay as they were', async () => {
  const { settle, bringing, box, submit, press } = await open();
  bringing().error(new ProgressEvent('error'));
  await settle();
  expect(box()?.checked).toBe(false);
  box()?.click();
  await settle();
  expect(submit()?.disabled).toBe(false);
  await press('薬局');
  bringing().error(new ProgressEvent('error'));
  await settle();
  expect(box()?.checked).toBe(true);
});

const contact = (id: string, name: string, more: object = {}) => ({
  id,
  residentId: ID,
  order: 1,
  name,
  kana: '',
  relation: '長女',
  capacity: 'family',
  phone: '',
  email: '',
  address: '',
  language: 'ja',
  handOver: 'allowed',
  mayKnow: true,
  notices: 'mail',
  mailFails: false,
  note: null,
  version: 1,
  ...more,
});
const DAUGHTER = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a13';
const SON = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a14';
const NEVER_HIM = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a15';
const ALL = [
  contact(DAUGHTER, '山田 花'),
  contact(SON, '山田 一'),
  contact(NEVER_HIM, '山田 次', { handOver: 'never' }),
];

it('what the family comes for goes to who answered, on the day that was named', async () => {
  const tomorrow = addDays(dayInTokyo(new Date().toISOString()), 1);
  const { page, settle, asked, submit } = await open(`resident=${ID}&to=to-family&contact=${SON}&planned=${tomorrow}`);
  asked('/api/contacts').flush({ contacts: ALL });
  await settle();
  expect(page.querySelector<HTMLSelectElement>('#holder')?.value).toBe(SON);
  submit()?.click();
  await settle();
  expect(asked('/api/custody/check-outs').request.body).toMatchObject({
    holder: { kind: 'other', relation: 'family', name: '山田 一', contactId: SON },
    dueBackAt: tokyoTime(tomorrow, '17:00'),
  });
});

it('ご家族へ by hand is never oneself: the one contact there is, and of several whom one chooses', async () => {
  const { page, settle, asked, bringing, press } = await open();
  bringing().flush(WITH_HER);
  await settle();
  await press('ご家族へ');
  asked('/api/contacts').flush({ contacts: ALL });
  await settle();
  const select = page.querySelector<HTMLSelectElement>('#holder');
  expect(select?.value).toBe('other');
  expect(page.querySelector<HTMLInputElement>('#holder-name')?.value).toBe('');
  const offered = [...(select?.options ?? [])].map(({ value }) => value);
  expect(offered).toEqual(expect.arrayContaining([DAUGHTER, SON]));
  expect(offered).not.toContain(NEVER_HIM);
  expect(page.querySelector('az-who-until')?.textContent).toContain('時刻の予定なし');
});

it('the only contact is the one who gets it', async () => {
  const { page, settle, asked } = await open(`resident=${ID}&to=to-family`);
  asked('/api/contacts').flush({ contacts: ALL.slice(0, 1) });
  await settle();
  expect(page.querySelector<HTMLSelectElement>('#holder')?.value).toBe(DAUGHTER);
});
