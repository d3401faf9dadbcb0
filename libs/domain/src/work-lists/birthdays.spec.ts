import { turningSeventyFive } from './birthdays.ts';

const BORN = '1952-03-10'; // 75 on 2027-03-10

test.each([
  ['2026-12-08', false, false],
  ['2026-12-09', false, true],
  ['2027-03-10', false, true],
  ['2027-04-08', false, true],
  ['2027-04-09', false, false],
  ['2027-04-09', true, true],
  ['2035-01-01', true, true],
])('on %s, holding an old paper %s: %s', (asOf, holds, stands) => {
  const found = turningSeventyFive(BORN, holds, asOf);
  expect(found?.date).toBe(stands ? '2027-03-09' : undefined);
});

test('without a birthday nobody turns 75', () => expect(turningSeventyFive(null, true, '2027-03-09')).toBeNull());
