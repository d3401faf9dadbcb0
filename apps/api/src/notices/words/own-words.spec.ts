import {
  FAMILY_KINDS,
  ITEM_KINDS,
  NOTICE_LANGUAGES,
  WORDING_TIMES,
  forbidden,
  wordingFields,
  wordingProblem,
} from '@azukari/domain';
import type { OwnWords } from '@azukari/domain';
import { bookWords, exampleOf } from './example.ts';
import { letterOf } from './letter.ts';
import { mailOf } from './mail.ts';
import type { NoticeWords } from './notice-words.ts';
import { plain } from './rich.ts';
import { ENVELOPE, aLine, aNotice } from './testing/notices.ts';

const EVERY = FAMILY_KINDS.flatMap((kind) => NOTICE_LANGUAGES.map((language) => [kind, language] as const));
const OWN = {
  kind: 'certificate-expiry',
  language: 'ja',
  when: 'before',
  todo: '',
  bring: '',
  who: '',
  missed: '',
} as const;
const textOf = (own: Partial<OwnWords>, given = {}): string =>
  mailOf(aNotice({ own: [{ ...OWN, ...own }], ...given }), ENVELOPE).text;

const FIELDS = /ここから[^／\n]+(／[^／\n]+){3,4}ここまで/;
const lettered = (words: NoticeWords): string =>
  letterOf(words)
    .blocks.flatMap((block) => (block.is === 'fields' ? block.rows.map(([, row]) => plain(row)) : []))
    .join('\n');

it.each(EVERY)(
  "of %s in %s a house's words have every field filled in, whatever the date stands on",
  (kind, language) => {
    const fields = wordingFields(kind).map((field) => `{${field}}`);
    const own = [{ ...OWN, kind, language, todo: `ここから${fields.join('／')}ここまで` }];
    for (const item of ITEM_KINDS) {
      const words = aNotice({ language, own, lines: [aLine({ kind: item, deadline: kind, wording: kind })] });
      for (const said of [mailOf(words, ENVELOPE).text, lettered(words)]) {
        expect(said).not.toMatch(/[{}]/);
        expect(said).toMatch(FIELDS);
      }
    }
  },
);

it('only the sentences about what to do change: whose, until when, PIN, telephone and answers stand around them', () => {
  const text = textOf({ todo: '手続きは施設でまとめて行います。', missed: '心配は要りません。' });
  for (const part of [
    '髙﨑 健様',
    '（Ｙ・Ｔ様）のお預かりしているマイナンバーカードは、電子証明書の有効期限が2026年12月10日(木)・令和8年12月10日です。手続きは施設でまとめて行います。\n心配は要りません。',
    '暗証番号は、施設の職員にはお伝えにならないようお願いいたします。',
    '・自分で手続きに行く',
    '電話　0470-00-1234',
    aNotice().checkpoint!.note.trimEnd(),
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/住民票のある|資格確認書」で受診/);
});

it('what is left empty, another kind and another language are said as in the book', () => {
  const todo = 'わたしたちの文';
  expect(textOf({ todo })).toContain('期限のあとに届く「資格確認書」で受診できます');
  for (const own of [
    { todo, kind: 'expiry' },
    { todo, language: 'en' },
    { todo, when: 'after' },
  ] as const)
    expect(textOf(own)).toBe(textOf({}));
  expect(textOf({ todo }, { language: 'en' })).not.toContain(todo);
});

it('a tag is text, and a reading stands above its word', () => {
  const own = [{ ...OWN, language: 'ja-easy' as const, todo: '<b>{期限|きげん}</b>&' }];
  const { html, text } = mailOf(aNotice({ language: 'ja-easy', own }), ENVELOPE);
  expect(html).toContain('&lt;b&gt;<ruby>期限<rp>（</rp><rt>きげん</rt><rp>）</rp></ruby>&lt;/b&gt;&amp;');
  expect(text).toContain('<b>期限（きげん）</b>&');
});

it.each(EVERY.flatMap(([kind, language]) => WORDING_TIMES.map((when) => [kind, language, when] as const)))(
  "the book's own words for %s in %s %s the day can be taken over as they are, and say the same",
  (kind, language, when) => {
    const book = bookWords({ kind, language, when });
    for (const part of Object.values(book)) {
      expect(wordingProblem(part, kind)).toBeNull();
      expect(forbidden(part)).toBeNull();
      expect([...part].length).toBeLessThanOrEqual(300);
    }
    // Long before the day, so that there is a day from which something can be done; or long after it.
    const on = { before: '2026-01-10', after: '2027-01-10' }[when];
    const given = { language, on, lines: [aLine({ deadline: kind, wording: kind })] };
    const words = aNotice({ ...given, own: [{ kind, language, when, ...book }] });
    expect(mailOf(words, ENVELOPE).text).toBe(mailOf(aNotice(given), ENVELOPE).text);
    expect(lettered(words)).toBe(lettered(aNotice(given)));
  },
);

it('what is said before the day is not said after it', () => {
  const [todo, past] = ['早めに行きましょう。', 'もう過ぎています。'];
  const own: OwnWords[] = [
    { ...OWN, todo },
    { ...OWN, when: 'after', todo: past },
  ];
  const on = (day: string): string => mailOf(aNotice({ own, on: day }), ENVELOPE).text;
  // The certificate ends on the 10th, and that day is still before it is over.
  for (const day of ['2026-11-01', '2026-12-10']) {
    expect(on(day)).toContain(todo);
    expect(on(day)).not.toContain(past);
  }
  expect(on('2026-12-11')).toContain(past);
  expect(on('2026-12-11')).not.toContain(todo);
});

it('the example names nobody who lives here, and needs no setting', () => {
  const { house, signer } = aNotice();
  const bare = { ...aNotice(), house: { ...house, phone: '' }, signer: { ...signer, name: '' } };
  const { subject, text, letter } = exampleOf({ kind: 'certificate-expiry', when: 'before' }, bare);
  expect(subject).toBe('【特別養護老人ホームさくらの里】お預かり品の期限のお知らせ');
  expect(text).toContain('見本 一郎様');
  expect(letter.map(({ name }) => name)).toContain('お持ちになるもの');
});
