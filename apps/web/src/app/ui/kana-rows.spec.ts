import { kanaRowOf } from './kana-rows';

it.each([
  ['あおき', 'a'],
  ['ヴィクトル', 'a'],
  ['がとう', 'ka'],
  ['ザイツ', 'sa'],
  ['たかさき', 'ta'],
  ['っ', 'ta'],
  ['のだ', 'na'],
  ['ぱく', 'ha'],
  ['もり', 'ma'],
  ['ゃ', 'ya'],
  ['よしだ', 'ya'],
  ['ﾜﾀﾅﾍﾞ', 'wa'],
  ['るい', 'ra'],
  ['ん', 'wa'],
  ['Smith', null],
  ['', null],
])('%s is in the row %s', (kana, row) => {
  expect(kanaRowOf(kana)).toBe(row);
});
