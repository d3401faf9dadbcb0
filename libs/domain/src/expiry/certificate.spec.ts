import fc from 'fast-check';
import { arrivalCheck, arrivesByItself, certificateLastDay, whoMustApply } from './certificate.ts';
import type { ApplicantFacts, AutomaticFacts } from './certificate.ts';
import type { RuleFacts } from './facts.ts';
import { aBirth, aDay } from './testing/days.ts';

describe('V11', () => {
  const facts = (given: Partial<RuleFacts>): RuleFacts => ({
    asOf: '2025-01-10',
    kind: 'eligibility-certificate',
    birthDate: '1950-07-08',
    printedExpiresOn: '2025-07-31',
    ...given,
  });

  test.each<[string, Partial<RuleFacts>, string, string]>([
    ['後期高齢, as printed', { insurerType: 'late-elderly' }, '2025-07-31', 'printed'],
    ['国保 to the 75th birthday', { insurerType: 'national' }, '2025-07-07', 'seventy-fifth-birthday'],
    ['被用者 likewise', { insurerType: 'employee' }, '2025-07-07', 'seventy-fifth-birthday'],
    [
      '国保, the birthday is what is printed',
      { insurerType: 'national', printedExpiresOn: '2025-07-07' },
      '2025-07-07',
      'seventy-fifth-birthday',
    ],
    ['type not told, 75 that year', {}, '2025-07-07', 'seventy-fifth-birthday'],
    ['type not told, 75 before', { birthDate: '1940-01-01' }, '2025-07-31', 'printed'],
    ['end of stay', { stayEndsOn: '2025-03-31' }, '2025-03-31', 'end-of-stay'],
    ['a new insurer', { insurerChangedOn: '2025-03-01' }, '2025-02-28', 'insurer-changed'],
    ['no birth date', { birthDate: null }, '2025-07-31', 'printed'],
  ])('%s', (_, given, date, reasonCode) =>
    expect(certificateLastDay(facts(given))).toEqual([expect.objectContaining({ rule: 'V11', date, reasonCode })]),
  );

  test('ends at 70 only with an insurer who sets it', () => {
    const given = facts({ birthDate: '1955-04-08', insurerType: 'national' });
    expect(certificateLastDay(given)).toMatchObject([{ date: '2025-07-31' }]);
    expect(certificateLastDay(given, { endsAtSeventy: true })).toMatchObject([
      { date: '2025-04-30', reasonCode: 'seventieth-birthday' },
    ]);
    const older = facts({ birthDate: '1953-04-08', insurerType: 'national' });
    expect(certificateLastDay(older, { endsAtSeventy: true })).toMatchObject([{ date: '2025-07-31' }]);
  });

  test('more than five years from the issue is kept, with a warning', () => {
    const given = facts({ birthDate: '1970-01-01', issuedOn: '2024-12-02', printedExpiresOn: '2030-07-31' });
    expect(certificateLastDay(given)).toMatchObject([
      { date: '2030-07-31', reasonCode: 'printed' },
      { date: '2029-12-02', reasonCode: 'too-long' },
    ]);
    expect(certificateLastDay({ ...given, printedExpiresOn: '2029-12-02' })).toHaveLength(1);
  });

  test('without a printed day nobody knows it, only until when at most', () => {
    const unknown = { date: null, value: 'unknown', reasonCode: 'date-unknown' };
    const given = facts({ printedExpiresOn: null, insurerType: 'national' });
    expect(certificateLastDay(given)).toMatchObject([{ ...unknown, until: '2025-07-07' }]);
    expect(certificateLastDay({ ...given, birthDate: '1970-01-01', issuedOn: '2024-12-02' })).toMatchObject([
      { ...unknown, until: '2029-12-02' },
    ]);
    expect(certificateLastDay({ ...given, insurerType: 'late-elderly' })).toMatchObject([
      { ...unknown, until: undefined },
    ]);
  });

  test('never after what is printed', () => {
    fc.assert(
      fc.property(aBirth, aDay('2024-12-02', 2_000), (birthDate, printedExpiresOn) => {
        const [{ date }] = certificateLastDay(facts({ birthDate, printedExpiresOn, insurerType: 'national' }));
        expect((date ?? '') <= printedExpiresOn).toBe(true);
      }),
    );
  });
});

