import { cancel } from './cancel.ts';
import { fold } from './fold.ts';
import type { HistoryEntry } from './history.ts';
import type { RecordSituation } from './situation.ts';
import {
  accepted,
  anItem,
  CARD,
  CHECKED_IN,
  CHECKED_OUT,
  COLLEAGUE,
  entry,
  given,
  HANDLER,
  outcome,
  recorded,
} from './testing/makers.ts';
import { TAKEN_IN } from './testing/makers.ts';

const begin = entry(1, 'item.taken-in', TAKEN_IN);
const out = entry(2, 'item.checked-out', CHECKED_OUT);
const back = entry(3, 'item.checked-in', CHECKED_IN);
const learnt = entry(4, 'item.assigned', {});
const undone = entry(5, 'entry.cancelled', { reason: 'twice' }, { corrects: 3 });

const having = (history: readonly HistoryEntry[], of: Partial<RecordSituation> = {}): RecordSituation => ({
  ...given(),
  items: [{ ...anItem(), history }],
  ...of,
});
const order = (...seqs: readonly number[]) => ({ seqs, reasonCode: 'wrong-item', reason: null }) as const;

describe('cancel', () => {
  test.each([
    ['the newest entry', order(3), having([begin, out, back]), 'entry.cancelled'],
    ['the newest one that moved the item', order(3), having([begin, out, back, learnt]), 'entry.cancelled'],
    ['the pair, newest first', order(2, 3), having([begin, out, back]), 'entry.cancelled + entry.cancelled'],
    ['the one before, once the newest is cancelled', order(2), having([begin, out, back, undone]), 'entry.cancelled'],
    ['by a handler', order(3), having([begin, out, back], { actor: HANDLER }), 'not-allowed'],
    ['an older one', order(2), having([begin, out, back]), 'entry-not-newest'],
    ['one that is cancelled already', order(3), having([begin, out, back, undone]), 'entry-not-newest'],
    ['the first entry', order(1), having([begin]), 'entry-not-cancellable'],
    ['the whole life of an item', order(1, 2), having([begin, out]), 'entry-not-cancellable'],
    ['a description', order(4), having([begin, out, back, learnt]), 'entry-not-cancellable'],
    ['a cancelling', order(5), having([begin, out, back, undone]), 'entry-not-cancellable'],
    ['an entry of no item here', order(9), having([begin, out]), 'not-found'],
    ['one known and one unknown entry', order(2, 9), having([begin, out]), 'not-found'],
    ['nothing', order(), having([begin, out]), 'not-found'],
  ])('%s', (_, seqs, situation, expected) => expect(outcome(cancel(seqs, situation))).toBe(expected));

  test('the refusal names the entry that could be cancelled', () =>
    expect(cancel(order(2), having([begin, out, back]))).toMatchObject({ refusal: { newestSeq: 3 } }));

  test('each item of a command on its own', () => {
    const other = {
      ...anItem({ id: COLLEAGUE }),
      history: [
        { ...begin, seq: 11 },
        { ...out, seq: 12 },
      ],
    };
    const both = having([begin, out], { items: [...having([begin, out]).items, other] });
    expect(accepted(cancel(order(2, 12), both))).toMatchObject([
      { item: CARD, corrects: 2, facts: { reason: 'wrong-item' } },
      { item: COLLEAGUE, corrects: 12, facts: { reason: 'wrong-item' } },
    ]);
  });

  test('the state before is back', () => {
    const drafts = accepted(cancel(order(2, 3), having([begin, out, back])));
    expect(fold([begin, out, back, ...recorded(drafts, 20)])).toEqual(fold([begin]));
  });
});
