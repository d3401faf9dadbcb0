import fc from 'fast-check';
import { INSURER_TYPES, ITEM_KINDS } from '../item.ts';
import { REASON_CODES, VALUES } from './finding.ts';
import { previewRules } from './preview.ts';
import type { PreviewInput } from './preview.ts';
import { RULE_IDS } from './rule-ids.ts';
import type { RuleId } from './rule-ids.ts';
import { aBirth, aDay, anIssue } from './testing/days.ts';

const TODAY = '2026-11-22';
type Given = Partial<PreviewInput>;

const preview = (given: Given) =>
  previewRules({ asOf: TODAY, kind: 'my-number-card', birthDate: '1950-12-10', ...given }).results;

/** wordOf is what a rule says first, which counts. */
const wordOf = (rule: RuleId, given: Given) => preview(given).find((one) => one.rule === rule);

const legacy = { kind: 'legacy-insurance-card', asOf: '2025-06-01' } as const;
const certificate = { kind: 'eligibility-certificate' } as const;
const renewed = {
  birthDate: '1950-12-10',
  issuedOn: '2026-10-01',
  renewedFrom: { cardExpiresOn: '2026-12-10', certificateExpiresOn: '2026-12-10' },
};
const national = {
  ...legacy,
  insurerType: 'national',
  printedExpiresOn: '2025-07-31',
  birthDate: '1960-01-01',
} as const;

/** The table of worked examples, row by row, with what a stranger would send for it. */
describe('the worked examples', () => {
  test.each<[RuleId, Given, object]>([
    ['V1', { birthDate: '1980-10-10', issuedOn: '2020-05-15' }, { date: '2029-10-10' }],
    ['V2', { birthDate: '1950-07-08', issuedOn: '2025-07-07' }, { date: '2029-07-08' }],
    ['V2', { birthDate: '1950-07-08', issuedOn: '2025-07-08' }, { date: '2030-07-08' }],
    [
      'V2',
      { birthDate: '1950-07-08', issuedOn: '2025-07-09', certificateIssuedOn: '2025-07-09' },
      { date: '2030-07-08' },
    ],
    ['V1', { birthDate: '1950-07-08', issuedOn: '2025-07-07' }, { date: '2034-07-08' }],
    ['V1', { birthDate: '1950-07-08', issuedOn: '2025-07-08' }, { date: '2035-07-08' }],
    ['V1', { birthDate: '1950-07-08', issuedOn: '2025-07-09' }, { date: '2035-07-08' }],
    ['V2', { birthDate: '1948-02-29', issuedOn: '2023-06-01' }, { date: '2028-02-29' }],
    ['V1', { birthDate: '1948-02-29', issuedOn: '2023-06-01' }, { date: '2033-02-28' }],
    ['V2', { birthDate: '1948-02-29', issuedOn: '2024-02-29' }, { date: '2029-02-28' }],
    ['V1', { birthDate: '1948-02-29', issuedOn: '2024-02-29' }, { date: '2034-02-28' }],
    ['V2', renewed, { date: '2031-12-10' }],
    ['V1', renewed, { date: '2036-12-10' }],
    ['V3', { printedExpiresOn: '2026-12-10' }, { date: '2026-09-11', until: '2026-12-10' }],
    ['V3', { printedExpiresOn: '2026-07-31' }, { date: '2026-05-01', until: '2026-07-31' }],
    ['V3', { certificateExpiresOn: '2027-05-31' }, { date: '2027-03-01', until: '2027-05-31' }],
    ['V4', { certificateExpiresOn: '2026-09-15' }, { date: '2026-12-15' }],
    ['V5', { certificateExpiresOn: '2026-09-15' }, { date: '2026-12-31' }],
    ['V4', { certificateExpiresOn: '2026-11-01' }, { date: '2027-02-01' }],
    ['V5', { certificateExpiresOn: '2026-11-01' }, { date: '2027-02-28' }],
    ['V4', { certificateExpiresOn: '2026-11-30' }, { date: '2027-02-28' }],
    ['V5', { certificateExpiresOn: '2026-11-30' }, { date: '2027-02-28' }],
    [
      'V7',
      { ...legacy, insurerType: 'employee', birthDate: '1970-05-05', printedExpiresOn: '2026-03-31' },
      { date: '2025-12-01' },
    ],
    ['V8', { ...legacy, birthDate: '1955-07-08' }, { date: '2025-07-31' }],
    ['V8', { ...legacy, birthDate: '1955-07-01' }, { date: '2025-06-30' }],
    ['V8', { ...legacy, birthDate: '1955-01-01' }, { date: '2024-12-31' }],
    ['V8', { ...certificate, birthDate: '1956-02-29' }, { date: '2026-02-28' }],
    ['V9', { ...legacy, birthDate: '1950-07-08', insurerType: 'national' }, { date: '2025-07-07' }],
    ['V9', { ...certificate, birthDate: '1950-07-01' }, { date: '2025-06-30' }],
    ['V10', { ...national, asOf: '2025-07-31' }, { value: 'valid', until: '2025-07-31' }],
    ['V10', { ...national, asOf: '2025-08-01' }, { value: 'lookup-only', date: '2025-08-01', until: '2026-03-31' }],
    ['V10', { ...national, asOf: '2026-03-31' }, { value: 'lookup-only', date: '2025-08-01', until: '2026-03-31' }],
    ['V10', { ...national, asOf: '2026-04-01' }, { value: 'none', date: '2026-04-01' }],
    [
      'V12',
      { ...certificate, birthDate: '1941-08-01', asOf: '2026-08-01', insurerType: 'late-elderly' },
      { value: 'automatic' },
    ],
    ['V12', { ...certificate, birthDate: '1941-08-01', asOf: '2026-08-01' }, { value: 'automatic' }],
    ['V14', { lossReportedOn: '2026-11-10' }, { date: '2026-12-10' }],
  ])('%s %o is %o', (rule, given, expected) => expect(wordOf(rule, given)).toMatchObject(expected));
});

