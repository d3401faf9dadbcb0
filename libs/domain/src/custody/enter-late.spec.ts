import { enterLate } from './enter-late.ts';
import {
  accepted,
  BEFORE_THAT,
  COLLEAGUE,
  DEPUTY,
  EARLIER,
  ENDED,
  FLOOR,
  given,
  HANDLER,
  LATER,
  LOST,
  NOW,
  OUT,
  outcome,
} from './testing/makers.ts';
import { aLateEntry } from './testing/orders.ts';

const forColleague = aLateEntry({ holder: `staff:${COLLEAGUE}` });
const past = { lastAt: BEFORE_THAT };

describe('enter-late', () => {
  test.each([
    ['out and in', aLateEntry({ inAt: NOW }), given(past, { actor: HANDLER }), 'item.checked-out + item.checked-in'],
    ['out and in at the same moment', aLateEntry(), given(past), 'item.checked-out + item.checked-in'],
    [
      'what happened without an agreement',
      aLateEntry(),
      given({ ...past, agreements: [] }),
      'item.checked-out + item.checked-in',
    ],
    ['by the floor', aLateEntry(), given(past, { actor: FLOOR }), 'not-allowed'],
    [
      'what one gave to the family',
      aLateEntry({ holder: 'other:family' }),
      given(past, { actor: HANDLER }),
      'item.checked-out + item.checked-in',
    ],
    ['what a colleague carried', forColleague, given(past, { actor: HANDLER }), 'not-allowed'],
    ['the same by a deputy', forColleague, given(past, { actor: DEPUTY }), 'item.checked-out + item.checked-in'],
    ['the same by a leader', forColleague, given(past), 'item.checked-out + item.checked-in'],
    ['in before out', aLateEntry({ outAt: EARLIER, inAt: BEFORE_THAT }), given(past), 'occurred-out-of-order'],
    ['before the previous entry', aLateEntry({ outAt: BEFORE_THAT }), given(), 'occurred-before-previous'],
    ['in, in the future', aLateEntry({ inAt: LATER }), given(past), 'occurred-in-future'],
    ['out and in, in the future', aLateEntry({ outAt: LATER, inAt: LATER }), given(past), 'occurred-in-future'],
    ['an item that is out', aLateEntry(), given({ custody: OUT }), 'item-out'],
    ['a lost item', aLateEntry(), given({ custody: LOST }), 'item-missing'],
    ['an item given back for good', aLateEntry(), given({ custody: ENDED }), 'item-ended'],
  ])('%s', (_, order, situation, expected) => expect(outcome(enterLate(order, situation))).toBe(expected));

  test('the refusal names what is wanted', () =>
    expect(enterLate(forColleague, given(past, { actor: HANDLER }))).toEqual({
      ok: false,
      refusal: { kind: 'not-allowed', action: 'enter-late-for-others', level: 'handler' },
    }));

  test('both entries carry their own moment and the sheet', () =>
    expect(accepted(enterLate(aLateEntry({ inAt: NOW }), given(past)))).toMatchObject([
      { occurredAt: EARLIER, facts: { sheet: 'F3-000123', dueBackAt: null }, private: { holderName: '佐藤' } },
      { occurredAt: NOW, facts: { sheet: 'F3-000123', condition: 'good' }, private: {} },
    ]));
});
