import fc from 'fast-check';
import { addDays } from '../instant.ts';
import { familyReportDue, reconciliationDue, reminderDays, retentionEnds } from './house-duties.ts';
import { aDay } from './testing/days.ts';

describe('V17', () => {
  test.each([
    ['2026-11-01', '2026-12-07'],
    ['2027-02-28', '2027-03-07'],
  ])('the 照合 of the month of %s is in time to %s', (day, date) =>
    expect(reconciliationDue(day)).toMatchObject({ rule: 'V17', date }),
  );
});

describe('V18', () => {
  test('a family is told every three months', () =>
    expect(familyReportDue('2026-11-30')).toMatchObject({ rule: 'V18', date: '2027-02-28' }));
});

describe('V19', () => {
  test.each([
    [undefined, '2031-11-22'],
    [3, '2029-11-22'],
    [1, '2028-11-22'],
  ])('with %s years set, papers are kept to %s', (years, date) =>
    expect(retentionEnds('2026-11-22', years)).toMatchObject({ rule: 'V19', date }),
  );
});

describe('V21', () => {
  const before = ['2026-09-11', '2026-10-11', '2026-11-10', '2026-12-03', '2026-12-10'];

  test.each([
    ['2026-09-10', []],
    ['2026-12-03', before.slice(0, 4)],
    ['2026-12-10', before],
    ['2027-01-09', before],
    ['2027-02-10', [...before, '2027-01-10', '2027-02-10']],
  ])('up to %s', (upTo, expected) => expect(reminderDays('2026-12-10', upTo)).toEqual(expected));

  test('a month-end stays one', () =>
    expect(reminderDays('2026-12-31', '2027-03-31', [0])).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]));

  test('what was to be said by a day is not taken back later', () => {
    fc.assert(
      fc.property(aDay('2026-01-01', 900), fc.integer({ min: -100, max: 400 }), fc.nat(90), (date, days, more) => {
        const early = reminderDays(date, addDays(date, days));
        expect(reminderDays(date, addDays(date, days + more)).slice(0, early.length)).toEqual(early);
        expect(early).toEqual([...new Set(early)].sort());
      }),
    );
  });
});
