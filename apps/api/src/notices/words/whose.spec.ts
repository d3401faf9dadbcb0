import { LANGUAGES } from './notice-words.ts';
import { speechOf } from './compose.ts';
import { plain } from './rich.ts';
import { initialsOf, kinOf } from './whose.ts';

describe('whose card it is', () => {
  it.each([
    ['長女', 'family'],
    ['長男', 'family'],
    ['孫', 'family'],
    ['妻', 'husband'],
    ['ご長女', 'family'],
    [' 夫 ', 'wife'],
    ['配偶者', 'spouse'],
    ['母', 'child'],
    ['弟', 'sibling'],
    ['本人', 'herself'],
    ['成年後見人', null],
    ['身元引受人', null],
    ['友人', null],
    ['', null],
    ['constructor', null],
  ])('to %s the resident is %s', (relation, kin) => expect(kinOf(relation)).toBe(kin));

  it.each([
    ['やまだ たみ', 'YT'],
    ['ヤマダ　タミ', 'YT'],
    ['ﾔﾏﾀﾞ ﾀﾐ', 'YT'],
    ['ちば ふみ', 'CF'],
    ['しらいし じろう', 'SJ'],
    ['つつみ づるこ', 'TZ'],
    ['グエン・ヴァン', 'GV'],
    ['nguyen van', 'NV'],
    ['やまだ', 'Y'],
    ['', ''],
  ])('%s has the initials %s', (kana, letters) => expect(initialsOf(kana).join('')).toBe(letters));

  it.each([
    ['長女', 'ご家族（Ｙ・Ｔ様）の'],
    ['妻', 'ご主人様（Ｙ・Ｔ様）の'],
    ['成年後見人', 'Ｙ・Ｔ様の'],
    ['本人', ''],
  ])('a %s reads %s', (relation, said) =>
    expect(plain(speechOf('ja').whose(kinOf(relation), initialsOf('やまだ たみ')))).toBe(said),
  );

  it('without kana and relation nobody is named in any language', () => {
    for (const language of LANGUAGES)
      expect(plain(speechOf(language).whose(null, []))).toMatch(/^(?:the resident’s)?$/);
  });
});
