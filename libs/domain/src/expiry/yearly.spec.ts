import { arrivesFrom, askFamilyFrom, yearly } from './yearly.ts';
import type { YearlyFacts } from './yearly.ts';

const facts = (given: Partial<YearlyFacts>): YearlyFacts => ({
  asOf: '2026-11-22',
  kind: 'care-limit-certificate',
  insurerType: 'late-elderly',
  ...given,
});

describe('V16', () => {
  test.each<[string, Partial<YearlyFacts>, object]>([
    ['負担限度額認定証', {}, { date: '2027-07-31', value: 'apply' }],
    ['on its last day', { asOf: '2026-07-31' }, { date: '2026-07-31', value: 'apply' }],
    ['a day later', { asOf: '2026-08-01' }, { date: '2027-07-31', value: 'apply' }],
    ['as printed', { printedExpiresOn: '2026-07-31' }, { date: '2026-07-31', value: 'apply' }],
    ['負担割合証', { kind: 'care-copay-certificate' }, { date: '2027-07-31', value: 'automatic' }],
    ['後期高齢 資格確認書', { kind: 'eligibility-certificate' }, { date: '2027-07-31', value: 'automatic' }],
    ['国保 限度額適用認定証', { kind: 'medical-limit-certificate', insurerType: 'national' }, { value: 'apply' }],
    [
      '後期高齢 限度額適用認定証',
      { kind: 'medical-limit-certificate' },
      { date: null, value: 'not-applicable', reasonCode: 'no-longer-issued' },
    ],
    [
      'the same before 2024-12-02',
      { kind: 'medical-limit-certificate', asOf: '2024-12-01' },
      { date: '2025-07-31', value: 'apply' },
    ],
  ])('%s', (_, given, expected) => expect(yearly(facts(given))).toMatchObject({ rule: 'V16', ...expected }));

  test.each<[string, Partial<YearlyFacts>]>([
    ['被用者 資格確認書', { kind: 'eligibility-certificate', insurerType: 'employee' }],
    ['資格確認書 of an unknown insurer', { kind: 'eligibility-certificate', insurerType: null }],
    ['受給者証 without a setting', { kind: 'designated-disease' }],
    ['診察券', { kind: 'patient-card' }],
  ])('%s ends with no common year', (_, given) => expect(yearly(facts(given))).toBeNull());

  test('an insurer or issuer may have another year, or none', () => {
    const kind = 'designated-disease';
    expect(yearly(facts({ kind }), { yearEnds: { [kind]: '09-30' } })).toMatchObject({
      date: '2027-09-30',
      reasonCode: 'yearly',
    });
    expect(yearly(facts({}), { yearEnds: { 'care-limit-certificate': null } })).toBeNull();
  });

  test('a family is asked from 1 June, an arrival awaited in July', () => {
    expect(askFamilyFrom('2027-07-31')).toBe('2027-06-01');
    expect(arrivesFrom('2027-07-31')).toBe('2027-07-01');
  });

  test.each([
    ['2027-03-31', '2027-01-30'],
    ['2027-05-31', '2027-04-01'],
    ['2028-07-31', '2028-06-01'],
  ])('of a paper that ends on %s it is asked as long before, and not most of a year', (endsOn, from) =>
    expect(askFamilyFrom(endsOn)).toBe(from),
  );
});
