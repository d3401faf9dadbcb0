import { addDays, isCalendarDay } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';

interface Era {
  readonly names: readonly string[];
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Eras by the day they began and ended; the first year of each is 元年. */
const ERAS: readonly Era[] = [
  { names: ['明治', '明', 'm'], from: '1868-01-25', to: '1912-07-30' },
  { names: ['大正', '大', 't'], from: '1912-07-30', to: '1926-12-25' },
  { names: ['昭和', '昭', 's'], from: '1926-12-25', to: '1989-01-07' },
  { names: ['平成', '平', 'h'], from: '1989-01-08', to: '2019-04-30' },
  { names: ['令和', '令', 'r'], from: '2019-05-01', to: '9999-12-31' },
];

const WRITTEN =
  /^(?<era>明治|大正|昭和|平成|令和|[明大昭平令mtshr])?(?<year>\d{1,4}|元)[年./-](?<month>\d{1,2})[月./-](?<day>\d{1,2})日?$/;

/** A spreadsheet's own number of a day, without the format that shows it: 1927-05-18 to 2173-10-13. */
const SERIAL = /^[1-9]\d{4}$/;
/** The day before day 1 of a spreadsheet that counts from 1900; it believes in 1900-02-29, so this holds from March of that year. */
const BEFORE_FIRST = '1899-12-30';
/** DAYS_OF_1904 is how much later a spreadsheet begins to count that counts from 1904. */
export const DAYS_OF_1904 = 1462;

/**
 * writtenDay reads a day as people and spreadsheets write it (1948-02-29, 1948/2/29, 昭和23年2月29日, S23.2.29, 17592, in any
 * width), or null.
 */
export function writtenDay(text: string): CalendarDay | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (SERIAL.test(plain)) return addDays(BEFORE_FIRST, Number(plain));
  const groups = WRITTEN.exec(plain)?.groups;
  if (!groups) return null;
  const { era: name, year = '', month = '', day = '' } = groups;
  const era = ERAS.find(({ names }) => name !== undefined && names.includes(name));
  if (!era && (name !== undefined || year.length !== 4)) return null;
  const count = year === '元' ? 1 : Number(year);
  const full = era ? Number(era.from.slice(0, 4)) + count - 1 : count;
  const written = `${String(full).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCalendarDay(written) || (era && (written < era.from || written > era.to))) return null;
  return written;
}
