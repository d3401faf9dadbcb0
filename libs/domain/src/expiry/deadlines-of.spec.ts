import fc from 'fast-check';
import { addDays } from '../instant.ts';
import { INSURER_TYPES, ITEM_KINDS, LIGHT_KINDS } from '../item.ts';
import type { ItemKind } from '../item.ts';
import { ANSWERS } from './facts.ts';
import { NOT_ASKED } from './deadline.ts';
import type { ItemFacts, ResidentFacts } from './deadline.ts';
import { deadlinesOf, UNDATED_KINDS } from './deadlines-of.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { ExpirySettings } from './settings.ts';
import { aBirth, aDay } from './testing/days.ts';

const TODAY = '2026-11-22';
const RESIDENT: ResidentFacts = {
  birthDate: '1941-08-01',
  registered: { answer: 'yes', checkedOn: '2026-11-01' },
  stopped: NOT_ASKED,
};

const anItem = (kind: ItemKind, given: Partial<ItemFacts> = {}): ItemFacts => ({
  kind,
  printedExpiresOn: null,
  certificateExpiresOn: null,
  insurerType: null,
  receivedOn: '2026-04-01',
  ...given,
});

function deadlines(
  item: ItemFacts,
  resident: Partial<ResidentFacts> = {},
  settings: ExpirySettings = DEFAULT_SETTINGS,
) {
  return deadlinesOf(item, { ...RESIDENT, ...resident }, settings, TODAY);
}

const short = (item: ItemFacts, resident: Partial<ResidentFacts> = {}, settings?: ExpirySettings) =>
  deadlines(item, resident, settings).map(({ kind, rule, date, value, from }) =>
    [kind, rule, date ?? value, from].join(' '),
  );

describe('a マイナンバーカード', () => {
  test('has the deadlines of the card, of its certificate, and of what follows', () =>
    expect(
      short(anItem('my-number-card', { printedExpiresOn: '2031-09-15', certificateExpiresOn: '2026-09-15' })),
    ).toEqual([
      'card-expiry V1 2031-09-15 2031-06-16',
      'certificate-expiry V2 2026-09-15 2026-06-16',
      'grace-strict V4 2026-12-15 2026-09-16',
      'grace-administrative V5 2026-12-31 2026-09-16',
      'arrival-check V13 2026-11-30 2026-09-16',
    ]));

  test('what nobody knows of it is three tasks, from today', () => {
    expect(short(anItem('my-number-card'), { registered: NOT_ASKED })).toEqual([
      'card-expiry V1 unknown 2026-11-22',
      'certificate-expiry V2 unknown 2026-11-22',
      'registration-check V6 unknown 2026-11-22',
    ]);
  });

  test('of an unknown certificate the card tells about when', () =>
    expect(deadlines(anItem('my-number-card', { printedExpiresOn: '2031-09-15' }))[1]).toMatchObject({
      kind: 'certificate-expiry',
      about: '2026-09-15',
    }));

  test('with 生活保護 no 資格確認書 is awaited', () => {
    const item = anItem('my-number-card', { certificateExpiresOn: '2026-09-15', insurerType: 'public-assistance' });
    expect(deadlines(item).map(({ kind }) => kind)).not.toContain('arrival-check');
  });
});

