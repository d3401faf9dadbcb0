import fc from 'fast-check';
import { addDays } from '../instant.ts';
import { graceAdministrative, graceStrict, mynaUsable } from './grace.ts';
import type { MynaFacts } from './grace.ts';
import { aDay } from './testing/days.ts';

const CARD = '2031-09-15';
const facts = (given: Partial<MynaFacts>): MynaFacts => ({
  asOf: '2026-09-15',
  cardExpiresOn: CARD,
  certificateExpiresOn: '2026-09-15',
  registered: 'yes',
  stopped: 'no',
  ...given,
});

describe('V4 and V5', () => {
  test.each([
    ['2026-09-15', '2026-12-15', '2026-12-31'],
    ['2026-11-01', '2027-02-01', '2027-02-28'],
    ['2026-11-30', '2027-02-28', '2027-02-28'],
    ['2027-11-30', '2028-02-29', '2028-02-29'],
    ['2028-02-29', '2028-05-29', '2028-05-31'],
  ])('after %s: strict to %s, administrative to %s', (day, strict, administrative) => {
    expect(graceStrict(day)).toMatchObject({ rule: 'V4', date: strict });
    expect(graceAdministrative(day)).toMatchObject({ rule: 'V5', date: administrative });
  });

  test('the strict one is never the later', () => {
    fc.assert(
      fc.property(aDay('2020-01-01', 9_000), (day) => {
        expect(graceStrict(day).date > day).toBe(true);
        expect(graceStrict(day).date <= graceAdministrative(day).date).toBe(true);
      }),
    );
  });
});

describe('V6', () => {
  test.each([
    ['2026-09-15', { value: 'full', date: null, until: '2026-09-15' }],
    ['2026-09-16', { value: 'qualification-only', date: '2026-09-16', until: '2026-12-15' }],
    ['2026-12-15', { value: 'qualification-only', date: '2026-09-16', until: '2026-12-15' }],
    ['2026-12-16', { value: 'ask-clinic', date: '2026-12-16', until: '2026-12-31' }],
    ['2026-12-31', { value: 'ask-clinic', date: '2026-12-16', until: '2026-12-31' }],
    ['2027-01-01', { value: 'no', date: '2027-01-01', reasonCode: 'grace-over' }],
  ])('on %s: %o', (asOf, expected) => expect(mynaUsable(facts({ asOf }))).toMatchObject(expected));

  test.each([
    ['not registered', { registered: 'no' }, 'no', 'not-registered'],
    ['stopped', { stopped: 'yes' }, 'no', 'stopped'],
    ['nobody asked about the registration', { registered: 'unknown' }, 'unknown', 'registration-unknown'],
    ['nobody asked about a stop', { stopped: 'unknown' }, 'full', 'within-certificate'],
    ['an ended card', { cardExpiresOn: '2026-09-14' }, 'no', 'card-expired'],
    ['the last day of the card', { cardExpiresOn: '2026-09-15' }, 'full', 'within-certificate'],
    ['a card without a known day', { cardExpiresOn: null }, 'full', 'within-certificate'],
    [
      'an ended card of unknown registration',
      { cardExpiresOn: '2026-09-14', registered: 'unknown' },
      'no',
      'card-expired',
    ],
    ['an unknown certificate', { certificateExpiresOn: null }, 'unknown', 'certificate-date-unknown'],
    ['not registered and unknown otherwise', { registered: 'no', certificateExpiresOn: null }, 'no', 'not-registered'],
  ] as const)('%s', (_, given, value, reasonCode) =>
    expect(mynaUsable(facts(given))).toMatchObject({ rule: 'V6', value, reasonCode }),
  );

  test('of an unknown certificate the card tells about when', () => {
    expect(mynaUsable(facts({ certificateExpiresOn: null }))).toMatchObject({ date: null, about: '2026-09-15' });
    expect(mynaUsable(facts({ certificateExpiresOn: null, cardExpiresOn: null }))).toMatchObject({ about: undefined });
  });

  test('the grace ends with the card', () =>
    expect(mynaUsable(facts({ asOf: '2026-09-20', cardExpiresOn: '2026-10-01' }))).toMatchObject({
      value: 'qualification-only',
      until: '2026-10-01',
    }));

  test('only gets worse from day to day, and holds from its first day to its last', () => {
    const order = ['full', 'qualification-only', 'ask-clinic', 'no'];
    fc.assert(
      fc.property(aDay('2026-01-01', 900), aDay('2026-01-01', 900), (certificateExpiresOn, asOf) => {
        const given = facts({ certificateExpiresOn, asOf });
        const today = mynaUsable(given);
        const tomorrow = mynaUsable({ ...given, asOf: addDays(asOf, 1) });
        expect(order.indexOf(tomorrow.value ?? '')).toBeGreaterThanOrEqual(order.indexOf(today.value ?? ''));
        for (const day of [today.date, today.until])
          if (typeof day === 'string') expect(mynaUsable({ ...given, asOf: day })).toEqual(today);
      }),
    );
  });
});
