import { hepburn } from './hepburn.ts';

test.each([
  ['たかさき みつ', 'Takasaki Mitsu'],
  ['さとう　はなこ', 'Sato Hanako'],
  ['しんどう じゅんいち', 'Shindo Junichi'],
  ['なんば ゆう', 'Namba Yu'],
  ['はっとり きっちょう', 'Hattori Kitcho'],
  ['おおの きょうこ', 'Ono Kyoko'],
  ['ちゃたに ふじ', 'Chatani Fuji'],
  ['ホンマ つぢ', 'Homma Tsuji'],
  ['', ''],
])('%s is %s', (kana, latin) => expect(hepburn(kana)).toBe(latin));
