import type { AnswerOf, readNoticeSettings } from '@azukari/contract';
import type { Role } from '@azukari/domain';

import { SettingsPage } from './settings-page';
import { openScreen } from './testing-screen';

type Settings = AnswerOf<typeof readNoticeSettings>;

const BOOK = { daysBefore: [90, 60, 30, 14, 7, 0], thenEveryMonths: 1, audience: 'family' } as const;
const SETTINGS: Settings = {
  signer: '佐藤',
  title: '生活相談員',
  hours: '平日9時〜17時',
  version: 3,
  mailFrom: 'oshirase@example.jp',
  familyUrl: null,
  steps: [
    { kind: 'expiry', ...BOOK, daysBefore: [...BOOK.daysBefore], own: false, book: { ...BOOK, daysBefore: [90, 60] } },
    {
      kind: 'renewal',
      daysBefore: [30, 7],
      thenEveryMonths: null,
      audience: 'office',
      own: true,
      book: { ...BOOK, daysBefore: [90, 30] },
    },
  ],
};
const URL = '/api/reminders/settings';

async function open(role: Role = 'manager') {
  const screen = await openScreen(SettingsPage, role);
  screen.http.expectOne(URL).flush(SETTINGS);
  await screen.settle();
  const turn = async (n: number) => {
    row(n)?.querySelector<HTMLButtonElement>('.line button')?.click();
    await screen.settle();
  };
  const row = (n: number) => screen.page.querySelectorAll<HTMLElement>('fieldset li')[n];
  const days = (n: number) => row(n)?.querySelector('input')?.value;
  const selected = (n: number) => [...(row(n)?.querySelectorAll('select') ?? [])].map(({ value }) => value);
  return { ...screen, row, turn, days, selected };
}

it('what is given back to the book shows at once what the book says, and leaves the order', async () => {
  const { press, http, days, selected, row, turn } = await open();
  await turn(1);
  expect([days(1), selected(1)]).toEqual(['30、7', ['', 'office']]);
  await press('規則の通りにもどす');
  expect([days(1), selected(1)]).toEqual(['90、30', ['1', 'family']]);
  expect(row(1)?.textContent).not.toContain('もどす');
  expect(row(1)?.textContent).toContain('90、30日前・過ぎたあとは1か月ごと・ご家族へ');
  await press('保存');
  expect(http.expectOne(URL).request.body).toMatchObject({ version: 3, steps: [] });
});

it('what is changed becomes the own of the house; the rest stays away', async () => {
  const { write, press, http, settle, text, turn } = await open();
  await turn(0);
  await write('fieldset li:first-child input', '４５, 10');
  await press('保存');
  const sent = http.expectOne(URL);
  expect(sent.request.body).toMatchObject({
    steps: [
      { kind: 'expiry', daysBefore: [45, 10], thenEveryMonths: 1, audience: 'family' },
      { kind: 'renewal', daysBefore: [30, 7], thenEveryMonths: null, audience: 'office' },
    ],
  });
  sent.flush({ ...SETTINGS, version: 4 });
  await settle();
  http.expectOne(URL).flush({ ...SETTINGS, version: 4 });
  await settle();
  expect(text('az-banner')).toContain('保存しました');
});

it('each kind says in a line what holds, and one at a time is open', async () => {
  const { page, row, turn, text } = await open();
  expect(row(0)?.textContent).toContain('90、60、30、14、7、0日前・過ぎたあとは1か月ごと・ご家族へ');
  expect(row(1)?.textContent).toContain('30、7日前・過ぎたあとはしない・事務所で');
  expect([row(0), row(1)].map((one) => one?.textContent.includes('施設の設定'))).toEqual([false, true]);
  expect(page.querySelectorAll('fieldset ul input')).toHaveLength(0);
  await turn(0);
  await turn(1);
  expect(page.querySelectorAll('fieldset ul input')).toHaveLength(1);
  expect(text('fieldset [aria-expanded=true]')).toContain('とじる');
});

it('days that cannot be read are said, and nothing leaves', async () => {
  const { page, write, press, http, text, turn } = await open();
  await turn(0);
  await write('fieldset li:first-child input', '一週間前');
  // It is shut meanwhile: what is wrong opens again.
  await turn(1);
  await press('保存');
  http.expectNone(URL);
  expect(text('#expiry-error')).toContain('日数をたしかめてください。');
  expect(page.querySelector('#renewal-error')).toBeNull();
  expect(text('az-outcome')).toContain('何も記録していません。');
  expect(page.querySelectorAll('input[aria-invalid=true]')).toHaveLength(1);
});

it('all that is wrong is said at once, each under its field', async () => {
  const { write, press, http, text, turn } = await open();
  await write('#signer', '');
  await turn(0);
  await write('fieldset li:first-child input', '一週間前');
  await press('保存');
  http.expectNone(URL);
  expect(text('label[for=signer]')).toContain('必須');
  expect(text('#signer-error')).toContain('入力してください。');
  expect(text('#expiry-error')).toContain('日数をたしかめてください。');
});

it('who signs cannot be left empty, and a number that must not be stored does not leave', async () => {
  const { page, write, press, http } = await open();
  await write('#signer', '');
  await write('#hours', '暗証番号は1234です');
  await press('保存');
  expect(page.querySelector('#hours-error')?.textContent).toContain('暗証番号のようです。');
  await write('#hours', '');
  await press('保存');
  expect(page.querySelector('#signer-error')?.textContent).toContain('入力してください。');
  http.expectNone(URL);
});

it('what another person has changed meanwhile is read again', async () => {
  const { write, press, http, settle, text, page } = await open();
  await write('#signer', '鈴木');
  await press('保存');
  const refusal = { kind: 'stale-version', version: 5 };
  http.expectOne(URL).flush({ refusal }, { status: 409, statusText: 'Conflict' });
  await settle();
  expect(text('az-outcome')).not.toBe('');
  await press('読みなおす');
  http.expectOne(URL).flush({ ...SETTINGS, signer: '田中', version: 5 });
  await settle();
  expect(page.querySelector<HTMLInputElement>('#signer')?.value).toBe('田中');
});

it('an auditor reads, and changes nothing', async () => {
  const { page, text } = await open('auditor');
  expect(page.querySelectorAll('form button, az-self-test')).toHaveLength(0);
  expect(page.querySelector('fieldset')?.disabled).toBe(true);
  expect(text('[aria-labelledby=way]')).toContain('oshirase@example.jp');
});