describe('a 資格確認書', () => {
  const certificate = (given: Partial<ItemFacts> = {}) =>
    anItem('eligibility-certificate', { printedExpiresOn: '2027-07-31', insurerType: 'late-elderly', ...given });
  const younger = { birthDate: '1945-01-01' };

  test.each<[string, ItemFacts, Partial<ResidentFacts>, string[]]>([
    ['後期高齢 aged 85', certificate(), {}, ['yearly-arrival V12 2027-07-31 2027-07-01']],
    [
      '85 on the day the next one begins',
      certificate(),
      { birthDate: '1942-08-01' },
      ['yearly-arrival V12 2027-07-31 2027-07-01'],
    ],
    ['younger with マイナ保険証', certificate(), younger, ['must-apply V12 2027-07-31 2027-06-01']],
    [
      'younger without',
      certificate(),
      { ...younger, registered: { answer: 'no', checkedOn: null } },
      ['yearly-arrival V12 2027-07-31 2027-07-01'],
    ],
    [
      'younger, nobody asked',
      certificate(),
      { ...younger, registered: NOT_ASKED },
      ['must-apply V12 2027-07-31 2027-06-01'],
    ],
    [
      'type not told, but over 75',
      certificate({ insurerType: null }),
      {},
      ['yearly-arrival V12 2027-07-31 2027-07-01'],
    ],
    [
      '国保',
      certificate({ insurerType: 'national' }),
      { birthDate: '1960-01-01' },
      ['yearly-arrival V16 2027-07-31 2027-07-01'],
    ],
    [
      '国保 at 75',
      certificate({ insurerType: 'national' }),
      { birthDate: '1952-02-29' },
      ['seventy-fifth-birthday V11 2027-02-27 2026-11-29'],
    ],
    [
      '被用者',
      certificate({ insurerType: 'employee', printedExpiresOn: '2029-11-30' }),
      { birthDate: '1960-01-01' },
      ['expiry V11 2029-11-30 2029-09-01'],
    ],
    [
      '後期高齢, date unknown',
      certificate({ printedExpiresOn: null }),
      {},
      ['expiry V11 unknown 2026-11-22', 'yearly-arrival V12 2027-07-31 2027-07-01'],
    ],
    ['生活保護', certificate({ insurerType: 'public-assistance' }), {}, ['expiry V11 2027-07-31 2027-05-02']],
  ])('%s', (_, item, resident, expected) => expect(short(item, resident)).toEqual(expected));

  test('nobody asked: the day stands, and so does the question', () =>
    expect(deadlines(certificate(), { ...younger, registered: NOT_ASKED })).toMatchObject([
      { date: '2027-07-31', value: 'unknown', reasonCode: 'registration-unknown' },
    ]));

  test('settings are those of its own insurer', () => {
    const settings: ExpirySettings = { insurers: { here: {}, elsewhere: { automaticFromAge: 80 } } };
    const of = (insurer: string) => short(certificate({ insurer }), younger, settings);
    expect(of('here')).toEqual(['must-apply V12 2027-07-31 2027-06-01']);
    expect(of('elsewhere')).toEqual(['yearly-arrival V12 2027-07-31 2027-07-01']);
    expect(of('never heard of')).toEqual(of('here'));
  });

  // 70 on 2026-10-08.
  test.each([
    ['2026-04-01', 'the old one ended, and does not drop out', 'seventieth-birthday V11 2026-10-31 2026-08-02'],
    ['2026-09-30', 'the day before the last month', 'seventieth-birthday V11 2026-10-31 2026-08-02'],
    ['2026-10-01', 'the one that follows comes in the last month', 'yearly-arrival V16 2027-07-31 2027-07-01'],
    ['2026-11-01', 'or after it', 'yearly-arrival V16 2027-07-31 2027-07-01'],
  ])('at 70, received on %s: %s', (receivedOn, _, expected) => {
    const item = certificate({ insurerType: 'national', insurer: 'city', receivedOn });
    const resident = { birthDate: '1956-10-08' };
    expect(short(item, resident, { insurers: { city: { endsAtSeventy: true } } })).toEqual([expected]);
    expect(short(item, resident, { insurers: { city: {} } })).toEqual(['yearly-arrival V16 2027-07-31 2027-07-01']);
  });

  test('of 国保 that was here at 74 has ended at 75, whether or not somebody told the type', () => {
    const resident = { birthDate: '1951-10-08' };
    for (const insurerType of ['national', null] as const)
      expect(short(certificate({ insurerType }), resident)).toEqual([
        'seventy-fifth-birthday V11 2026-10-07 2026-07-09',
      ]);
  });
});

describe('other items', () => {
  const dated = { printedExpiresOn: '2027-03-31' };

  test.each<[ItemKind, Partial<ItemFacts>, string[]]>([
    ['eligibility-notice', {}, ['none V16 not-applicable ']],
    ['eligibility-notice', { printedExpiresOn: '2027-07-31' }, ['expiry V16 2027-07-31 2027-05-02']],
    ['legacy-insurance-card', { printedExpiresOn: '2026-03-31' }, ['give-back V7 2025-12-01 2025-12-02']],
    ['care-insurance-card', dated, ['care-certification-renewal V15 2027-03-31 2027-01-30']],
    ['care-insurance-card', {}, ['care-certification-renewal V15 unknown 2026-11-22']],
    ['care-insurance-card', { noDatePrinted: true }, ['none V15 not-applicable ']],
    ['care-copay-certificate', { printedExpiresOn: '2027-07-31' }, ['yearly-arrival V16 2027-07-31 2027-07-01']],
    ['care-limit-certificate', { printedExpiresOn: '2027-07-31' }, ['must-apply V16 2027-07-31 2027-06-01']],
    ['care-limit-certificate', {}, ['expiry V16 unknown 2026-11-22', 'must-apply V16 2027-07-31 2027-06-01']],
    ['medical-limit-certificate', { insurerType: 'late-elderly' }, ['none V16 not-applicable ']],
    ['disability-handbook-physical', {}, ['none V21 not-applicable ']],
    ['disability-handbook-physical', dated, ['re-judgement V21 2027-03-31 2026-12-31']],
    ['disability-handbook-intellectual', {}, ['re-judgement V21 unknown 2026-11-22']],
    ['disability-handbook-intellectual', { noDatePrinted: true }, ['none V21 not-applicable ']],
    ['disability-handbook-mental', dated, ['renewal V3 2027-03-31 2027-01-01']],
    ['self-support-medical', dated, ['renewal V3 2027-03-31 2027-01-01']],
    ['welfare-service-certificate', dated, ['renewal V21 2027-03-31 2026-12-31']],
    ['designated-disease', dated, ['renewal V21 2027-03-31 2026-12-31']],
    ['local-medical-subsidy', dated, ['expiry V21 2027-03-31 2026-12-31']],
    ['specific-disease-recipient', {}, ['expiry V21 unknown 2026-11-22']],
    ['elderly-recipient', { printedExpiresOn: '2027-07-31' }, ['yearly-arrival V16 2027-07-31 2027-07-01']],
    ['hibakusha-handbook', {}, ['none V21 not-applicable ']],
    ['public-assistance-voucher', { printedExpiresOn: '2026-11-30' }, ['expiry V21 2026-11-30 2026-09-01']],
    ['residence-card', dated, ['stay-expiry V3 2027-03-31 2027-01-01']],
    ['sealed-envelope', {}, ['sealed-envelope V21 2026-04-08 2026-04-01']],
    ['sealed-envelope', { receivedOn: null }, ['sealed-envelope V21 unknown 2026-11-22']],
    ['other', dated, ['expiry V21 2027-03-31 2026-12-31']],
    ['other', {}, ['none V21 not-applicable ']],
  ])('%s %o', (kind, given, expected) => expect(short(anItem(kind, given))).toEqual(expected));

  test('the house may remind earlier, and speak of envelopes later', () => {
    const settings: ExpirySettings = { insurers: {}, reminderSteps: [30, 0], envelopeDays: 14 };
    expect(short(anItem('other', dated), {}, settings)).toEqual(['expiry V21 2027-03-31 2027-03-01']);
    expect(short(anItem('sealed-envelope'), {}, settings)).toEqual(['sealed-envelope V21 2026-04-15 2026-04-01']);
  });

  test('an issuer may have a year of its own', () =>
    expect(
      short(
        anItem('designated-disease', { insurer: 'prefecture' }),
        {},
        {
          insurers: { prefecture: { yearEnds: { 'designated-disease': '12-31' } } },
        },
      ),
    ).toEqual(['expiry V16 unknown 2026-11-22', 'renewal V16 2026-12-31 2026-10-02']));

  test('a holder of a residence card is to carry it', () =>
    expect(deadlines(anItem('residence-card', dated))).toMatchObject([{ reasonCode: 'holder-must-carry' }]));
});

