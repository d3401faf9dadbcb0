import type { AnswerOf, previewNoticeWords, readNoticeWords } from '@azukari/contract';
import { NOTICE_LANGUAGES, WORDING_TIMES } from '@azukari/domain';
import type { Role } from '@azukari/domain';

import { openScreen } from './testing-screen';
import { WordsPage } from './words-page';

const URL = '/api/reminders/settings/words';
const BOOK = { todo: '更新は{opens}から。', bring: 'カード。', who: 'ご本人。', missed: '期限を過ぎます。' };
const EXAMPLE: AnswerOf<typeof previewNoticeWords> = {
  subject: '【さくらの里】お預かり品の期限のお知らせ',
  text: '見本 一郎様\nいつもお世話になっております。',
  letter: [{ name: 'お手続き', text: '更新は2026年9月11日(金)から。' }],
};

function words(own: Partial<typeof BOOK> | null, version = 1): AnswerOf<typeof readNoticeWords> {
  const empty = { todo: '', bring: '', who: '', missed: '' };
  return {
    words: NOTICE_LANGUAGES.flatMap((language) =>
      WORDING_TIMES.map((when) => ({
        kind: 'certificate-expiry',
        language,
        when,
        fields: ['item', 'date', 'opens'],
        own: own && language === 'ja' && when === 'before' ? { ...empty, ...own } : null,
        book: {
          ...BOOK,
          todo: when === 'after' ? 'これからでもできます。' : BOOK.todo,
          missed: `${BOOK.missed}${language}`,
        },
      })),
    ),
    version,
  };
}

async function open(own: Partial<typeof BOOK> | null = null, role: Role = 'manager') {
  const screen = await openScreen(WordsPage, role);
  screen.http.expectOne(URL).flush(words(own));
  await screen.settle();
  const part = (name: string) => screen.page.querySelector<HTMLTextAreaElement>(`#${name}`)?.value;
  const choose = async (label: string) => {
    [...screen.page.querySelectorAll('label')].find((one) => one.textContent.trim() === label)?.click();
    await screen.settle();
  };
  return { ...screen, part, choose };
}

it('shows the words as they come, and which words in braces are filled in', async () => {
  const { part, text, page } = await open();
  expect(part('todo')).toBe(BOOK.todo);
  expect(text('form dl')).toContain('{opens}手続きができるようになる日');
  expect(text('form')).toContain('もとの文です。');
  expect([...page.querySelectorAll('form button')].map((one) => one.textContent.trim())).toEqual([
    '見本を見る',
    '保存する',
  ]);
});

it('saves what is typed for this kind and language, and reads what is so then', async () => {
  const { part, write, press, http, settle, text } = await open();
  await write('#todo', '施設でまとめて行います。');
  await press('保存する');
  const sent = http.expectOne(URL);
  expect(sent.request.body).toMatchObject({
    version: 1,
    kind: 'certificate-expiry',
    language: 'ja',
    todo: '施設でまとめて行います。',
    bring: BOOK.bring,
  });
  sent.flush(words({ todo: '施設でまとめて行います。' }, 2));
  await settle();
  http.expectOne(URL).flush(words({ todo: '施設でまとめて行います。' }, 2));
  await settle();
  expect(text('form')).toContain('施設の文です。');
  expect(text('az-banner')).toContain('保存しました');
  expect([part('todo'), part('bring')]).toEqual(['施設でまとめて行います。', BOOK.bring]);
});

it('goes back to the words as they come, and sends them', async () => {
  const { part, press, http } = await open({ who: '誰でも。' });
  expect(part('who')).toBe('誰でも。');
  await press('もとの文にもどす');
  expect(part('who')).toBe(BOOK.who);
  await press('保存する');
  expect(http.expectOne(URL).request.body).toMatchObject({ who: BOOK.who });
});

it('what is typed waits while another language is looked at', async () => {
  const { part, write, choose } = await open();
  await write('#missed', '心配は要りません。');
  await choose('English');
  expect(part('missed')).toBe(`${BOOK.missed}en`);
  await choose('日本語');
  expect(part('missed')).toBe('心配は要りません。');
});

it('what is said once the day is over has words of its own', async () => {
  const { part, write, choose, press, http, text } = await open({ todo: '施設で行います。' });
  await choose('期限を過ぎたあと');
  expect(part('todo')).toBe('これからでもできます。');
  expect(text('form')).toContain('もとの文です。');
  await write('#todo', '過ぎました。');
  await press('保存する');
  expect(http.expectOne(URL).request.body).toMatchObject({ when: 'after', todo: '過ぎました。' });
});

it('shows the example that the composer of all notices makes', async () => {
  const { write, press, http, settle, text, choose } = await open();
  await write('#todo', '{date}まで。');
  await press('見本を見る');
  const asked = http.expectOne(`${URL}/preview`);
  expect(asked.request.body).toMatchObject({ kind: 'certificate-expiry', language: 'ja', todo: '{date}まで。' });
  asked.flush(EXAMPLE);
  await settle();
  expect(text('az-notice-example')).toContain('見本 一郎様');
  expect(text('az-notice-example dl')).toContain('お手続き更新は2026年');
  await choose('English');
  expect(text('az-notice-example')).toBe('');
});

it.each([
  ['{name}様', '{ } に入れられるのは'],
  ['一行\n二行', '改行せずに'],
  ['あ'.repeat(301), '長すぎます'],
  ['暗証番号は4649です', '暗証番号のようです'],
])('「%s」 does not leave, and its part says why: %s', async (typed, why) => {
  const { page, write, press, http } = await open();
  await write('#who', typed);
  await press('保存する');
  http.expectNone(({ method }) => method !== 'GET');
  expect(page.querySelector('#who-error')?.textContent).toContain(why);
  expect(page.querySelector('#todo-error')?.textContent.trim()).toBe('');
});

it('a part that the server cannot read in an example says so as well', async () => {
  const { page, press, http, settle } = await open();
  await press('見本を見る');
  const issues = [{ path: 'bring', code: 'missing-field' }];
  http.expectOne(`${URL}/preview`).flush({ issues }, { status: 400, statusText: 'Bad Request' });
  await settle();
  expect(page.querySelector('#bring-error')?.textContent).toContain('この期限では使えない');
});

it('an auditor reads, may look at the example, and changes nothing', async () => {
  const { page } = await open({ who: '誰でも。' }, 'auditor');
  expect(page.querySelector('#todo')?.matches(':disabled')).toBe(true);
  expect([...page.querySelectorAll('form button')].map((one) => one.textContent.trim())).toEqual(['見本を見る']);
});
