import { DISPOSITIONS } from './custody.ts';
import { handOver } from './hand-over.ts';
import { accepted, CARD, COLLEAGUE, CONTACT, EARLIER, ENDED, FLOOR, given, HANDLER, HELD } from './testing/makers.ts';
import { LATER, LEADER, LOST, ME, NOW, OUT, outcome, POUCH, SEARCHING } from './testing/makers.ts';
import { aHandOver } from './testing/orders.ts';

const hers = aHandOver({ receiver: 'other:resident' });
const destroyed = aHandOver({ disposition: 'destroyed', receiver: `staff:${ME}`, witnessId: COLLEAGUE });
const replaced = aHandOver({ disposition: 'replaced', receiver: 'other:insurer', replacedById: POUCH });
const surrendered = aHandOver({ disposition: 'surrendered', receiver: 'other:municipality' });
const transferred = aHandOver({ disposition: 'transferred', receiver: 'other:other-facility' });
const never = { contact: { id: CONTACT, handOver: 'never' } } as const;
const ask = { id: CONTACT, handOver: 'ask-manager' } as const;

describe('hand-over', () => {
  test.each([
    ['to the family', aHandOver(), given(), 'item.handed-over'],
    ['to the municipality', surrendered, given(), 'item.handed-over'],
    ['to another facility', transferred, given(), 'item.handed-over'],
    ['destroyed before a witness', destroyed, given(), 'item.handed-over'],
    ['replaced by a new one', replaced, given(), 'item.handed-over'],
    ['an item out with the family that stays there', aHandOver(), given({ custody: OUT }), 'item.handed-over'],
    ['an item on hold, delivered', surrendered, given({ custody: HELD, residentId: null }), 'item.handed-over'],
    ['an item that is out, to the resident', hers, given({ custody: OUT }, { actor: HANDLER }), 'item.handed-over'],
    [
      'an item on hold, to the resident',
      hers,
      given({ custody: HELD, agreements: [] }, { actor: HANDLER }),
      'item.handed-over',
    ],
    ['to the resident, without an appointment', hers, given({}, { actor: FLOOR }), 'not-allowed'],
    ['to the family, by a handler', aHandOver(), given({}, { actor: HANDLER }), 'not-allowed'],
    ['an item given back for good', hers, given({ custody: ENDED }), 'item-ended'],
    ['a lost item, destroyed', destroyed, given({ custody: LOST }), 'item-missing'],
    ['a searched item, to another facility', transferred, given({ custody: SEARCHING }), 'item-missing'],
    ['a lost item that was issued anew', replaced, given({ custody: LOST }), 'item.handed-over'],
    ['a lost item that turned up with the resident', hers, given({ custody: LOST }), 'item.handed-over'],
    ['an item of nobody, returned', hers, given({ residentId: null }), 'resident-missing'],
    ['destroyed without a witness', { ...destroyed, witnessId: null }, given(), 'witness-missing'],
    ['destroyed before oneself', { ...destroyed, witnessId: ME }, given(), 'witness-is-actor'],
    ['replaced by nothing', { ...replaced, replacedById: null }, given(), 'replacement-missing'],
    ['replaced by itself', { ...replaced, replacedById: CARD }, given(), 'replacement-missing'],
    [
      'to a contact who may never receive',
      aHandOver({ receiver: `contact:${CONTACT}` }),
      given({}, never),
      'contact-never',
    ],
    [
      'to one of whom the manager is asked, by a leader',
      aHandOver(),
      given({}, { contact: ask, actor: LEADER }),
      'item.handed-over',
    ],
    ['late', aHandOver({ occurredAt: EARLIER }), given(), 'item.handed-over'],
    [
      'late, before the previous entry',
      aHandOver({ occurredAt: EARLIER }),
      given({ lastAt: NOW }),
      'occurred-before-previous',
    ],
    ['late, in the future', aHandOver({ occurredAt: LATER }), given(), 'occurred-in-future'],
  ])('%s', (_, order, situation, expected) => expect(outcome(handOver(order, situation))).toBe(expected));

  test('premise: every disposition has its row', () =>
    expect([aHandOver(), surrendered, transferred, destroyed, replaced].map(({ disposition }) => disposition)).toEqual([
      ...DISPOSITIONS,
    ]));

  test('only a replaced item names another', () => {
    const facts = (of: typeof replaced) => accepted(handOver(of, given()))[0]?.facts;
    expect(facts(replaced)).toMatchObject({ replacedBy: POUCH, witness: null });
    expect(facts({ ...surrendered, replacedById: POUCH })).toMatchObject({ replacedBy: null });
    expect(facts(destroyed)).toMatchObject({ witness: COLLEAGUE });
  });
});
