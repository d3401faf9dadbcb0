import { move } from './move.ts';
import { CARD, ENDED, FLOOR, given, HANDLER, LOST, OTHER_POUCH, OUT, outcome, POUCH } from './testing/makers.ts';

const order = { itemIds: [CARD], storageId: OTHER_POUCH, note: null };

describe('move', () => {
  test.each([
    ['into another pouch', order, given({}, { actor: HANDLER }), 'item.moved'],
    ['into the pouch where it lies', { ...order, storageId: POUCH }, given(), 'nothing-to-change'],
    ['without an appointment', order, given({}, { actor: FLOOR }), 'not-allowed'],
    ['an item that is out', order, given({ custody: OUT }), 'item-out'],
    ['a lost item', order, given({ custody: LOST }), 'item-missing'],
    ['an item given back for good', order, given({ custody: ENDED }), 'item-ended'],
  ])('%s', (_, moved, situation, expected) => expect(outcome(move(moved, situation))).toBe(expected));
});
