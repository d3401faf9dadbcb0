const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKDAYS = '日月火水木金土';

/** The first day of each era, newest first. */
const ERAS = [
  ['令和', '2019-05-01'],
  ['平成', '1989-01-08'],
  ['昭和', '1926-12-25'],
  ['大正', '1912-07-30'],
  ['明治', '1868-10-23'],
] as const;

/** dayOf is the Japanese day of a moment, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

/** dayBefore is the day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** timeOf is the wall-clock time of a moment in Japan, `14:05`. */
export function timeOf(instant: string): string {
  return new Date(Date.parse(instant) + TOKYO_OFFSET_MS).toISOString().slice(11, 16);
}

/** japaneseDay is `2026年12月10日(木)`. */
export function japaneseDay(day: string): string {
  const [year, month, date] = parts(day);
  const weekday = WEEKDAYS.charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
  return `${String(year)}年${String(month)}月${String(date)}日(${weekday})`;
}

/** eraDay is `令和8年12月10日`, as cards print it; the first year of an era is 元年. Empty before 明治. */
export function eraDay(day: string): string {
  const [year, month, date] = parts(day);
  const era = ERAS.find(([, first]) => day >= first);
  if (!era) return '';
  const n = year - parts(era[1])[0] + 1;
  return `${era[0]}${n === 1 ? '元' : String(n)}年${String(month)}月${String(date)}日`;
}

/** japaneseMoment is `2026年12月10日(木) 14:05`. */
export function japaneseMoment(instant: string): string {
  return `${japaneseDay(dayOf(instant))} ${timeOf(instant)}`;
}

const ENGLISH_WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** englishDay is `Thursday, 10 December 2026`, put together here because libraries differ over the comma. */
export function englishDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${ENGLISH_WEEKDAY.format(date)}, ${ENGLISH_DAY.format(date)}`;
}

/** englishMoment is `Thursday, 10 December 2026, 14:05`. */
export function englishMoment(instant: string): string {
  return `${englishDay(dayOf(instant))}, ${timeOf(instant)}`;
}

/** shortMoment is `12/10(木) 14:05`, for narrow columns under a heading that names the year. */
export function shortMoment(instant: string): string {
  const [, month, date] = parts(dayOf(instant));
  const weekday = WEEKDAYS.charAt(new Date(`${dayOf(instant)}T00:00:00Z`).getUTCDay());
  return `${String(month)}/${String(date)}(${weekday}) ${timeOf(instant)}`;
}

function parts(day: string): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
