import { mayEndAtSeventyFive, turningSeventyFive } from './birthdays.ts';

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

test.each([
  [null, '2027-03-09', true],
  ['national', '2026-01-01', true],
  [null, '2027-03-10', false],
  ['late-elderly', '2027-03-01', false],
  ['public-assistance', '2026-01-01', false],
] as const)(
  'a 資格確認書 without a date of %s that came on %s may be of the old insurance: %s',
  (insurerType, receivedOn, may) => expect(mayEndAtSeventyFive({ insurerType, receivedOn }, BORN)).toBe(may),
);
