import { isQuarter, quarterOf, quartersOver, reviewBy, reviewDaysLate } from './quarter.ts';

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026-09-30', '2026-07-01'],
  ['2026-12-31', '2026-10-01'],
])('%s lies in the quarter %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter);
  expect(isQuarter(quarter)).toBe(true);
});

test.each(['2026-02-01', '2026-01-02', '2026-13-01', '2026-1-1', ''])('%s begins no quarter', (day) =>
  expect(isQuarter(day)).toBe(false),
);

test.each<[string, string, readonly string[]]>([
  ['2026-05-20', '2026-06-30', []],
  ['2026-05-20', '2026-07-01', ['2026-04-01']],
  ['2025-12-31', '2026-07-01', ['2026-04-01', '2026-01-01', '2025-10-01']],
])('since %s, on %s the quarters %j are over', (since, today, over) =>
  expect(quartersOver(since, today)).toEqual(over),
);

test.each([
  ['2026-07-01', '2026-10-31'],
  ['2026-10-01', '2027-01-31'],
  ['2025-10-01', '2026-01-31'],
])('the quarter %s is reviewed by %s', (quarter, by) => {
  expect(reviewBy(quarter)).toBe(by);
  expect(reviewDaysLate(quarter, by)).toBe(0);
  expect(reviewDaysLate(quarter, '2025-01-01')).toBe(0);
});

test('a review in the second month is late, by day', () => {
  expect(reviewDaysLate('2026-07-01', '2026-11-01')).toBe(1);
  expect(reviewDaysLate('2026-07-01', '2026-11-30')).toBe(30);
});
