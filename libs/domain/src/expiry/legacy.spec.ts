import fc from 'fast-check';
import type { RuleFacts } from './facts.ts';
import { legacyAccepted, legacyLastDay } from './legacy.ts';
import { seventieth, seventyFifth } from './limits.ts';
import { aBirth, aDay } from './testing/days.ts';

const facts = (given: Partial<RuleFacts>): RuleFacts => ({
  asOf: '2025-06-01',
  kind: 'legacy-insurance-card',
  birthDate: '1970-05-05',
  ...given,
});

describe('V8', () => {
  test.each([
    ['1955-07-08', '2025-07-31'],
    ['1955-07-01', '2025-06-30'],
    ['1955-01-01', '2024-12-31'],
    ['1956-02-29', '2026-02-28'],
    ['1955-03-01', '2025-02-28'],
    ['1955-07-31', '2025-07-31'],
  ])('born %s: %s', (birth, date) => expect(seventieth(birth, '2025-01-01')).toMatchObject({ rule: 'V8', date }));
});

describe('V9', () => {
  test.each([
    ['1950-07-08', '2025-07-07'],
    ['1950-07-01', '2025-06-30'],
    ['1950-12-02', '2025-12-01'],
    ['1952-02-29', '2027-02-27'],
    ['1953-03-01', '2028-02-29'],
  ])('born %s: %s', (birth, date) => expect(seventyFifth(birth, '2025-01-01')).toMatchObject({ rule: 'V9', date }));
});

describe('V7', () => {
  test.each<[string, Partial<RuleFacts>, string, string]>([
    ['被用者, printed later', { insurerType: 'employee', printedExpiresOn: '2026-03-31' }, '2025-12-01', 'cut-off'],
    ['被用者, no date', { insurerType: 'employee' }, '2025-12-01', 'cut-off'],
    ['国保, printed', { insurerType: 'national', printedExpiresOn: '2025-07-31' }, '2025-07-31', 'printed'],
    ['70 before', { birthDate: '1955-07-08', printedExpiresOn: '2025-09-30' }, '2025-07-31', 'seventieth-birthday'],
    ['70 long ago', { birthDate: '1953-05-01', printedExpiresOn: '2025-07-31' }, '2025-07-31', 'printed'],
    ['75 before', { birthDate: '1950-07-08', insurerType: 'national' }, '2025-07-07', 'seventy-fifth-birthday'],
    ['75 before, type not told', { birthDate: '1950-07-08' }, '2025-07-07', 'seventy-fifth-birthday'],
    [
      '75 long ago, type not told',
      { birthDate: '1941-08-01', printedExpiresOn: '2025-07-31' },
      '2025-07-31',
      'printed',
    ],
    ['後期高齢 at 74', { birthDate: '1950-07-08', insurerType: 'late-elderly' }, '2025-12-01', 'cut-off'],
    ['end of stay', { stayEndsOn: '2025-03-31' }, '2025-03-31', 'end-of-stay'],
    ['a new insurer', { insurerChangedOn: '2025-04-01' }, '2025-03-31', 'insurer-changed'],
    ['no birth date', { birthDate: null, printedExpiresOn: '2025-07-31' }, '2025-07-31', 'printed'],
  ])('%s', (_, given, date, reasonCode) =>
    expect(legacyLastDay(facts(given))).toMatchObject({ rule: 'V7', date, reasonCode }),
  );

  test('never after what is printed, and never after 2025-12-01', () => {
    fc.assert(
      fc.property(aBirth, aDay('2024-12-02', 900), (birthDate, printedExpiresOn) => {
        const { date } = legacyLastDay(facts({ birthDate, printedExpiresOn }));
        expect(date <= printedExpiresOn).toBe(true);
        expect(date <= '2025-12-01').toBe(true);
      }),
    );
  });
});

describe('V10', () => {
  const national = { insurerType: 'national', printedExpiresOn: '2025-07-31' } as const;

  test.each([
    ['2025-07-31', { value: 'valid', date: null, until: '2025-07-31' }],
    ['2025-08-01', { value: 'lookup-only', date: '2025-08-01', until: '2026-03-31' }],
    ['2026-03-31', { value: 'lookup-only', date: '2025-08-01', until: '2026-03-31' }],
    ['2026-04-01', { value: 'none', date: '2026-04-01' }],
    ['2026-11-22', { value: 'none', date: '2026-04-01' }],
  ])('国保 printed 2025-07-31 on %s: %o', (asOf, expected) =>
    expect(legacyAccepted(facts({ ...national, asOf }))).toMatchObject({ rule: 'V10', ...expected }),
  );

  test('of an insurer who has changed nothing is looked up', () =>
    expect(legacyAccepted(facts({ asOf: '2025-09-01', insurerChangedOn: '2025-08-20' }))).toMatchObject({
      value: 'none',
      date: '2025-08-20',
      reasonCode: 'insurer-changed',
    }));
});
