import type { Leaf } from '@azukari/domain';
import { bookRows } from './book-rows.ts';
import type { KnownItem } from './paper-items.ts';

const item = { id: 'i', kind: 'my-number-card', label: null, residentId: 'r' } as KnownItem;

/** entry is a leaf with only what the book reads. */
function entry(seq: number, type: string, facts: object = {}, more: object = {}): Leaf {
  return {
    seq,
    type,
    facts,
    item: 'i',
    corrects: null,
    occurredAt: null,
    recordedAt: `2026-11-03T0${String(seq)}:00:00.000Z`,
    ...more,
  } as unknown as Leaf;
}

const out = { holder: 'staff:s', purpose: 'outpatient', dueBackAt: null, contact: null, sheet: null };
const words = new Map<number, Readonly<Record<string, string>>>([
  [1, { actorName: '鈴木', residentName: '髙﨑', holderName: '鈴木', destination: 'さくら内科' }],
  [2, { actorName: '田中' }],
]);
const rowsOf = (...entries: Leaf[]) => bookRows(item, '今の名前', entries, words);

describe('lines of the book', () => {
  it('an outing and its return are one line, with the names as they were then', () => {
    const [row, ...more] = rowsOf(
      entry(1, 'item.checked-out', out),
      entry(2, 'item.checked-in', { storage: null, condition: 'worn', sheet: 'F3-000012' }),
    );
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      seq: 1,
      resident: '髙﨑',
      actor: '鈴木',
      out: { destination: 'さくら内科', back: { seq: 2, by: '田中', condition: 'worn' } },
    });
    expect(row?.remarks).toMatchObject([{ kind: 'sheet', text: 'F3-000012' }]);
  });

  it('a cancelled return leaves the item outside, and says so beside the line', () => {
    const rows = rowsOf(
      entry(1, 'item.checked-out', out),
      entry(2, 'item.checked-in', { storage: null, condition: 'good', sheet: null }),
      entry(3, 'entry.cancelled', { reason: 'wrong-item' }, { corrects: 2 }),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      cancelled: false,
      out: { back: null },
      remarks: [{ kind: 'cancelled', reasonCode: 'wrong-item' }],
    });
  });

  it('a cancelled outing stays, struck through, and the next one is its own', () => {
    const rows = rowsOf(
      entry(1, 'item.checked-out', out),
      entry(2, 'entry.cancelled', { reason: 'twice' }, { corrects: 1 }),
      entry(3, 'item.checked-out', out),
    );
    expect(rows.map(({ seq, cancelled }) => [seq, cancelled])).toEqual([
      [1, true],
      [3, false],
    ]);
  });

  it('an amendment keeps the line and stands beside it', () => {
    const [row] = rowsOf(
      entry(1, 'item.checked-out', out),
      entry(
        2,
        'entry.amended',
        { fields: ['purpose'], reason: 'mistyped', dueBackAt: null, purpose: 'pharmacy', occurredAt: null },
        { corrects: 1 },
      ),
    );
    expect(row).toMatchObject({
      out: { purpose: 'outpatient' },
      remarks: [{ kind: 'amended', by: '田中', changes: [{ field: 'purpose', value: 'pharmacy' }] }],
    });
  });

  it('what was found in the safe ends its outing; what was handed over outside is an outing and an event', () => {
    expect(rowsOf(entry(1, 'item.checked-out', out), entry(2, 'item.found', { storage: null }))).toMatchObject([
      { out: { back: { seq: 2 } }, remarks: [{ kind: 'found' }] },
    ]);
    const rows = rowsOf(
      entry(1, 'item.checked-out', out),
      entry(2, 'item.handed-over', {
        disposition: 'returned',
        receiver: 'other:family',
        witness: null,
        replacedBy: null,
      }),
    );
    expect(rows).toMatchObject([
      { out: { back: { handedOver: true } } },
      { event: { type: 'item.handed-over', disposition: 'returned' } },
    ]);
  });

  it('names who stood by when something was given away', () => {
    const said = new Map([[1, { actorName: '鈴木', receiverName: '市役所', witnessName: '田中' }]]);
    const facts = { disposition: 'surrendered', receiver: 'other:municipality', witness: 's', replacedBy: null };
    expect(bookRows(item, null, [entry(1, 'item.handed-over', facts)], said)).toMatchObject([
      { event: { who: '市役所', witness: '田中' } },
    ]);
  });

  it('where it lies and what is printed on it are no lines', () => {
    expect(rowsOf(entry(1, 'item.moved', { storage: 's' }), entry(2, 'item.described', {}))).toEqual([]);
  });

  it('damage that was seen when an ended item came back stands on the line of its coming back', () => {
    expect(
      rowsOf(entry(1, 'item.found', { storage: null }), entry(2, 'item.condition-noted', { condition: 'damaged' })),
    ).toMatchObject([{ event: { type: 'item.found', condition: 'damaged' } }]);
  });
});
