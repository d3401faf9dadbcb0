import { eraDay, timeOf } from '../../../forms/forms.words.ts';
import { say } from '../rich.ts';
import type { Rich } from '../rich.ts';

const DAYS: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};
const WEEKDAYS = ['日|にち', '月|げつ', '火|か', '水|すい', '木|もく', '金|きん', '土|ど'];
const ERAS: Readonly<Record<string, string>> = {
  令和: 'れいわ',
  平成: 'へいせい',
  昭和: 'しょうわ',
  大正: 'たいしょう',
  明治: 'めいじ',
};

/** easyDay is a day with its readings: the tenth is とおか. */
export function easyDay(day: string): Rich {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  const [weekday = '', reading = ''] = (WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '').split('|');
  return [
    ...yearAndMonth(year, month),
    ...dateOf(date),
    ...say`（`,
    ruby(`${weekday}曜日`, `${reading}ようび`),
    ...say`）`,
  ];
}

/** easyEra is a day as a card prints it, with its readings. */
export function easyEra(day: string): Rich {
  const [, era = '', year = '', month = '', date = ''] = /^(\D\D)(元|\d+)年(\d+)月(\d+)日$/.exec(eraDay(day)) ?? [];
  const first =
    year === '元' ? [ruby('元年', 'がんねん'), { text: month }, ruby('月', 'がつ')] : yearAndMonth(year, month);
  return era === '' ? [] : [ruby(era, ERAS[era] ?? ''), ...first, ...dateOf(date)];
}

/** easyMoment is a day and its time. */
export function easyMoment(day: string, instant: string): Rich {
  return say`${easyDay(day)} ${timeOf(instant)}`;
}

function yearAndMonth(year: string, month: string): Rich {
  return [{ text: year }, ruby('年', 'ねん'), { text: month }, ruby('月', 'がつ')];
}

function dateOf(date: string): Rich {
  const whole = DAYS[Number(date)];
  return whole === undefined ? [{ text: date }, ruby('日', 'にち')] : [ruby(`${date}日`, whole)];
}

function ruby(text: string, reading: string): Rich[number] {
  return { text, reading };
}
