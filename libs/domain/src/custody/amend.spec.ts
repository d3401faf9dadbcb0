import { amend, AMENDABLE } from './amend.ts';
import { fold } from './fold.ts';
import type { HistoryEntry } from './history.ts';
import type { RecordSituation } from './situation.ts';
import {
  accepted,
  anItem,
  CHECKED_IN,
  CHECKED_OUT,
  entry,
  given,
  HANDLER,
  ME,
  NOW,
  outcome,
  recorded,
} from './testing/makers.ts';
import { LATER, TAKEN_IN, uuid } from './testing/makers.ts';
import { anAmendment } from './testing/orders.ts';

const at = (minute: number) => `2026-11-20T00:0${minute}:00.000Z`;
const SOON = '2026-11-22T03:00:00.000Z';
const begin = entry(1, 'item.taken-in', TAKEN_IN);
const out = entry(2, 'item.checked-out', CHECKED_OUT);
const changed = entry(3, 'item.changed', { holder: `staff:${ME}`, dueBackAt: SOON });
const back = entry(4, 'item.checked-in', CHECKED_IN);
const undone = entry(5, 'entry.cancelled', { reason: 'twice' }, { corrects: 4 });
const latePair = [
  entry(6, 'item.checked-out', { ...CHECKED_OUT, dueBackAt: null }, { occurredAt: at(5) }),
  entry(7, 'item.checked-in', CHECKED_IN, { occurredAt: at(6) }),
];
const emergency = entry(2, 'item.checked-out', { ...CHECKED_OUT, purpose: 'emergency', dueBackAt: null });

const having = (history: readonly HistoryEntry[], of: Partial<RecordSituation> = {}): RecordSituation => ({
  ...given(),
  items: [{ ...anItem({ custody: fold(history).custody }), history }],
  ...of,
});
const seq = (n: number, replace: Parameters<typeof amend>[0]['replace']) => anAmendment({ seq: n, replace });

describe('amend', () => {
  test.each([
    ['the time of return', seq(2, { dueBackAt: SOON }), having([begin, out]), 'entry.amended'],
    ['the time of return of a change', seq(3, { dueBackAt: LATER }), having([begin, out, changed]), 'entry.amended'],
    ['the purpose', seq(2, { purpose: 'pharmacy' }), having([begin, out]), 'entry.amended'],
    ['a destination', seq(2, { destination: 'さくら医院' }), having([begin, out, back]), 'entry.amended'],
    ['a note away', seq(4, { note: null }), having([begin, out, back]), 'entry.amended'],
    ['by a handler', seq(2, { purpose: 'pharmacy' }), having([begin, out], { actor: HANDLER }), 'not-allowed'],
    ['an unknown entry', seq(9, { note: null }), having([begin, out]), 'not-found'],
    ['an entry of another item', anAmendment({ itemId: uuid(99) }), having([begin, out]), 'not-found'],
    ['nothing', seq(2, {}), having([begin, out]), 'nothing-to-change'],
    ['the same again', seq(2, { dueBackAt: LATER, purpose: 'outpatient' }), having([begin, out]), 'nothing-to-change'],
    ['a purpose of a check-in', seq(4, { purpose: 'other' }), having([begin, out, back]), 'field-not-amendable'],
    ['a receiver of a check-out', seq(2, { receiverName: '長女' }), having([begin, out]), 'field-not-amendable'],
    ['an entry that was cancelled', seq(4, { note: null }), having([begin, out, back, undone]), 'field-not-amendable'],
    ['a cancelling', seq(5, { note: null }), having([begin, out, back, undone]), 'field-not-amendable'],
    ['a time of return before the leaving', seq(2, { dueBackAt: at(2) }), having([begin, out]), 'due-back-in-past'],
    ['a time of return that has passed since', seq(2, { dueBackAt: at(3) }), having([begin, out]), 'entry.amended'],
    [
      'a time of return in two years',
      seq(2, { dueBackAt: '2028-11-22T00:00:00.000Z' }),
      having([begin, out]),
      'due-back-too-far',
    ],
    ['no time of return from the clinic', seq(2, { dueBackAt: null }), having([begin, out]), 'due-back-missing'],
    ['no time of return, after it came back', seq(2, { dueBackAt: null }), having([begin, out, back]), 'entry.amended'],
    [
      'no time, because it is a stay in hospital',
      seq(2, { dueBackAt: null, purpose: 'hospital-stay' }),
      having([begin, out]),
      'entry.amended',
    ],
    [
      'the purpose of 救急, which has its own review',
      seq(2, { purpose: 'outpatient' }),
      having([begin, emergency]),
      'field-not-amendable',
    ],
    ['the moment of 救急', seq(2, { occurredAt: at(1) }), having([begin, emergency]), 'entry.amended'],
    ['the moment, earlier', seq(2, { occurredAt: at(1) }), having([begin, out]), 'entry.amended'],
    [
      'the moment, before the previous entry',
      seq(2, { occurredAt: at(0) }),
      having([begin, out]),
      'occurred-before-previous',
    ],
    [
      'the moment, up to the next entry',
      seq(6, { occurredAt: '2026-11-20T00:06:00.000Z' }),
      having([begin, ...latePair]),
      'entry.amended',
    ],
    [
      'the moment, past the next entry',
      seq(6, { occurredAt: null }),
      having([begin, latePair[0]!, { ...latePair[1]!, occurredAt: at(5) }]),
      'occurred-out-of-order',
    ],
    ['the moment, after it was written', seq(2, { occurredAt: NOW }), having([begin, out]), 'occurred-in-future'],
    [
      'the moment of the first entry',
      seq(1, { occurredAt: '2026-11-19T00:00:00.000Z' }),
      having([begin, out]),
      'entry.amended',
    ],
  ])('%s', (_, order, situation, expected) => expect(outcome(amend(order, situation))).toBe(expected));

  test('the entry names what it replaces, and carries no other fact', () =>
    expect(
      accepted(amend(seq(2, { dueBackAt: SOON, note: '電話あり', destination: null }), having([begin, out]))),
    ).toMatchObject([
      {
        type: 'entry.amended',
        corrects: 2,
        occurredAt: null,
        facts: {
          fields: ['dueBackAt', 'note', 'destination'],
          reason: 'mistyped',
          dueBackAt: SOON,
          purpose: null,
          occurredAt: null,
        },
        private: { note: '電話あり' },
      },
    ]));

  test('what is amended is what is shown; where it is stays', () => {
    const history = [begin, out];
    const drafts = accepted(amend(seq(2, { dueBackAt: SOON, purpose: 'pharmacy' }), having(history)));
    const before = fold(history);
    expect(fold([...history, ...recorded(drafts, 20)])).toEqual({
      ...before,
      custody: { ...before.custody, dueBackAt: SOON, purpose: 'pharmacy' },
    });
  });

  test('names of people who acted are never replaced, nor facts that move an item', () => {
    const fields = new Set(Object.values(AMENDABLE).flat());
    expect([...fields].sort()).toEqual([
      'destination',
      'dueBackAt',
      'holderName',
      'note',
      'occurredAt',
      'purpose',
      'receiverName',
    ]);
  });
});
