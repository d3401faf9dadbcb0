import { hiragana, KANA_ROWS, kanaRow, normalised } from './kana.ts';

describe('the form in which a text is stored', () => {
  test.each([
    ['か\u3099', 'が'],
    ['e\u0301', 'é'],
    ['一行\r\n二行\r三行', '一行\n二行\n三行'],
    ['葛\u{e0100}城 𠮷田 髙﨑', '葛\u{e0100}城 𠮷田 髙﨑'],
    ['ｶﾅ １２', 'ｶﾅ １２'],
  ])('%j is stored as %j', (text, expected) => expect(normalised(text)).toBe(expected));
});

describe('hiragana', () => {
  test.each([
    ['サトウ', 'さとう'],
    ['ｻﾄｳ', 'さとう'],
    ['ｶﾞﾝﾊﾞ', 'がんば'],
    ['ヴァン', 'ゔぁん'],
    ['ヵヶ', 'ゕゖ'],
    ['さとう ハナコ', 'さとう はなこ'],
    ['サトー', 'さとー'],
    ['佐藤ＡＢＣ', '佐藤ABC'],
  ])('%s becomes %s', (text, expected) => expect(hiragana(text)).toBe(expected));
});

describe('the row of a name', () => {
  test.each([
    ['あべ', 'あ'],
    ['ヴァン', 'あ'],
    ['がもう', 'か'],
    ['ｶﾞﾓｳ', 'か'],
    ['じんぼ', 'さ'],
    ['づか', 'た'],
    ['ッタ', 'た'],
    ['のだ', 'な'],
    ['ぱく', 'は'],
    ['ばば', 'は'],
    ['もり', 'ま'],
    ['ゃ', 'や'],
    ['ろ', 'ら'],
    ['わだ', 'わ'],
    ['ゑぐち', 'わ'],
    ['ん', 'わ'],
    ['  さとう', 'さ'],
    ['Nguyen', 'other'],
    ['佐藤', 'other'],
    ['', 'other'],
  ])('%j stands under %s', (kana, row) => expect(kanaRow(kana)).toBe(row));

  test('every kana stands under one', () => {
    const kana = Array.from({ length: 0x3094 - 0x3041 + 1 }, (_, at) => String.fromCodePoint(0x3041 + at));
    expect(kana.filter((one) => kanaRow(one) === 'other')).toEqual([]);
    expect(new Set(kana.map(kanaRow))).toEqual(new Set(KANA_ROWS.filter((row) => row !== 'other')));
  });
});
