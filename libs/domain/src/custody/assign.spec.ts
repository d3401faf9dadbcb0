import { assign } from './assign.ts';
import {
  accepted,
  AUDITOR,
  CARD,
  ENDED,
  FLOOR,
  given,
  HANDLER,
  HELD,
  outcome,
  RESIDENT,
  STORED,
} from './testing/makers.ts';

const order = { itemIds: [CARD], residentId: RESIDENT };
const nobodys = { residentId: null, custody: HELD };
const anothers = { residentId: CARD, custody: HELD };

describe('assign', () => {
  test.each([
    ['a found item, by the floor', given(nobodys, { actor: FLOOR }), 'item.assigned'],
    ['a found item, by an auditor', given(nobodys, { actor: AUDITOR }), 'not-allowed'],
    ["another resident's, by a handler", given(anothers, { actor: HANDLER }), 'not-allowed'],
    ["another resident's, by a leader", given(anothers), 'item.assigned'],
    ["another resident's, kept under her agreement", given({ residentId: CARD, custody: STORED }), 'item-not-held'],
    ['hers already', given({ custody: HELD }), 'nothing-to-change'],
    ['an item given back for good', given({ residentId: null, custody: ENDED }), 'item-ended'],
  ])('%s', (_, situation, expected) => expect(outcome(assign(order, situation))).toBe(expected));

  test('the entry is the new resident’s', () =>
    expect(accepted(assign(order, given(nobodys)))).toMatchObject([{ item: CARD, resident: RESIDENT, facts: {} }]));
});
