import { describe as describeItem } from './describe.ts';
import type { Describe } from './describe.ts';
import { accepted, anItem, CARD, ENDED, given, HANDLER, outcome } from './testing/makers.ts';
import type { Description } from './situation.ts';

const known: Description = {
  printedExpiresOn: '2027-07-31',
  certificateExpiresOn: null,
  insurerType: null,
  authMode: null,
};
const items = [{ ...anItem(), description: known, noDatePrinted: false }];
const situation = { ...given(), items };
const undated = {
  ...situation,
  items: [{ ...anItem(), description: { ...known, printedExpiresOn: null }, noDatePrinted: true }],
};
const order = (changes: Describe['changes']) => ({ itemIds: [CARD], changes });

describe('describe', () => {
  test.each([
    ['a date that was learnt', order({ certificateExpiresOn: '2026-12-10' }), situation, 'item.described'],
    ['a date that nobody knows after all', order({ printedExpiresOn: null }), situation, 'item.described'],
    ['nothing', order({}), situation, 'nothing-to-change'],
    ['the same again', order({ printedExpiresOn: '2027-07-31' }), situation, 'nothing-to-change'],
    ['by a handler', order({ authMode: 'face-only' }), { ...situation, actor: HANDLER }, 'not-allowed'],
    [
      'an item given back for good',
      order({ authMode: 'face-only' }),
      { ...situation, items: [{ ...anItem({ custody: ENDED }), description: known, noDatePrinted: false }] },
      'item-ended',
    ],
  ])('%s', (_, changes, given, expected) => expect(outcome(describeItem(changes, given))).toBe(expected));

  test('the entry carries the whole description', () =>
    expect(accepted(describeItem(order({ insurerType: 'national' }), situation))[0]?.facts).toEqual({
      ...known,
      insurerType: 'national',
    }));

  test.each([
    ['no date after all', order({ printedExpiresOn: null, noDatePrinted: true }), situation, ['described', 'no-date']],
    ['no date, said again', order({ noDatePrinted: true }), undated, 'nothing-to-change'],
    ['no date, left unsaid', order({ printedExpiresOn: null }), undated, 'nothing-to-change'],
    ['a date after all', order({ printedExpiresOn: '2027-07-31' }), undated, ['described']],
    ['nobody knows after all', order({ noDatePrinted: false }), undated, ['not-known']],
    ['no date and a date', order({ noDatePrinted: true }), situation, 'nothing-to-change'],
  ])('%s', (_, changes, given, expected) => {
    const verdict = describeItem(changes, given);
    const told = verdict.ok
      ? verdict.value.map(({ type, facts }) => ('printed' in facts ? facts.printed : type.replace('item.', '')))
      : verdict.refusal.kind;
    expect(told).toEqual(expected);
  });
});