describe('what a card can do', () => {
  const given = { certificateExpiresOn: '2026-09-15', printedExpiresOn: '2031-09-15', holdsMynaInsurance: true };

  test.each([
    ['2026-09-15', 'full'],
    ['2026-09-16', 'qualification-only'],
    ['2026-12-16', 'ask-clinic'],
    ['2027-01-01', 'no'],
  ])('on %s: %s', (asOf, value) => {
    expect(wordOf('V6', { ...given, asOf })).toMatchObject({ value });
    expect(wordOf('V6', { certificateExpiresOn: '2026-09-15', asOf })).toMatchObject({ value });
  });

  test('without a word about the registration it is said that one is assumed', () => {
    const { holdsMynaInsurance, ...rest } = given;
    expect(wordOf('V6', { ...rest, asOf: '2026-09-01' })).toMatchObject({ reasonCode: 'if-registered' });
    expect(wordOf('V6', { ...rest, holdsMynaInsurance, asOf: '2026-09-01' })).toMatchObject({
      reasonCode: 'within-certificate',
    });
    expect(wordOf('V6', { ...rest, asOf: '2027-01-01' })).toMatchObject({ value: 'no', reasonCode: 'grace-over' });
    expect(wordOf('V6', { ...given, holdsMynaInsurance: false })).toMatchObject({ value: 'no' });
  });

  test('of an unknown certificate nobody knows', () =>
    expect(wordOf('V6', { printedExpiresOn: '2031-09-15' })).toMatchObject({ value: 'unknown', about: '2026-09-15' }));

  test('two ends have two windows, the nearer first', () =>
    expect(preview(given).filter(({ rule }) => rule === 'V3')).toMatchObject([
      { date: '2026-06-16', until: '2026-09-15' },
      { date: '2031-06-16', until: '2031-09-15' },
    ]));
});

