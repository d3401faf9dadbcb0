import { buffer } from 'node:stream/consumers';
import { FAMILY_KINDS, NOTICE_LANGUAGES } from '@azukari/domain';
import type { FamilyKind, ItemKind } from '@azukari/domain';
import { pdfText } from '@azukari/tools/pdf-text';
import type { LetterForm, PrintJob } from './paper/sheet.ts';
import { Printer } from './printer.ts';
import { ISSUE, LETTER_LINE, aLetter } from './testing/jobs.ts';

const ITEMS: Readonly<Record<FamilyKind, ItemKind>> = {
  expiry: 'eligibility-certificate',
  'card-expiry': 'my-number-card',
  'certificate-expiry': 'my-number-card',
  renewal: 'disability-handbook-mental',
  're-judgement': 'disability-handbook-intellectual',
  'stay-expiry': 'residence-card',
  'must-apply': 'medical-limit-certificate',
  'care-certification-renewal': 'care-insurance-card',
};
/** Long before, shortly before, and after the day. */
const EVERY = FAMILY_KINDS.flatMap((kind) =>
  NOTICE_LANGUAGES.flatMap((language) =>
    ['2026-05-01', '2026-11-22', '2027-01-10'].map((on) => [kind, language, on] as const),
  ),
);

describe('letters to families', () => {
  const printer = new Printer();
  afterAll(() => printer.onApplicationShutdown());
  const read = async (letters: Extract<PrintJob, { form: LetterForm }>['letters'], form: LetterForm = 'F8') =>
    pdfText(await buffer(printer.print({ issue: ISSUE, form, letters })));

  it('what is about one thing is one sheet, with what comes back below, in every language and before and after the day', async () => {
    const letters = EVERY.map(([kind, language, on]) => {
      const line = { ...LETTER_LINE, kind: ITEMS[kind], deadline: kind, wording: kind };
      return aLetter({ language, on, lines: [line] });
    });
    const { pages } = await read(letters);
    expect(pages).toHaveLength(letters.length);
  });

  it('F8 says what, until when in both eras, what to do, and asks for one of five answers with the code', async () => {
    const { pages } = await read([aLetter()]);
    expect(pages).toHaveLength(1);
    const text = pages.join('').replaceAll(/\s/g, '');
    for (const part of [
      '〒298-0000千葉県いすみ市国府台5678番地',
      '髙﨑健様',
      '髙﨑𠮷右衛門様',
      'マイナンバーカード',
      '電子証明書の有効期限2026年12月10日(木)・令和8年12月10日',
      '住民票のある市区町村の窓口',
      '有効期限通知書',
      '代わりの方も行かれます',
      '0470-00-1234',
      '暗証番号は、施設の職員にはお伝えにならない',
      '契約書にある施設の番号',
      '返事の番号K7-42',
      '□自分で手続きに行く',
      '□更新せず資格確認書を使いたい',
      '□施設に相談したい',
      '□電話で話したい',
      '□確認しました（まだ決めていません）',
    ])
      expect(text).toContain(part);
  });

  it('やさしい日本語 has its readings above the words, and the words stay whole', async () => {
    const { pages } = await read([aLetter({ language: 'ja-easy' })]);
    const text = pages.join('\n');
    for (const [word, reading] of [
      ['電子証明書', 'でんししょうめいしょ'],
      ['資格確認書', 'しかくかくにんしょ'],
      ['10日', 'とおか'],
      ['契約書', 'けいやくしょ'],
    ] as const) {
      expect(text.replaceAll('\n', '')).toContain(word);
      expect(text).toContain(reading);
    }
    expect(text).not.toMatch(/（でんししょうめいしょ）/);
  });

  it('English is English, but for what is printed on papers', async () => {
    const text = (await read([aLetter({ language: 'en' })])).pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const part of ['Dates of what we keep for you', 'Thursday, 10 December 2026', '令和8年', 'Reply number K7-42'])
      expect(text).toContain(part);
  });

  it('without a code leaves none, and a letter of many dates keeps its coupon whole', async () => {
    const line = {
      itemId: '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11',
      residentName: '里見 ナミ',
      residentKana: 'さとみ なみ',
      relation: '長男',
      kind: 'care-limit-certificate' as const,
      label: null,
      deadline: 'must-apply' as const,
      date: '2027-07-31',
      wording: 'must-apply',
      at: 'here' as const,
    };
    const { pages } = await read([aLetter({ replyCode: null, lines: Array.from({ length: 5 }, () => line) })]);
    expect(pages.join('')).not.toContain('返事の番号');
    const last = pages.at(-1) ?? '';
    for (const part of ['ご返信票', '自分で手続きに行く', 'お名前']) expect(last).toContain(part);
    expect(pages.length).toBeGreaterThan(1);
  });

  it('each letter is counted on its own', async () => {
    const { pages } = await read([aLetter(), aLetter({ to: { name: '里見 健', address: '' } })]);
    expect(pages.map((page) => /\d \/ \d ページ/.exec(page)?.[0])).toEqual(['1 / 1 ページ', '1 / 1 ページ']);
  });
});
