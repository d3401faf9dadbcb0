import { type CalendarDay, isCalendarDay } from '@azukari/domain';

/** ERAS as cards print them; `western` counts the years as they are. `before` is the year before the first. */
export const ERAS = ['reiwa', 'heisei', 'showa', 'taisho', 'western'] as const;
export type Era = (typeof ERAS)[number];

const BEFORE: Readonly<Record<Era, number>> = { reiwa: 2018, heisei: 1988, showa: 1925, taisho: 1911, western: 0 };
const FROM: readonly (readonly [CalendarDay, Era])[] = [
  ['2019-05-01', 'reiwa'],
  ['1989-01-08', 'heisei'],
  ['1926-12-25', 'showa'],
  ['1912-07-30', 'taisho'],
];

/** DayParts is a day as it is copied from a card, part by part. */
export interface DayParts {
  readonly era: Era;
  readonly year: string;
  readonly month: string;
  readonly date: string;
}

/** INCOMPLETE is what a day is while a part is missing or wrong; no contract takes it for a day. */
export const INCOMPLETE = 'incomplete';

/** dayOf puts the parts together: null while all are empty, INCOMPLETE while it is no day. */
export function dayOf({ era, year, month, date }: DayParts): string | null {
  if (year === '' && month === '' && date === '') return null;
  const numbers = [year === '元' ? '1' : year, month, date].map((part) => part.normalize('NFKC').trim());
  if (!numbers.every((part) => /^\d{1,4}$/.test(part))) return INCOMPLETE;
  const [y = 0, m = 0, d = 0] = numbers.map(Number);
  if (y === 0) return INCOMPLETE;
  const day = [String(y + BEFORE[era]).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join(
    '-',
  );
  return isCalendarDay(day) && day >= '1868-01-01' && day <= '2199-12-31' ? day : INCOMPLETE;
}

/** partsOf takes a day apart in the era it falls into, or in western years if that is how it is asked. */
export function partsOf(day: string | null, era: Era): DayParts {
  if (day === null || !isCalendarDay(day)) return { era, year: '', month: '', date: '' };
  const its = era === 'western' ? 'western' : (FROM.find(([from]) => day >= from)?.[1] ?? 'western');
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { era: its, year: String(year - BEFORE[its]), month: String(month), date: String(date) };
}