describe('the rules of each kind', () => {
  const rulesOf = (given: Given) => [...new Set(preview(given).map(({ rule }) => rule))].join(' ');

  test.each<[Given, string]>([
    [{}, 'V1 V2 V6'],
    [{ issuedOn: '2025-07-09', lossReportedOn: '2026-11-10' }, 'V1 V2 V3 V4 V5 V6 V13 V14'],
    [{ issuedOn: '2025-07-09', insurerType: 'public-assistance' }, 'V1 V2 V3 V4 V5 V6'],
    [{ ...certificate, insurerType: 'late-elderly' }, 'V8 V9 V11 V12 V16'],
    [{ ...certificate, insurerType: 'national', birthDate: '1960-01-01' }, 'V8 V9 V11 V12 V13 V16'],
    [{ ...certificate, insurerType: 'employee', birthDate: '1960-01-01' }, 'V8 V9 V11 V12 V13'],
    [legacy, 'V7 V8 V9 V10'],
    [{ kind: 'care-insurance-card' }, 'V15'],
    [{ kind: 'care-limit-certificate' }, 'V16'],
    [{ kind: 'residence-card', printedExpiresOn: '2027-03-31' }, 'V3'],
    [{ kind: 'patient-card' }, 'V21'],
  ])('%o: %s', (given, rules) => expect(rulesOf(given)).toBe(rules));

  test.each<[RuleId, Given, object]>([
    [
      'V15',
      { kind: 'care-insurance-card', printedExpiresOn: '2027-03-31' },
      { date: '2027-01-30', until: '2027-03-31' },
    ],
    ['V15', { kind: 'care-insurance-card' }, { date: null, value: 'unknown' }],
    ['V16', { kind: 'care-limit-certificate' }, { date: '2027-07-31', value: 'apply' }],
    ['V16', { kind: 'care-copay-certificate' }, { date: '2027-07-31', value: 'automatic' }],
    ['V3', { kind: 'self-support-medical' }, { date: null, value: 'unknown' }],
    ['V21', { kind: 'designated-disease' }, { date: null, value: 'unknown' }],
    ['V21', { kind: 'designated-disease', printedExpiresOn: '2026-12-31' }, { date: '2026-12-31' }],
    ['V21', { kind: 'hibakusha-handbook' }, { date: null, value: 'not-applicable' }],
    [
      'V13',
      {
        ...certificate,
        insurerType: 'national',
        birthDate: '1960-01-01',
        lossReportedOn: '2026-11-10',
        holdsMynaInsurance: true,
      },
      { value: 'apply', reasonCode: 'lost-or-renewing' },
    ],
  ])('%s %o is %o', (rule, given, expected) => expect(wordOf(rule, given)).toMatchObject(expected));
});

describe('whatever is asked', () => {
  const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
  const anInput: fc.Arbitrary<PreviewInput & { readonly birthDate: string }> = fc.record({
    asOf: aDay('2024-12-02', 2_000),
    kind: fc.constantFrom(...ITEM_KINDS),
    birthDate: aBirth,
    issuedOn: maybe(anIssue),
    certificateIssuedOn: maybe(anIssue),
    renewedFrom: maybe(fc.record({ cardExpiresOn: maybe(anIssue), certificateExpiresOn: maybe(anIssue) })),
    printedExpiresOn: maybe(anIssue),
    certificateExpiresOn: maybe(anIssue),
    insurerType: maybe(fc.constantFrom(...INSURER_TYPES)),
    stayEndsOn: maybe(anIssue),
    insurerChangedOn: maybe(anIssue),
    holdsMynaInsurance: maybe(fc.boolean()),
    lossReportedOn: maybe(anIssue),
  });

  test('every word has its rule, source and reason, and the order is that of the book', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const { results } = previewRules(input);
        expect(results.length).toBeGreaterThan(0);
        for (const { rule, source, reasonCode, date, value } of results) {
          expect(RULE_IDS).toContain(rule);
          expect(source).not.toBe('');
          expect(REASON_CODES).toContain(reasonCode);
          if (date === null) expect(VALUES).toContain(value);
        }
        const order = results.map(({ rule }) => RULE_IDS.indexOf(rule));
        expect(order).toEqual([...order].sort((one, other) => one - other));
      }),
      { numRuns: 500 },
    );
  });

  test('what is printed is what V1 says first', () => {
    fc.assert(
      fc.property(anInput, anIssue, (input, printedExpiresOn) => {
        const { results } = previewRules({ ...input, kind: 'my-number-card', printedExpiresOn });
        expect(results[0]).toMatchObject({ rule: 'V1', date: printedExpiresOn, reasonCode: 'printed' });
      }),
    );
  });

  test('what was made on a day of a life ends after it, unless a stay ended before', () => {
    fc.assert(
      fc.property(anInput, anIssue, (input, issuedOn) => {
        const { results } = previewRules({
          ...input,
          kind: 'my-number-card',
          issuedOn,
          certificateIssuedOn: undefined,
          stayEndsOn: undefined,
          printedExpiresOn: undefined,
          certificateExpiresOn: undefined,
        });
        for (const { rule, date } of results)
          if (rule === 'V1' || rule === 'V2')
            expect(date === null ? 'unknown' : date > issuedOn).toBe(input.birthDate > issuedOn ? 'unknown' : true);
      }),
    );
  });
});
