import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { addDays } from '../instant.ts';
import { defaultReminders } from './settings.ts';
import type { ReminderSteps } from './settings.ts';
import { currentThreshold, nextThreshold } from './threshold.ts';

const usual = defaultReminders('2026-11-22').otherwise;
const once: ReminderSteps = { daysBefore: [30, 0], thenEveryMonths: null };

describe('the newest step', () => {
  test.each<[string, string | null, string]>([
    ['2026-09-10', null, 'a day too early'],
    ['2026-09-11', '2026-09-11', '90 days before'],
    ['2026-10-10', '2026-09-11', 'before the next'],
    ['2026-10-11', '2026-10-11', '60 days before'],
    ['2026-11-10', '2026-11-10', '30 days before'],
    ['2026-12-03', '2026-12-03', '7 days before'],
    ['2026-12-09', '2026-12-03', 'the eve'],
    ['2026-12-10', '2026-12-10', 'the day itself'],
    ['2027-01-09', '2026-12-10', 'within the first month'],
    ['2027-01-10', '2027-01-10', 'a month later'],
    ['2031-12-31', '2031-12-10', 'five years later'],
  ])('on %s it is %s: %s', (today, expected) => expect(currentThreshold('2026-12-10', usual, today)).toBe(expected));

  test.each([
    ['2027-02-27', '2027-01-31', 'the month before is not over'],
    ['2027-02-28', '2027-02-28', 'a short month ends sooner'],
    ['2027-03-30', '2027-02-28', 'and takes nothing from the next'],
    ['2027-03-31', '2027-03-31', 'which has its 31st'],
    ['2028-02-29', '2028-02-29', 'leap year'],
  ])('of 2026-12-31 on %s it is %s: %s', (today, expected) =>
    expect(currentThreshold('2026-12-31', usual, today)).toBe(expected),
  );

  test.each<[string, ReminderSteps, string, string | null]>([
    ['without months it stays the last', once, '2028-01-01', '2026-12-10'],
    ['the order of the steps says nothing', { ...usual, daysBefore: [0, 7, 90] }, '2026-12-04', '2026-12-03'],
    ['every quarter', { ...usual, thenEveryMonths: 3 }, '2027-06-09', '2027-03-10'],
    ['only months', { daysBefore: [], thenEveryMonths: 1 }, '2026-12-31', null],
  ])('%s', (_, steps, today, expected) => expect(currentThreshold('2026-12-10', steps, today)).toBe(expected));
});

describe('the next step', () => {
  test.each([
    ['2026-01-01', '2026-09-11'],
    ['2026-09-11', '2026-10-11'],
    ['2026-12-09', '2026-12-10'],
    ['2026-12-10', '2027-01-10'],
    ['2027-01-10', '2027-02-10'],
  ])('after %s is %s', (today, expected) => expect(nextThreshold('2026-12-10', usual, today)).toBe(expected));

  test('there is none after the last', () => expect(nextThreshold('2026-12-10', once, '2026-12-10')).toBeNull());
});

describe('for any date and any steps', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2024-01-01', n));
  const steps = fc.record({
    daysBefore: fc.array(fc.nat(120), { maxLength: 6 }),
    thenEveryMonths: fc.option(fc.integer({ min: 1, max: 4 })),
  });
  const all = (date: string, of: ReminderSteps): string[] => {
    const at = Temporal.PlainDate.from(date);
    const before = of.daysBefore.map((days) => at.subtract({ days }).toString());
    const every = of.thenEveryMonths;
    const after = every === null ? [] : Array.from({ length: 200 }, (_, n) => at.add({ months: (n + 1) * every }));
    return [...before, ...after.map(String)].sort();
  };

  test('both agree with the list of all steps, reckoned by Temporal', () =>
    fc.assert(
      fc.property(day, steps, day, (date, of, today) => {
        const list = all(date, of);
        expect(currentThreshold(date, of, today)).toBe(list.findLast((step) => step <= today) ?? null);
        expect(nextThreshold(date, of, today)).toBe(list.find((step) => step > today) ?? null);
      }),
    ));
});
