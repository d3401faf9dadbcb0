import { DISPOSITIONS } from './custody.ts';
import { handOver } from './hand-over.ts';
import type { ItemSituation } from './situation.ts';
import { accepted, anItem, CARD, COLLEAGUE, CONTACT, EARLIER, ENDED, FLOOR, givenEnd } from './testing/makers.ts';
import { HANDLER, HELD, LATER, LEADER, LOST, ME, NEW_CARD, NOW, OTHER_RESIDENT, OUT } from './testing/makers.ts';
import { outcome, SEARCHING } from './testing/makers.ts';
import { aHandOver } from './testing/orders.ts';

const hers = aHandOver({ receiver: 'other:resident' });
const destroyed = aHandOver({ disposition: 'destroyed', receiver: `staff:${ME}`, witnessId: COLLEAGUE });
const replaced = aHandOver({ disposition: 'replaced', receiver: 'other:insurer' });
const instead = (of: Partial<ItemSituation>) => ({ replacement: anItem({ id: NEW_CARD, ...of }) });
const surrendered = aHandOver({ disposition: 'surrendered', receiver: 'other:municipality' });
const transferred = aHandOver({ disposition: 'transferred', receiver: 'other:other-facility' });
const never = { contact: { id: CONTACT, handOver: 'never' } } as const;
const ask = { id: CONTACT, handOver: 'ask-manager' } as const;

describe('hand-over', () => {
  test.each([
    ['to the family', aHandOver(), givenEnd(), 'item.handed-over'],
    ['to the municipality', surrendered, givenEnd(), 'item.handed-over'],
    ['to another facility', transferred, givenEnd(), 'item.handed-over'],
    ['destroyed before a witness', destroyed, givenEnd(), 'item.handed-over'],
    ['replaced by a new one', replaced, givenEnd(), 'item.handed-over'],
    ['an item out with the family that stays there', aHandOver(), givenEnd({ custody: OUT }), 'item.handed-over'],
    ['an item on hold, delivered', surrendered, givenEnd({ custody: HELD, residentId: null }), 'item.handed-over'],
    ['an item that is out, to the resident', hers, givenEnd({ custody: OUT }, { actor: HANDLER }), 'item.handed-over'],
    [
      'an item on hold, to the resident',
      hers,
      givenEnd({ custody: HELD, agreements: [] }, { actor: HANDLER }),
      'item.handed-over',
    ],
    ['to the resident, without an appointment', hers, givenEnd({}, { actor: FLOOR }), 'not-allowed'],
    ['to the family, by a handler', aHandOver(), givenEnd({}, { actor: HANDLER }), 'not-allowed'],
    ['an item given back for good', hers, givenEnd({ custody: ENDED }), 'item-ended'],
    ['a lost item, destroyed', destroyed, givenEnd({ custody: LOST }), 'item-missing'],
    ['a searched item, to another facility', transferred, givenEnd({ custody: SEARCHING }), 'item-missing'],
    ['a lost item that was issued anew', replaced, givenEnd({ custody: LOST }), 'item.handed-over'],
    ['a lost item that turned up with the resident', hers, givenEnd({ custody: LOST }), 'item.handed-over'],
    ['an item of nobody, returned', hers, givenEnd({ residentId: null }), 'resident-missing'],
    ['destroyed without a witness', { ...destroyed, witnessId: null }, givenEnd(), 'witness-missing'],
    ['destroyed before oneself', { ...destroyed, witnessId: ME }, givenEnd(), 'witness-is-actor'],
    ['replaced by nothing', replaced, givenEnd({}, { replacement: null }), 'replacement-missing'],
    ['replaced by itself', replaced, givenEnd({}, instead({ id: CARD })), 'replacement-missing'],
    [
      "replaced by somebody else's",
      replaced,
      givenEnd({}, instead({ residentId: OTHER_RESIDENT })),
      'replacement-of-another',
    ],
    ["replaced by nobody's", replaced, givenEnd({}, instead({ residentId: null })), 'replacement-of-another'],
    ['replaced by what was given back for good', replaced, givenEnd({}, instead({ custody: ENDED })), 'item-ended'],
    ['replaced by one that is out', replaced, givenEnd({}, instead({ custody: OUT })), 'item.handed-over'],
    ['replaced by one of another kind', replaced, givenEnd({}, instead({ kind: 'other' })), 'item.handed-over'],
    ['an item of nobody, replaced', replaced, givenEnd({ residentId: null }), 'resident-missing'],
    [
      'to a contact who may never receive',
      aHandOver({ receiver: `contact:${CONTACT}` }),
      givenEnd({}, never),
      'contact-never',
    ],
    [
      'to one of whom the manager is asked, by a leader',
      aHandOver(),
      givenEnd({}, { contact: ask, actor: LEADER }),
      'item.handed-over',
    ],
    ['late', aHandOver({ occurredAt: EARLIER }), givenEnd(), 'item.handed-over'],
    [
      'late, before the previous entry',
      aHandOver({ occurredAt: EARLIER }),
      givenEnd({ lastAt: NOW }),
      'occurred-before-previous',
    ],
    ['late, in the future', aHandOver({ occurredAt: LATER }), givenEnd(), 'occurred-in-future'],
  ])('%s', (_, order, situation, expected) => expect(outcome(handOver(order, situation))).toBe(expected));

  test('premise: every disposition has its row', () =>
    expect([aHandOver(), surrendered, transferred, destroyed, replaced].map(({ disposition }) => disposition)).toEqual([
      ...DISPOSITIONS,
    ]));

  test('the refusal names the item that was to take the place, and whose it is', () =>
    expect(handOver(replaced, givenEnd({}, instead({ residentId: OTHER_RESIDENT, kind: 'other' })))).toMatchObject({
      refusal: { itemId: NEW_CARD, itemKind: 'other', residentId: OTHER_RESIDENT },
    }));

  test('of several items none is replaced by another of them, or by that of another resident', () => {
    const two = (of: Partial<ItemSituation>) => [anItem(), anItem({ id: COLLEAGUE, ...of })];
    const end = (items: readonly ItemSituation[], replacement: ItemSituation) =>
      outcome(handOver(replaced, givenEnd({}, { items, replacement })));
    expect(end(two({}), anItem({ id: COLLEAGUE }))).toBe('replacement-missing');
    expect(end(two({ residentId: OTHER_RESIDENT }), anItem({ id: NEW_CARD }))).toBe('replacement-of-another');
    expect(end(two({}), anItem({ id: NEW_CARD }))).toBe('item.handed-over + item.handed-over');
  });

  test('only a replaced item names another', () => {
    const facts = (of: typeof replaced) => accepted(handOver(of, givenEnd()))[0]?.facts;
    expect(facts(replaced)).toMatchObject({ replacedBy: NEW_CARD, witness: null });
    expect(facts(surrendered)).toMatchObject({ replacedBy: null });
    expect(facts(destroyed)).toMatchObject({ witness: COLLEAGUE });
  });
});
