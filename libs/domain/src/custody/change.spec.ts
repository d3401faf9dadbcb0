import { change } from './change.ts';
import {
  accepted,
  CONTACT,
  EARLIER,
  ENDED,
  FLOOR,
  given,
  HANDLER,
  LATER,
  LOST,
  ME,
  NOW,
  OUT,
} from './testing/makers.ts';
import { COLLEAGUE, outcome, STORED } from './testing/makers.ts';
import { aChange } from './testing/orders.ts';

const toMe = aChange({ holder: `staff:${ME}`, holderName: '山田' });
const at = (dueBackAt: string | null) => aChange({ dueBackAt });
const out = { custody: OUT, holderName: '佐藤' };
const never = { contact: { id: CONTACT, handOver: 'never' } } as const;

describe('change', () => {
  test.each([
    ['another holder', toMe, given(out, { actor: HANDLER }), 'item.changed'],
    ['another time', at('2026-11-22T06:00:00.000Z'), given(out, { actor: HANDLER }), 'item.changed'],
    ['another name for the same relation', aChange({ holderName: '次女' }), given(out), 'item.changed'],
    ['without an appointment', toMe, given(out, { actor: FLOOR }), 'not-allowed'],
    ['an item in the safe', toMe, given({ custody: STORED }), 'item-stored'],
    ['a lost item', toMe, given({ custody: LOST }), 'item-missing'],
    ['an item given back for good', toMe, given({ custody: ENDED }), 'item-ended'],
    ['nothing', aChange(), given(out), 'nothing-to-change'],
    [
      'the same again',
      aChange({ holder: `staff:${COLLEAGUE}`, holderName: '佐藤', dueBackAt: LATER }),
      given(out),
      'nothing-to-change',
    ],
    ['a time that has passed', at(NOW), given(out), 'due-back-in-past'],
    ['a time in two years', at('2028-11-22T00:00:00.000Z'), given(out), 'due-back-too-far'],
    ['no time for a visit to the clinic', at(null), given(out), 'due-back-missing'],
    [
      'no time for a stay in hospital',
      at(null),
      given({ custody: { ...OUT, purpose: 'hospital-stay' } }),
      'item.changed',
    ],
    ['to a contact who may never receive', aChange({ holder: 'other:family' }), given(out, never), 'contact-never'],
    [
      'to one of whom the manager is asked',
      aChange({ holder: 'other:family' }),
      given(out, { actor: HANDLER, contact: { id: CONTACT, handOver: 'ask-manager' } }),
      'contact-ask-manager',
    ],
    ['late', { ...toMe, occurredAt: EARLIER }, given(out), 'item.changed'],
    ['late, what one took oneself', { ...toMe, occurredAt: EARLIER }, given(out, { actor: HANDLER }), 'item.changed'],
    [
      'late, what a colleague took',
      aChange({ holder: `staff:${CONTACT}`, occurredAt: EARLIER }),
      given(out, { actor: HANDLER }),
      'not-allowed',
    ],
    [
      'late, before it was taken',
      { ...toMe, occurredAt: EARLIER },
      given({ ...out, lastAt: NOW }),
      'occurred-before-previous',
    ],
    ['late, in the future', { ...toMe, occurredAt: LATER }, given(out), 'occurred-in-future'],
    [
      'the holder of an item that is late already',
      toMe,
      given({ custody: { ...OUT, dueBackAt: EARLIER } }),
      'item.changed',
    ],
  ])('%s', (_, order, situation, expected) => expect(outcome(change(order, situation))).toBe(expected));

  test('an item that stays as it is gets no entry', () => {
    const items = [...given(out).items, ...given({ ...out, id: CONTACT, custody: { ...OUT, dueBackAt: null } }).items];
    expect(accepted(change(at(LATER), given({}, { items }))).map(({ item }) => item)).toEqual([CONTACT]);
  });

  test('a new time keeps the holder and his name', () =>
    expect(accepted(change(at('2026-11-22T06:00:00.000Z'), given(out)))).toMatchObject([
      {
        facts: { holder: `staff:${COLLEAGUE}`, dueBackAt: '2026-11-22T06:00:00.000Z' },
        private: { holderName: '佐藤' },
      },
    ]));

  test('a new holder without a name does not inherit the old one', () =>
    expect(accepted(change(aChange({ holder: 'other:clinic' }), given(out)))[0]?.private).toEqual({}));
});
