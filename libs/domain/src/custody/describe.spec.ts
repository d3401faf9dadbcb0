import { describe as describeItem } from './describe.ts';
import { accepted, anItem, CARD, ENDED, given, HANDLER, outcome } from './testing/makers.ts';
import type { Description } from './situation.ts';

const known: Description = {
  printedExpiresOn: '2027-07-31',
  certificateExpiresOn: null,
  insurerType: null,
  authMode: null,
};
const items = [{ ...anItem(), description: known }];
const situation = { ...given(), items };
const order = (changes: Partial<Description>) => ({ itemIds: [CARD], changes });

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
      { ...situation, items: [{ ...anItem({ custody: ENDED }), description: known }] },
      'item-ended',
    ],
  ])('%s', (_, changes, given, expected) => expect(outcome(describeItem(changes, given))).toBe(expected));

  test('the entry carries the whole description', () =>
    expect(accepted(describeItem(order({ insurerType: 'national' }), situation))[0]?.facts).toEqual({
      ...known,
      insurerType: 'national',
    }));
});
