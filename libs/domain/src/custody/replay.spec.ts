import type { Leaf } from '../ledger/leaf.ts';
import { Replay } from './replay.ts';
import { CARD, entry, NEW_CARD, TAKEN_IN } from './testing/makers.ts';

const ON = { storage: null, condition: 'good', sheet: null } as const;
const OUT = { holder: `staff:${CARD}`, purpose: 'outpatient', dueBackAt: null, contact: null, sheet: null } as const;
const leaf = (of: ReturnType<typeof entry>, prior: number | null, item: string | null = CARD) =>
  ({ ...of, prior, item }) as Leaf;

const said = (leaves: readonly Leaf[]) => {
  const replay = new Replay();
  return [leaves.map((one) => replay.next(one)), replay.counts] as const;
};

describe('the custody of every item of a log', () => {
  test('is followed from its beginning, corrections too', () => {
    const history = [
      leaf(entry(1, 'item.taken-in', TAKEN_IN), null),
      leaf(entry(2, 'resident.registered', {}), null, null),
      leaf(entry(3, 'item.checked-out', OUT), 1),
      leaf(entry(4, 'entry.cancelled', { reason: 'twice' }, { corrects: 3 }), 3),
      leaf(entry(5, 'item.checked-out', OUT), 4),
      leaf(entry(6, 'item.checked-in', ON), 5),
    ];
    expect(said(history)).toEqual([Array(6).fill(null), { replayed: 1, begunBefore: 0 }]);
  });

  test('of an item that came before is not judged', () => {
    const history = [leaf(entry(8, 'item.checked-in', ON), 3), leaf(entry(9, 'item.checked-in', ON), 8)];
    expect(said(history)).toEqual([[null, null], { replayed: 0, begunBefore: 1 }]);
  });

  test('what cannot have happened is named by its reason', () => {
    expect(said([leaf(entry(1, 'item.checked-out', OUT), null, NEW_CARD)])[0]).toEqual(['no-beginning']);
    const back = [leaf(entry(1, 'item.taken-in', TAKEN_IN), null), leaf(entry(2, 'item.checked-in', ON), 1)];
    expect(said(back)[0]).toEqual([null, 'wrong-place']);
  });
});
