import { ERA_READINGS, WEEKDAY_READINGS, dateReading } from '@azukari/domain';
import { eraDay, timeOf } from '../../../forms/forms.words.ts';
import { say } from '../rich.ts';
import type { Rich } from '../rich.ts';

/** easyDay is a day with its readings: the tenth is とおか. */
export function easyDay(day: string): Rich {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  const weekday = '日月火水木金土'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
  return [
    ...yearAndMonth(year, month),
    ...dateOf(date),
    ...say`（`,
    ruby(`${weekday}曜日`, `${WEEKDAY_READINGS[weekday] ?? ''}ようび`),
    ...say`）`,
  ];
}

/** easyEra is a day as a card prints it, with its readings. */
export function easyEra(day: string): Rich {
  const [, era = '', year = '', month = '', date = ''] = /^(\D\D)(元|\d+)年(\d+)月(\d+)日$/.exec(eraDay(day)) ?? [];
  const first =
    year === '元' ? [ruby('元年', 'がんねん'), { text: month }, ruby('月', 'がつ')] : yearAndMonth(year, month);
  return era === '' ? [] : [ruby(era, ERA_READINGS[era] ?? ''), ...first, ...dateOf(date)];
}

/** easyMoment is a day and its time. */
export function easyMoment(day: string, instant: string): Rich {
  return say`${easyDay(day)} ${timeOf(instant)}`;
}

function yearAndMonth(year: string, month: string): Rich {
  return [{ text: year }, ruby('年', 'ねん'), { text: month }, ruby('月', 'がつ')];
}

function dateOf(date: string): Rich {
  const whole = dateReading(Number(date));
  return whole === null ? [{ text: date }, ruby('日', 'にち')] : [ruby(`${date}日`, whole)];
}

function ruby(text: string, reading: string): Rich[number] {
  return { text, reading };
}
