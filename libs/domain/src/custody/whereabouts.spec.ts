import { CARD, ENDED, FLOOR, given, HANDLER, LATER, LOST, OUT, outcome, STORED } from './testing/makers.ts';
import { askedAgainOn, confirmWhereabouts, decidedOn } from './whereabouts.ts';

const order = { itemIds: [CARD] };
const IN_HOSPITAL = { ...OUT, purpose: 'hospital-stay', dueBackAt: null } as const;

describe('confirmWhereabouts', () => {
  test.each([
    [
      'an item in hospital, by a handler',
      given({ custody: IN_HOSPITAL }, { actor: HANDLER }),
      'item.whereabouts-confirmed',
    ],
    ['an item at the clinic', given({ custody: OUT }), 'item.whereabouts-confirmed'],
    ['an item in the safe', given({ custody: STORED }), 'item-stored'],
    ['a lost item', given({ custody: LOST }), 'item-missing'],
    ['an item given back for good', given({ custody: ENDED }), 'item-ended'],
    ['somebody not appointed', given({ custody: IN_HOSPITAL }, { actor: FLOOR }), 'not-allowed'],
  ])('%s', (_, situation, expected) => expect(outcome(confirmWhereabouts(order, situation))).toBe(expected));
});

describe('the day on which somebody asks again', () => {
  test.each([
    ['a week after it left', IN_HOSPITAL, null, '2026-11-29'],
    ['a week after somebody confirmed it', IN_HOSPITAL, '2026-12-01T15:00:00.000Z', '2026-12-09'],
    ['not counted from what was said of an earlier stay', IN_HOSPITAL, '2026-11-01T00:00:00.000Z', '2026-11-29'],
    ['never while it has a time of return', { ...IN_HOSPITAL, dueBackAt: LATER }, null, null],
    ['never elsewhere', { ...IN_HOSPITAL, purpose: 'emergency' }, null, null],
  ] as const)('%s', (_, custody, confirmedAt, expected) => expect(askedAgainOn(custody, confirmedAt)).toBe(expected));
});

test('after three months somebody asks whether she comes back at all', () => {
  expect(decidedOn(IN_HOSPITAL)).toBe('2027-02-22');
  expect(decidedOn({ ...IN_HOSPITAL, since: '2026-11-30T01:00:00.000Z' })).toBe('2027-02-28');
  expect(decidedOn({ ...IN_HOSPITAL, purpose: 'outpatient' })).toBeNull();
});
