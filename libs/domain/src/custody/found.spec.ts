import { found } from './found.ts';
import { AUDITOR, CARD, ENDED, FLOOR, given, HELD, LOST, OUT, outcome, SEARCHING } from './testing/makers.ts';

const order = { itemIds: [CARD], note: null };
const floor = { actor: FLOOR };

describe('found', () => {
  test.each([
    ['an item recorded out', given({ custody: OUT }, floor), 'item.found'],
    ['an item that is searched for', given({ custody: SEARCHING }, floor), 'item.found'],
    ['a lost item', given({ custody: LOST }, floor), 'item.found'],
    ['an item given back for good', given({ custody: ENDED }, floor), 'item.found'],
    ['an item recorded in the safe', given({ custody: HELD }), 'item-stored'],
    ['an auditor', given({ custody: OUT }, { actor: AUDITOR }), 'not-allowed'],
  ])('%s', (_, situation, expected) => expect(outcome(found({ ...order, storageId: null }, situation))).toBe(expected));
});
