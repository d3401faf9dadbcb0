import { type CalendarDay, dayInTokyo, type Instant, millisecondsOf } from '@azukari/domain';

import { withDayReadings } from './counted';

/** LANGS are the languages of the screens; ja-easy is やさしい日本語, with readings. */
export const LANGS = ['ja', 'ja-easy', 'en'] as const;

/** Lang is a language of the screens. */
export type Lang = (typeof LANGS)[number];

/** japanese gives a day as it is written, or with its readings. */
function japanese(written: string, lang: Lang): string {
  return lang === 'ja-easy' ? withDayReadings(written) : written;
}

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const ERAS = [
  { from: '2019-05-01', ja: '令和', en: 'Reiwa' },
  { from: '1989-01-08', ja: '平成', en: 'Heisei' },
  { from: '1926-12-25', ja: '昭和', en: 'Showa' },
  { from: '1912-07-30', ja: '大正', en: 'Taisho' },
  { from: '1868-01-25', ja: '明治', en: 'Meiji' },
] as const;
const TOKYO_OFFSET_MS = 9 * 3_600_000;

function partsOf(day: CalendarDay) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return { year, month, date, weekday };
}

/** formatDay writes a day in full: 2026年12月10日(木). */
export function formatDay(day: CalendarDay, lang: Lang): string {
  const { year, month, date, weekday } = partsOf(day);
  if (lang !== 'en') return japanese(`${year}年${month}月${date}日(${WEEKDAYS.ja[weekday] ?? ''})`, lang);
  return `${WEEKDAYS.en[weekday] ?? ''} ${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** formatShortDay leaves out the year: 12月10日(木). */
export function formatShortDay(day: CalendarDay, lang: Lang): string {
  const { month, date, weekday } = partsOf(day);
  if (lang !== 'en') return japanese(`${month}月${date}日(${WEEKDAYS.ja[weekday] ?? ''})`, lang);
  return `${WEEKDAYS.en[weekday] ?? ''} ${date} ${MONTHS[month - 1] ?? ''}`;
}

/** formatEra writes the year of a day as cards do: 令和8年. */
export function formatEra(day: CalendarDay, lang: Lang): string {
  const era = ERAS.find(({ from }) => day >= from);
  if (!era) return '';
  const year = partsOf(day).year - Number(era.from.slice(0, 4)) + 1;
  if (lang !== 'en') return japanese(`${era.ja}${year === 1 ? '元' : year}年`, lang);
  return `${era.en} ${year}`;
}

/** formatMonth writes a month, 2026-12, in full or short: 2026年12月, 12月. */
export function formatMonth(month: string, lang: Lang, length: 'long' | 'short'): string {
  const [year = '', number = '1'] = month.split('-');
  if (lang === 'en') {
    const name = MONTHS[Number(number) - 1] ?? '';
    return length === 'short' ? name : `${name} ${year}`;
  }
  return japanese(`${length === 'short' ? '' : `${year}年`}${String(Number(number))}月`, lang);
}

/** formatTime writes the wall-clock time in Japan: 17:30. */
export function formatTime(at: Instant): string {
  return new Date(millisecondsOf(at) + TOKYO_OFFSET_MS).toISOString().slice(11, 16);
}

/** formatMoment writes a time of today bare, and any other with its day: 17:30, 11月20日(金) 17:30. */
export function formatMoment(at: Instant, now: Instant, lang: Lang): string {
  const day = dayInTokyo(at);
  const today = dayInTokyo(now);
  if (day === today) return formatTime(at);
  const written = day.slice(0, 4) === today.slice(0, 4) ? formatShortDay(day, lang) : formatDay(day, lang);
  return `${written} ${formatTime(at)}`;
}

/** minutesLate is how many whole minutes lie between the due time and now; below zero there is still time. */
export function minutesLate(dueBackAt: Instant, now: Instant): number {
  return Math.floor((millisecondsOf(now) - millisecondsOf(dueBackAt)) / 60_000);
}

/** formatCount writes a number with its thousands: 1,042. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
