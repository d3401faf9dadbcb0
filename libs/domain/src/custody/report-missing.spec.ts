import { reportMissing } from './report-missing.ts';
import { CARD, ENDED, given, HANDLER, LOST, OUT, outcome, SEARCHING, STORED } from './testing/makers.ts';

const order = { itemIds: [CARD], note: null };

describe('report-missing', () => {
  test.each([
    ['after a search', given({ custody: SEARCHING }), 'item.reported-missing'],
    ['a stored item, at once', given({ custody: STORED }), 'item.reported-missing'],
    ['an item that is out, at once', given({ custody: OUT }), 'item.reported-missing'],
    ['a lost item', given({ custody: LOST }), 'item-missing'],
    ['an item given back for good', given({ custody: ENDED }), 'item-ended'],
    ['by a handler', given({ custody: SEARCHING }, { actor: HANDLER }), 'not-allowed'],
  ])('%s', (_, situation, expected) => expect(outcome(reportMissing(order, situation))).toBe(expected));
});
