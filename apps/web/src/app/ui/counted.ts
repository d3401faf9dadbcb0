import { dateReading, ERA_READINGS, WEEKDAY_READINGS } from '@azukari/domain';

import { annotated, ruby } from './furigana';

const MONTHS: Readonly<Record<string, string>> = { 4: 'しがつ', 7: 'しちがつ', 9: 'くがつ' };

/** withDayReadings puts readings over a written day: 令和8年, 2026年12月10日(木). 4月 is しがつ, 10日 is とおか, 22日 is 日《にち》. */
export function withDayReadings(written: string): string {
  return written
    .replace(/^\p{Script=Han}{2}/u, (era) => ruby(era, ERA_READINGS[era] ?? ''))
    .replace('元年', annotated('元年《がんねん》'))
    .replace(/(\d)年/, (_, digit: string) => annotated(`${digit}年《ねん》`))
    .replace(/(\d+)月/, (whole, month: string) => {
      const reading = MONTHS[month];
      return reading === undefined ? annotated(`${month}月《がつ》`) : ruby(whole, reading);
    })
    .replace(/(\d+)日/, (whole, date: string) => {
      const reading = dateReading(Number(date));
      return reading === null ? annotated(`${date}日《にち》`) : ruby(whole, reading);
    })
    .replace(/\((.)\)/, (_, weekday: string) => `(${ruby(weekday, WEEKDAY_READINGS[weekday] ?? '')})`);
}

const PEOPLE: Readonly<Record<string, string>> = { 1: 'ひとり', 2: 'ふたり', 4: 'よにん' };
const COUNTED = /(?<![\d,.])(\d+)\uFFF9(日|人|分)\uFFFA[^\uFFFB]*\uFFFB/g;

/** withCountReadings mends the reading of what is counted once the number is known: 2日 is ふつか, 3分 is ぷん, 2人 is ふたり. */
export function withCountReadings(text: string): string {
  return text.replace(COUNTED, (whole, number: string, counter: string) => {
    if (counter === '分') return `${number}${ruby('分', /[134680]$/.test(number) ? 'ぷん' : 'ふん')}`;
    // One day that passes is いちにち; ついたち is a date.
    const said = counter === '人' ? PEOPLE[number] : number === '1' ? 'いちにち' : dateReading(Number(number));
    return said ? ruby(`${number}${counter}`, said) : whole;
  });
}