describe('every item gets an answer', () => {
  const aDayOrNone = fc.option(aDay('2024-01-01', 3_000));
  const aSituation = fc.record({
    item: fc.record({
      kind: fc.constantFrom(...ITEM_KINDS),
      printedExpiresOn: aDayOrNone,
      noDatePrinted: fc.boolean(),
      certificateExpiresOn: aDayOrNone,
      insurerType: fc.option(fc.constantFrom(...INSURER_TYPES)),
      receivedOn: aDayOrNone,
    }),
    resident: fc.option(
      fc.record({
        birthDate: fc.option(aBirth),
        registered: fc.record({ answer: fc.constantFrom(...ANSWERS), checkedOn: fc.constant(null) }),
        stopped: fc.record({ answer: fc.constantFrom(...ANSWERS), checkedOn: fc.constant(null) }),
      }),
    ),
    asOf: aDay('2024-12-02', 2_000),
  });

  test('with a rule, a source and a reason, and a value where there is no day', () => {
    fc.assert(
      fc.property(aSituation, ({ item, resident, asOf }) => {
        const found = deadlinesOf(item, resident, DEFAULT_SETTINGS, asOf);
        expect(found.length).toBeGreaterThan(0);
        for (const { source, date, value, kind, from, until } of found) {
          expect(source).not.toBe('');
          if (date === null) expect(['unknown', 'not-applicable']).toContain(value);
          if (value === 'unknown' && date === null) expect(from).toBe(asOf);
          expect(from === null).toBe(kind === 'none');
          if (date !== null && kind !== 'give-back') expect((from ?? '') <= date).toBe(true);
          if (date !== null && until !== undefined) expect(date <= until).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('and no printed day is lost: it is among the answers, or an earlier end is', () => {
    fc.assert(
      fc.property(aSituation, ({ item, resident, asOf }) => {
        const { printedExpiresOn: printed } = item;
        fc.pre(printed !== null && !['sealed-envelope'].includes(item.kind));
        fc.pre(item.kind !== 'medical-limit-certificate' || item.insurerType !== 'late-elderly');
        const days = deadlinesOf(item, resident, DEFAULT_SETTINGS, asOf).flatMap(({ date }) => date ?? []);
        expect(days.some((day) => day <= printed)).toBe(true);
        if (resident === null && item.kind !== 'legacy-insurance-card') expect(days).toContain(printed);
      }),
    );
  });

  test('an item that ends on a day is spoken of before it', () =>
    expect(deadlines(anItem('other', { printedExpiresOn: addDays(TODAY, 90) }))[0]?.from).toBe(TODAY));

  test.each(UNDATED_KINDS)('%s without a date is no task', (kind) =>
    expect(deadlines(anItem(kind))).toMatchObject([{ kind: 'none' }]),
  );

  test('premise: light kinds are among them', () =>
    expect(UNDATED_KINDS).toEqual(expect.arrayContaining([...LIGHT_KINDS])));
});
