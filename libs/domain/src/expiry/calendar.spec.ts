import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays } from '../instant.ts';
import { addMonths, ageOn, birthday, birthdayAfter, dayAfter, daysBetween } from './calendar.ts';
import { monthEnd, onOrAfter, onOrBefore } from './calendar.ts';
import { aBirth, aDay } from './testing/days.ts';

describe('months', () => {
  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2027-05-31', -3, '2027-02-28'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
  ])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  test.each([
    ['2026-11-01', 0, '2026-11-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-09-15', 3, '2026-12-31'],
  ])('the month of %s and %i more ends on %s', (day, later, expected) => expect(monthEnd(day, later)).toBe(expected));

  test('are reckoned as Temporal reckons them', () => {
    fc.assert(
      fc.property(aDay('1900-01-01', 80_000), fc.integer({ min: -1500, max: 1500 }), (day, months) => {
        expect(addMonths(day, months)).toBe(Temporal.PlainDate.from(day).add({ months }).toString());
      }),
    );
  });

  test('the day after is the day after', () => {
    fc.assert(fc.property(aDay('1900-01-01', 80_000), (day) => expect(dayAfter(day)).toBe(addDays(day, 1))));
  });
});

describe('birthdays', () => {
  test.each([
    ['1948-02-29', 75, '2023-02-28'],
    ['1948-02-29', 76, '2024-02-29'],
    ['1950-07-01', 75, '2025-07-01'],
  ])('who is born on %s becomes %i on %s', (birth, age, expected) => expect(birthday(birth, age)).toBe(expected));

  test.each([
    ['1941-08-01', '2026-07-31', 84],
    ['1941-08-01', '2026-08-01', 85],
    ['1948-02-29', '2023-02-27', 74],
    ['1948-02-29', '2023-02-28', 75],
  ])('who is born on %s is on %s %i years old', (birth, day, age) => expect(ageOn(birth, day)).toBe(age));

  test.each([
    ['1980-10-10', '2020-10-09', 1, '2020-10-10'],
    ['1980-10-10', '2020-10-10', 1, '2021-10-10'],
    ['1948-02-29', '2023-02-28', 1, '2024-02-29'],
  ])('of %s after %s, number %i is %s', (birth, day, n, expected) =>
    expect(birthdayAfter(birth, day, n)).toBe(expected),
  );

  test('the first birthday after a day is later, and at most a year later', () => {
    fc.assert(
      fc.property(aBirth, aDay('2016-01-01', 8_000), (birth, day) => {
        const next = birthdayAfter(birth, day, 1);
        expect(next > day).toBe(true);
        expect(daysBetween(day, next)).toBeLessThanOrEqual(366);
        expect(ageOn(birth, next)).toBe(ageOn(birth, day) + 1);
      }),
    );
  });
});

describe('a day of the year', () => {
  test.each([
    ['07-31', '2026-07-31', '2026-07-31', '2026-07-31'],
    ['07-31', '2026-08-01', '2027-07-31', '2026-07-31'],
    ['07-31', '2026-07-30', '2026-07-31', '2025-07-31'],
  ])('%s seen from %s comes on %s and was on %s', (monthDay, day, next, last) => {
    expect(onOrAfter(monthDay, day)).toBe(next);
    expect(onOrBefore(monthDay, day)).toBe(last);
  });
});
