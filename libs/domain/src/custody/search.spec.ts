import { search } from './search.ts';
import { AUDITOR, CARD, ENDED, FLOOR, given, LOST, OUT, outcome, SEARCHING, STORED } from './testing/makers.ts';

const order = { itemIds: [CARD], note: null };
const floor = { actor: FLOOR };

describe('search', () => {
  test.each([
    ['a stored item, by the floor', given({ custody: STORED }, floor), 'item.search-started'],
    ['an item that is out', given({ custody: OUT }, floor), 'item.search-started'],
    ['an item that is searched for', given({ custody: SEARCHING }), 'item-missing'],
    ['a lost item', given({ custody: LOST }), 'item-missing'],
    ['an item given back for good', given({ custody: ENDED }), 'item-ended'],
    ['an auditor', given({}, { actor: AUDITOR }), 'not-allowed'],
  ])('%s', (_, situation, expected) => expect(outcome(search(order, situation))).toBe(expected));
});
