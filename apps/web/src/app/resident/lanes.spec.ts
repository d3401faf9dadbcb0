import { nearest, placed } from '../ui/placing';
import { type Entry, lanesOf } from './lanes';

const ITEM = { id: '00000000-0000-4000-8000-000000000001', kind: 'care-insurance-card', label: null } as const;

function entry(seq: number, type: string, at: string, more: Partial<Entry> = {}): Entry {
  return {
    seq,
    type,
    recordedAt: `2026-11-${at}:00.000Z`,
    occurredAt: null,
    behind: 0,
    actor: { id: null, name: '' },
    item: ITEM,
    resident: null,
    facts: {},
    private: {},
    erased: [],
    corrects: null,
    correctedBy: [],
    command: ITEM.id,
    part: 0,
    parts: 1,
    leaf: '',
    ...more,
  };
}

const story = [
  entry(1, 'item.held-temporarily', '01T00:00'),
  entry(2, 'item.agreed', '02T00:00'),
  entry(3, 'item.checked-out', '10T00:00'),
  entry(4, 'item.checked-in', '10T03:00'),
];

describe('lanesOf', () => {
  it('makes one lane per item, whatever the order of the entries', () => {
    const [lane] = lanesOf([...story].reverse());
    expect(lane?.bars.map(({ state }) => state)).toEqual(['hold', 'stored', 'out', 'stored']);
    expect(lane?.bars.at(-1)?.to).toBeNull();
  });

  it('leaves out what was cancelled', () => {
    const cancelled = story.map((one) =>
      one.seq === 4 ? { ...one, correctedBy: [{ seq: 5, type: 'entry.cancelled' }] } : one,
    );
    expect(lanesOf(cancelled)[0]?.bars.at(-1)?.state).toBe('out');
  });

  it('puts an amended moment where it belongs', () => {
    const amendment = entry(5, 'entry.amended', '11T00:00', {
      corrects: 3,
      facts: { fields: ['occurredAt'], occurredAt: '2026-11-09T00:00:00.000Z' },
    });
    expect(lanesOf([...story, amendment])[0]?.bars[2]?.from).toBe('2026-11-09T00:00:00.000Z');
  });

  it('ends a lane when the item was handed over', () => {
    const bars = lanesOf([...story, entry(6, 'item.handed-over', '12T00:00')])[0]?.bars ?? [];
    expect(bars.at(-1)?.to).toBe('2026-11-12T00:00:00.000Z');
  });
});

describe('placed', () => {
  const bars = lanesOf(story)[0]?.bars ?? [];
  const window = ['2026-11-05T00:00:00.000Z', '2026-11-15T00:00:00.000Z'] as const;

  it('cuts to the window and keeps a short outing visible', () => {
    const drawn = placed(bars, ...window);
    expect(drawn.map(({ bar }) => bar.state)).toEqual(['stored', 'out', 'stored']);
    expect(drawn[0]).toMatchObject({ x: 0, width: 50 });
    expect(drawn[1]?.width).toBeGreaterThan(1);
    expect(Math.max(...drawn.map(({ x, width }) => x + width))).toBeLessThanOrEqual(100);
  });

  it('finds the outing beside a finger', () => {
    expect(nearest(placed(bars, ...window), 52.5)?.bar.state).toBe('out');
    expect(nearest(placed(bars, ...window), 20)?.bar.state).toBe('stored');
  });
});
