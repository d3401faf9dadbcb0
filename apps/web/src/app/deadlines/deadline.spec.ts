import { DEADLINE_KINDS } from '@azukari/domain';

import { ja } from '../../i18n/ja';
import { dating } from '../../i18n/ja/dating';
import { among, bucketOf, bucketsOf, chartOf, monthsFrom, NEAR } from './deadline';
import { aDeadline, AS_OF, UNKNOWN } from './testing';

const CLOSED = { reason: 'not-renewed', on: '2026-11-01' } as const;
const past = { date: '2026-11-10', daysLeft: -12 };

it('every kind of deadline has its words, and no word is left over', () => {
  expect(Object.keys(ja.words.deadline).sort()).toEqual([...DEADLINE_KINDS].sort());
});

it('every bucket of the list has a heading, every bar a word', () => {
  const word = (bucket: string): boolean => !/^\d/.test(bucket);
  expect(bucketsOf(AS_OF).filter(word).sort()).toEqual(Object.keys(dating.group).sort());
  for (const bucket of chartOf(AS_OF).filter(word)) expect(Object.keys(dating.chart)).toContain(bucket);
});

it('what is near is that alone: passed, to be checked, or with something to do, in whichever month', () => {
  const near = [aDeadline(past), aDeadline(), aDeadline({ date: AS_OF, daysLeft: 0, kind: 'arrival-check' })];
  const others = [UNKNOWN, aDeadline({ from: '2026-12-01' }), aDeadline({ ...past, closed: CLOSED })];
  expect(among([...others, ...near], NEAR, AS_OF)).toEqual(near);
  expect(among([...others, ...near], 'unknown', AS_OF)).toEqual([UNKNOWN]);
});

it('the months of the chart are twelve, over the end of the year', () => {
  const months = monthsFrom('2026-11-22');
  expect(months).toHaveLength(12);
  expect(months.slice(0, 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(months.at(-1)).toBe('2027-10');
  expect(monthsFrom('2026-12-31').slice(0, 2)).toEqual(['2026-12', '2027-01']);
});

describe('where a deadline stands', () => {
  it.each([
    ['an unknown date', UNKNOWN, 'unknown'],
    ['a passed date of this very month', aDeadline(past), 'overdue'],
    ['passed information', aDeadline({ ...past, kind: 'grace-administrative' }), 'past'],
    ['today', aDeadline({ date: AS_OF, daysLeft: 0 }), '2026-11'],
    ['the last day of the twelfth month', aDeadline({ date: '2027-10-31', daysLeft: 343 }), '2027-10'],
    ['the day after', aDeadline({ date: '2027-11-01', daysLeft: 344 }), 'later'],
    ['a question', aDeadline({ kind: 'registration-check', date: null, daysLeft: null, value: 'unknown' }), 'ask'],
    ['what was closed', aDeadline({ ...past, closed: CLOSED }), 'closed'],
  ] as const)('%s', (_, deadline, expected) => expect(bucketOf(deadline, AS_OF)).toBe(expected));
});
