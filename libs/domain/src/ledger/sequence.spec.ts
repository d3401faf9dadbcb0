import type { Leaf } from './leaf.ts';
import { Sequence } from './sequence.ts';
import { LOG, aCheckOut } from './testing/leaves.ts';

const id = (n: number) => `0198a3c0-0000-4000-8000-${String(n).padStart(12, '0')}`;
const at = (ms: number) => new Date(Date.UTC(2026, 10, 21) + ms).toISOString();

/** A log of five entries: opening, two items by one command, one more of the first item, and its cancellation. */
const LEAVES: readonly Leaf[] = [
  {
    ...aCheckOut({ seq: 0, prior: null, item: null, command: id(1), recordedAt: at(0) }),
    type: 'log.opened',
    facts: { key: 'x' },
  },
  aCheckOut({ seq: 1, prior: null, item: id(101), command: id(2), part: 0, parts: 2, recordedAt: at(5) }),
  aCheckOut({ seq: 2, prior: null, item: id(102), command: id(2), part: 1, parts: 2, recordedAt: at(5) }),
  aCheckOut({ seq: 3, prior: 1, item: id(101), command: id(3), recordedAt: at(2), behind: 3 }),
  {
    ...aCheckOut({ seq: 4, prior: 3, item: id(101), command: id(4), recordedAt: at(5), corrects: 3 }),
    type: 'entry.cancelled',
    facts: { reason: 'twice' },
  },
];

function flawOf(leaves: readonly Leaf[]): readonly [number, string] | null {
  const sequence = new Sequence(LOG);
  for (const [i, leaf] of leaves.entries()) {
    const flaw = sequence.next(leaf);
    if (flaw !== null) return [i, flaw];
  }
  return sequence.complete() ? null : [leaves.length, 'cut'];
}
const changed = (at: number, leaf: Partial<Leaf>) =>
  LEAVES.map((one, i) => (i === at ? ({ ...one, ...leaf } as Leaf) : one));

describe('what holds between leaves', () => {
  test('a whole log', () => expect(flawOf(LEAVES)).toBeNull());

  test('a clock that stays behind says so until it has caught up', () => {
    const cancelled = (recordedAt: string, behind: number) => [
      ...LEAVES.slice(0, 4),
      { ...(LEAVES[4] as Leaf), recordedAt, behind },
    ];
    expect(flawOf(cancelled(at(4), 1))).toBeNull();
    expect(flawOf(cancelled(at(4), 0))).toEqual([4, 'behind']);
  });

  test('entries without an item have no past, however many there are', () => {
    const houses = [1, 2].map((seq): Leaf => ({
      ...aCheckOut({ seq, prior: null, item: null, command: id(seq + 1), recordedAt: at(seq) }),
      type: 'notices.tested',
      facts: {},
    }));
    expect(flawOf([LEAVES[0] as Leaf, ...houses])).toBeNull();
  });

  test.each<[string, readonly Leaf[], readonly [number, string]]>([
    ['a leaf of another log', changed(2, { log: LOG.replace('f001', 'f002') as typeof LOG }), [2, 'log']],
    ['a leaf removed', LEAVES.toSpliced(3, 1), [3, 'seq']],
    ['a leaf doubled', LEAVES.toSpliced(3, 0, LEAVES[2]!), [3, 'seq']],
    ['leaves exchanged', [LEAVES[0]!, LEAVES[2]!, LEAVES[1]!], [1, 'seq']],
    ['a first entry behind nothing', changed(0, { behind: 5 }), [0, 'behind']],
    ['a clock that went back unsaid', changed(3, { behind: 0 }), [3, 'behind']],
    ['a clock said to have gone back', changed(4, { behind: 1 }), [4, 'behind']],
    ['an item that forgets its past', changed(3, { prior: null }), [3, 'prior']],
    ['a past of another item', changed(3, { prior: 2 }), [3, 'prior']],
    ['a first entry with a past', changed(1, { prior: 0 }), [1, 'prior']],
    ['a correction of another item', changed(4, { corrects: 2 }), [4, 'corrects']],
    ['a command repeated', changed(3, { command: id(2) }), [3, 'command']],
    ['a command interrupted', changed(2, { command: id(9), part: 0, parts: 1 }), [2, 'command']],
    ['a command that begins in the middle', changed(3, { part: 1, parts: 2 }), [3, 'part']],
    ['a part twice', changed(2, { part: 0 }), [2, 'part']],
    ['a command that grows', changed(2, { parts: 3 }), [2, 'parts']],
    ['a command cut off', LEAVES.slice(0, 2), [2, 'cut']],
  ])('%s is found', (_, leaves, flaw) => expect(flawOf(leaves)).toEqual(flaw));
});

describe('what holds between leaves from the middle of a log on', () => {
  const flawFrom = (leaves: readonly Leaf[]) => {
    const sequence = new Sequence(LOG, 3);
    return leaves.map((leaf) => sequence.next(leaf));
  };
  const [, , , third, fourth] = LEAVES as readonly [Leaf, Leaf, Leaf, Leaf, Leaf];

  test('what points to an earlier entry is taken as it is', () => {
    expect(flawFrom([third, fourth])).toEqual([null, null]);
    expect(flawFrom([third, { ...fourth, corrects: 1 }])).toEqual([null, null]);
  });

  test.each<[string, Leaf, Leaf, readonly (string | null)[]]>([
    ['another number', { ...third, seq: 4 }, fourth, ['seq', 'seq']],
    ['an item begins that has begun', { ...third, prior: 3 }, fourth, ['prior', 'seq']],
    ['the clock that was behind is forgotten', { ...third, behind: 5 }, fourth, [null, 'behind']],
    ['what follows within', third, { ...fourth, prior: 1 }, [null, 'prior']],
    ['a correction of another item', third, { ...fourth, item: id(103), prior: null }, [null, 'corrects']],
  ])('%s', (_, one, two, flaws) => expect(flawFrom([one, two])).toEqual(flaws));
});
