import {
  changeNoticeSettings,
  changeNoticeWords,
  listEntries,
  previewNoticeWords,
  readNoticeSettings,
  readNoticeWords,
} from '@azukari/contract';
import { NoticeHouse } from './testing/notice-house.ts';
import { partsOf } from './testing/post-office.ts';

let at: NoticeHouse;
beforeEach(async () => {
  at = await NoticeHouse.open();
});
afterEach(() => at.close());

const WORDS = {
  kind: 'certificate-expiry',
  language: 'ja',
  when: 'before',
  todo: '窓口は{opens}から{date}までです。',
  bring: '',
  who: '',
  missed: '',
} as const;
const wordsOf = async (person = at.house.manager, asked: string = WORDS.when) => {
  const { words, version } = await person.ok(readNoticeWords);
  const about = words.find(
    ({ kind, language, when }) => kind === WORDS.kind && language === WORDS.language && when === asked,
  );
  return { about, version };
};

test('a mail says what the house says instead of the book, with its fields filled in', async () => {
  const { version } = await wordsOf();
  await at.house.manager.ok(changeNoticeWords, { version, ...WORDS });
  await at.aCard();
  await at.wake();
  const [letter] = at.office.letters;
  if (!letter) throw new Error('premise: a letter');
  const text = partsOf(letter).parts['text/plain'];
  expect(text).toMatch(/窓口は\d+年\d+月\d+日\(.\)から\d+年\d+月\d+日\(.\)までです。/);
  expect(text).not.toContain('住民票のある市区町村の窓口');
});

test('what a house says before the day is not said after it, and what it says then is', async () => {
  const { manager } = at.house;
  await manager.ok(changeNoticeWords, { version: 1, ...WORDS });
  const after = { ...WORDS, when: 'after' as const, todo: '{date}は過ぎました。', bring: '古いカード。' };
  expect((await wordsOf(manager, 'after')).about).toMatchObject({ own: null });
  const { text } = await manager.ok(previewNoticeWords, { ...after, todo: '' });
  expect(text).not.toContain('窓口は');
  expect(text).toContain('これからでも');
  await manager.ok(changeNoticeWords, { version: 2, ...after });
  expect((await wordsOf()).about?.own).toMatchObject({ todo: WORDS.todo, bring: '' });
  expect((await wordsOf(manager, 'after')).about?.own).toMatchObject({ todo: after.todo, bring: after.bring });
  await at.aCard(undefined, -3);
  await at.wake();
  const [letter] = at.office.letters;
  if (!letter) throw new Error('premise: a letter');
  const told = partsOf(letter).parts['text/plain'];
  expect(told).toMatch(/\d日\(.\)は過ぎました。/);
  expect(told).not.toContain('窓口は');
});

test('what the book says is not written down again, and an empty part goes back to it', async () => {
  const { manager } = at.house;
  const { about, version } = await wordsOf();
  const { bring = '', who = '', missed = '' } = about?.book ?? {};
  await manager.ok(changeNoticeWords, { version, ...WORDS, bring, who, missed });
  const changed = await wordsOf();
  expect(changed).toMatchObject({ about: { own: { todo: WORDS.todo, bring: '' } }, version: version + 1 });
  await manager.ok(changeNoticeWords, { version: version + 1, ...WORDS, todo: about?.book.todo ?? '' });
  expect((await wordsOf()).about?.own).toBeNull();
});

test('it is an entry that names the setting; the words are a private field of it', async () => {
  const { manager } = at.house;
  await manager.ok(changeNoticeWords, { version: 1, ...WORDS });
  const { entries } = await manager.ok(listEntries, undefined, { limit: '1' });
  expect(entries).toMatchObject([{ type: 'notices.set', facts: { setting: 'words' } }]);
  expect(JSON.stringify(entries[0]?.facts)).not.toContain('窓口');
  expect(JSON.stringify(entries[0])).toContain('窓口は');
});

test('settings and words share a version, and neither takes the other away', async () => {
  const { manager, second } = at.house;
  await manager.ok(changeNoticeWords, { version: 1, ...WORDS });
  expect((await manager.send(changeNoticeWords, { version: 1, ...WORDS, who: '誰でも' })).status).toBe(409);
  const { signer, title, version } = await manager.ok(readNoticeSettings);
  await manager.ok(changeNoticeSettings, { version, signer, title, hours: '毎日', steps: [] });
  expect((await wordsOf()).about?.own?.todo).toBe(WORDS.todo);
  expect((await wordsOf(second.manager)).about?.own).toBeNull();
});

test.each([
  ['todo', '{name}様の手続きです。', 'unknown-field'],
  ['bring', '印鑑\n診察券', 'line-break'],
  ['who', 'あ'.repeat(301), 'too-long'],
  ['missed', '期限は{date', 'unknown-field'],
] as const)('%s with 「%s」 is refused at saving and names its part: %s', async (part, text, code) => {
  for (const [endpoint, body] of [
    [changeNoticeWords, { version: 1, ...WORDS, [part]: text }],
    [previewNoticeWords, { ...WORDS, [part]: text }],
  ] as const) {
    const { status, issues } = await at.house.manager.send(endpoint, body);
    expect([status, issues]).toMatchObject([400, [{ path: part, code }]]);
  }
  expect((await wordsOf()).about?.own).toBeNull();
});

test('a field that this kind of date has not is refused at saving: an expiry has no day from which', async () => {
  const { status, issues } = await at.house.manager.send(changeNoticeWords, { version: 1, ...WORDS, kind: 'expiry' });
  expect([status, issues]).toMatchObject([400, [{ path: 'todo', code: 'missing-field' }]]);
});

test('what must never be stored is refused with its part, and not repeated', async () => {
  const sent = await at.house.manager.send(changeNoticeWords, { version: 1, ...WORDS, who: '暗証番号は4649です' });
  expect(sent.status).toBe(422);
  expect(sent.refusal).toMatchObject({ kind: 'forbidden-text', field: 'who', reason: 'pin' });
  expect(sent.text).not.toContain('4649');
});

test('a preview is what a family would read, of nobody, and keeps nothing', async () => {
  const { manager } = at.house;
  const { entries: before } = await manager.ok(listEntries, undefined, { limit: '1' });
  const { subject, text, letter } = await manager.ok(previewNoticeWords, { ...WORDS, bring: '何も要りません。' });
  expect(subject).toContain('お預かり品の期限のお知らせ');
  for (const part of ['見本 一郎様', '佐藤です', 'https://kazoku.example.jp/f/', '03-1234-5678', '暗証番号は、'])
    expect(text).toContain(part);
  expect(text).toMatch(/窓口は\d+年/);
  expect(letter).toContainEqual({ name: 'お持ちになるもの', text: '何も要りません。' });
  expect((await wordsOf()).about?.own).toBeNull();
  expect((await manager.ok(listEntries, undefined, { limit: '1' })).entries[0]?.seq).toBe(before[0]?.seq);
});