describe('V12', () => {
  const facts = (given: Partial<AutomaticFacts>): AutomaticFacts => ({
    asOf: '2026-08-01',
    birthDate: '1945-01-01',
    insurerType: 'late-elderly',
    holdsMynaInsurance: 'yes',
    ...given,
  });

  test.each<[string, Partial<AutomaticFacts>, string, string]>([
    ['the day before it began', { asOf: '2024-12-01' }, 'not-applicable', 'not-yet'],
    ['its first day', { asOf: '2024-12-02' }, 'automatic', 'everybody'],
    ['after the day in the leaflets', { asOf: '2025-08-01' }, 'automatic', 'everybody'],
    ['the last day for everybody', { asOf: '2026-07-31' }, 'automatic', 'everybody'],
    ['85 on the day', { birthDate: '1941-08-01' }, 'automatic', 'old-enough'],
    ['85 a day later', { birthDate: '1941-08-02' }, 'apply', 'holds-myna-insurance'],
    ['85 later in the year', { birthDate: '1941-08-02', asOf: '2026-11-22' }, 'apply', 'holds-myna-insurance'],
    ['85 in the next year', { birthDate: '1941-08-02', asOf: '2027-08-01' }, 'automatic', 'old-enough'],
    ['younger, without', { holdsMynaInsurance: 'no' }, 'automatic', 'holds-no-myna-insurance'],
    ['younger, not asked', { holdsMynaInsurance: 'unknown' }, 'unknown', 'registration-unknown'],
    ['no birth date', { birthDate: null }, 'unknown', 'birth-date-unknown'],
    ['no birth date, without', { birthDate: null, holdsMynaInsurance: 'no' }, 'automatic', 'holds-no-myna-insurance'],
    ['国保', { insurerType: 'national' }, 'not-applicable', 'other-insurer'],
    ['被用者', { insurerType: 'employee' }, 'not-applicable', 'other-insurer'],
    ['生活保護', { insurerType: 'public-assistance' }, 'not-applicable', 'public-assistance'],
    ['type not told, over 75', { insurerType: null, birthDate: '1941-08-01' }, 'automatic', 'old-enough'],
    ['type not told, 75 that day', { insurerType: null, birthDate: '1951-08-01' }, 'apply', 'holds-myna-insurance'],
    ['type not told, under 75', { insurerType: null, birthDate: '1961-08-01' }, 'unknown', 'insurer-unknown'],
  ])('%s', (_, given, value, reasonCode) =>
    expect(arrivesByItself(facts(given))).toMatchObject({ rule: 'V12', date: null, value, reasonCode }),
  );

  test('an insurer may set another age, or none', () => {
    expect(arrivesByItself(facts({}), { automaticFromAge: 80 })).toMatchObject({ value: 'automatic' });
    expect(arrivesByItself(facts({ birthDate: '1930-01-01' }), { automaticFromAge: null })).toMatchObject({
      value: 'apply',
    });
  });
});

describe('V13', () => {
  const facts = (given: Partial<ApplicantFacts>): ApplicantFacts => ({
    asOf: '2026-11-22',
    insurerType: 'national',
    holdsMynaInsurance: 'yes',
    certificateExpiresOn: '2027-05-01',
    cardReturned: false,
    lostOrRenewing: false,
    issuedBefore: false,
    ...given,
  });

  test.each<[string, Partial<ApplicantFacts>, string, string]>([
    ['no card or not registered', { holdsMynaInsurance: 'no' }, 'automatic', 'holds-no-myna-insurance'],
    ['certificate ended', { certificateExpiresOn: '2026-11-21' }, 'automatic', 'certificate-expired'],
    ['its last day', { certificateExpiresOn: '2026-11-22' }, 'apply', 'needs-support'],
    ['card returned', { cardReturned: true, holdsMynaInsurance: 'no' }, 'ask-insurer', 'card-returned'],
    ['lost or renewing', { lostOrRenewing: true }, 'apply', 'lost-or-renewing'],
    ['要配慮者', {}, 'apply', 'needs-support'],
    ['要配慮者 once issued', { issuedBefore: true }, 'automatic', 'issued-before'],
    ['nobody asked', { holdsMynaInsurance: 'unknown' }, 'unknown', 'registration-unknown'],
    ['生活保護', { insurerType: 'public-assistance' }, 'not-applicable', 'public-assistance'],
  ])('%s', (_, given, value, reasonCode) =>
    expect(whoMustApply(facts(given))).toMatchObject({ rule: 'V13', value, reasonCode }),
  );

  test.each([
    ['2026-09-15', '2026-11-30'],
    ['2026-12-10', '2027-02-28'],
    ['2026-11-30', '2027-01-31'],
  ])('after %s one asks on %s whether it has arrived', (day, date) =>
    expect(arrivalCheck(day)).toMatchObject({ rule: 'V13', date }),
  );
});
