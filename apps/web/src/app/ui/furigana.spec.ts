import { formatDay, formatEra, formatMonth, formatShortDay } from './format';
import { withCountReadings } from './counted';
import { annotated, annotatedTree, piecesOf, withNameReading, withoutReadings } from './furigana';

/** written shows readings in brackets. */
const written = (text: string) =>
  piecesOf(text)
    .map((piece) => (piece.reading === null ? piece.text : `[${piece.text}|${piece.reading}]`))
    .join('');

it.each([
  ['出《だ》す', '[出|だ]す', '出す'],
  ['もどす ところ: 金庫《きんこ》', 'もどす ところ: [金庫|きんこ]', 'もどす ところ: 金庫'],
  ['人々《ひとびと》', '[人々|ひとびと]', '人々'],
  ['お｜10日《とおか》に 持《も》つ', 'お[10日|とおか]に [持|も]つ', 'お10日に 持つ'],
  ['｜お金《おかね》', '[お金|おかね]', 'お金'],
  ['{{count}}点《てん》', '{{count}}[点|てん]', '{{count}}点'],
  ['もどす', 'もどす', 'もどす'],
  ['《》', '《》', '《》'],
])('%s is %s, and %s where no reading can be shown', (text, pieces, plain) => {
  expect(written(annotated(text))).toBe(pieces);
  expect(withoutReadings(annotated(text))).toBe(plain);
});

it('a whole tree of words is annotated, and nothing else of it changes', () => {
  expect(annotatedTree({ a: { b: '出《だ》す', c: 'もどす' }, d: 7 })).toEqual({
    a: { b: annotated('出《だ》す'), c: 'もどす' },
    d: 7,
  });
});

it.each([
  ['髙﨑 ミツ', 'たかさき みつ', '[髙﨑|たかさき] ミツ'],
  ['𠮷右衛門 一', 'きちえもん はじめ', '[𠮷右衛門|きちえもん] [一|はじめ]'],
  ['山田　太郎', 'やまだ たろう', '[山田|やまだ] [太郎|たろう]'],
  ['山田太郎', 'やまだ たろう', '[山田太郎|やまだ たろう]'],
  ['グエン・ヴァン', 'ぐえん ゔぁん', 'グエン・ヴァン'],
  ['山田 太郎', '', '山田 太郎'],
])('%s, read %s, is written %s', (name, kana, pieces) => expect(written(withNameReading(name, kana))).toBe(pieces));

it.each([
  ['2026-12-10', '2026[年|ねん]12[月|がつ][10日|とおか]([木|もく])', '[令和|れいわ]8[年|ねん]'],
  ['2027-04-01', '2027[年|ねん][4月|しがつ][1日|ついたち]([木|もく])', '[令和|れいわ]9[年|ねん]'],
  ['2026-07-20', '2026[年|ねん][7月|しちがつ][20日|はつか]([月|げつ])', '[令和|れいわ]8[年|ねん]'],
  ['2026-09-14', '2026[年|ねん][9月|くがつ][14日|じゅうよっか]([月|げつ])', '[令和|れいわ]8[年|ねん]'],
  ['2019-05-24', '2019[年|ねん]5[月|がつ][24日|にじゅうよっか]([金|きん])', '[令和|れいわ][元年|がんねん]'],
  ['2026-11-22', '2026[年|ねん]11[月|がつ]22[日|にち]([日|にち])', '[令和|れいわ]8[年|ねん]'],
])('%s is read as people read it', (day, whole, era) => {
  expect(written(formatDay(day, 'ja-easy'))).toBe(whole);
  expect(written(formatShortDay(day, 'ja-easy'))).toBe(whole.replace(/^.*?\[年\|ねん\]/, ''));
  expect(written(formatEra(day, 'ja-easy'))).toBe(era);
  expect(withoutReadings(formatDay(day, 'ja-easy'))).toBe(formatDay(day, 'ja'));
  expect(withoutReadings(formatEra(day, 'ja-easy'))).toBe(formatEra(day, 'ja'));
});

it('a month is read too', () => {
  expect(written(formatMonth('2026-04', 'ja-easy', 'long'))).toBe('2026[年|ねん][4月|しがつ]');
  expect(written(formatMonth('2026-12', 'ja-easy', 'short'))).toBe('12[月|がつ]');
});

it.each([
  ['1日《にち》', '[1日|いちにち]'],
  ['2日《にち》', '[2日|ふつか]'],
  ['11日《にち》', '11[日|にち]'],
  ['1,002日《にち》', '1,002[日|にち]'],
  ['1人《にん》', '[1人|ひとり]'],
  ['3人《にん》', '3[人|にん]'],
  ['5分《ふん》', '5[分|ふん]'],
  ['30分《ふん》', '30[分|ぷん]'],
])('%s, once it is counted, is %s', (text, pieces) => expect(written(withCountReadings(annotated(text)))).toBe(pieces));
