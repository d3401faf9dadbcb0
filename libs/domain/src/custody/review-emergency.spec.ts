import type { HistoryEntry } from './history.ts';
import { reviewEmergency, unreviewedEmergencies } from './review-emergency.ts';
import type { RecordSituation } from './situation.ts';
import {
  accepted,
  AMENDED,
  anItem,
  CARD,
  CHECKED_IN,
  CHECKED_OUT,
  entry,
  given,
  HANDLER,
  outcome,
  uuid,
} from './testing/makers.ts';
import { TAKEN_IN } from './testing/makers.ts';

const begin = entry(1, 'item.taken-in', TAKEN_IN);
const out = entry(2, 'item.checked-out', { ...CHECKED_OUT, purpose: 'emergency', dueBackAt: null });
const back = entry(3, 'item.checked-in', CHECKED_IN);
const again = { ...out, seq: 4 };
const reviewed = entry(5, 'emergency.reviewed', { outcome: 'in-order' }, { corrects: 2 });
const undone = entry(6, 'entry.cancelled', { reason: 'did-not-happen' }, { corrects: 2 });
const renamed = entry(7, 'entry.amended', { ...AMENDED, fields: ['purpose'], purpose: 'outpatient' }, { corrects: 2 });

const having = (history: readonly HistoryEntry[], of: Partial<RecordSituation> = {}): RecordSituation => ({
  ...given(),
  items: [{ ...anItem(), history }],
  ...of,
});
const order = { itemId: CARD, seq: 2, outcome: 'in-order', note: null } as const;

describe('review-emergency', () => {
  test.each([
    ['an emergency', order, having([begin, out]), 'emergency.reviewed'],
    ['an emergency that is over', order, having([begin, out, back]), 'emergency.reviewed'],
    ['one whose purpose was amended', order, having([begin, out, renamed]), 'emergency.reviewed'],
    ['a second one', { ...order, seq: 4 }, having([begin, out, back, again, reviewed]), 'emergency.reviewed'],
    ['by a handler', order, having([begin, out], { actor: HANDLER }), 'not-allowed'],
    ['one that is reviewed', order, having([begin, out, reviewed]), 'already-reviewed'],
    ['one that was taken back', order, having([begin, out, undone]), 'not-found'],
    ['a check-out that was none', order, having([begin, entry(2, 'item.checked-out', CHECKED_OUT)]), 'not-found'],
    ['another entry', { ...order, seq: 1 }, having([begin, out]), 'not-found'],
    ['another item', { ...order, itemId: uuid(99) }, having([begin, out]), 'not-found'],
  ])('%s', (_, review, situation, expected) => expect(outcome(reviewEmergency(review, situation))).toBe(expected));

  test('the review points to its check-out', () =>
    expect(accepted(reviewEmergency(order, having([begin, out])))).toMatchObject([
      { corrects: 2, facts: { outcome: 'in-order' } },
    ]));

  test('what is still to be reviewed', () => {
    expect(unreviewedEmergencies([begin, out, back, again])).toEqual([2, 4]);
    expect(unreviewedEmergencies([begin, out, back, again, reviewed])).toEqual([4]);
    expect(unreviewedEmergencies([begin, out, undone])).toEqual([]);
  });
});
