import { type Bar, lanesOf, placeOf } from './lanes';
import { periodOf } from './period';
import type { PicturedItem, Stretch } from './picturing';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const at = (clock: string): string => `2026-11-22T${clock}:00.000Z`;
const NOW = at('08:00');
const item = (n: number): PicturedItem => ({ id: id(n), kind: 'care-insurance-card', label: null, resident: null });
const out = (seq: number, from: string, to: string | null, name = '鈴木'): Stretch => ({
  from: at(from),
  to: to === null ? null : at(to),
  lateFrom: null,
  storage: null,
  custody: {
    at: 'out',
    since: at(from),
    seq,
    purpose: 'outpatient',
    destination: null,
    dueBackAt: null,
    hold: null,
    holder: { kind: 'other', relation: 'clinic', name },
  },
});
const inLanes = (stretches: readonly (readonly [PicturedItem, Stretch])[]) =>
  lanesOf(
    stretches.map(([item, stretch]) => ({
      item,
      stretch,
      lane: { id: placeOf(stretch), name: placeOf(stretch), sub: '', kind: null },
    })),
    NOW,
  );
const tracks = (bars: readonly Bar[]) => bars.map(({ item, track }) => [item.id, track]);

describe('lanesOf', () => {
  it('makes one lane for each holder, in the order in which they begin', () => {
    const lanes = inLanes([
      [item(1), out(5, '03:00', '04:00')],
      [item(2), out(3, '01:00', '02:00', '佐藤')],
      [item(2), out(7, '05:00', '06:00')],
    ]);
    expect(lanes.map(({ name, bars }) => [name, bars.length])).toEqual([
      ['clinic 佐藤', 1],
      ['clinic 鈴木', 2],
    ]);
  });

  it('keeps apart what somebody has at the same time, and uses a track again once it is free', () => {
    const [lane] = inLanes([
      [item(1), out(1, '01:00', '03:00')],
      [item(2), out(2, '01:00', '02:00')],
      [item(3), out(3, '02:00', '04:00')],
    ]);
    expect(lane?.tracks).toBe(2);
    expect(tracks(lane?.bars ?? [])).toEqual([
      [id(1), 0],
      [id(2), 1],
      [id(3), 1],
    ]);
  });

  it('ends what lasts now', () => {
    expect(inLanes([[item(1), out(1, '01:00', null)]])[0]?.bars[0]?.to).toBe(NOW);
  });
});

describe('periodOf', () => {
  it.each([
    ['28', undefined, '2026-10-26', '2026-11-22'],
    ['7', '2026-11-10', '2026-11-04', '2026-11-10'],
    ['91', '2027-01-01', '2026-08-24', '2026-11-22'],
    ['364', 'gestern', '2025-11-24', '2026-11-22'],
    ['6m', undefined, '2026-06-01', '2026-11-30'],
    ['12m', '2026-02-11', '2025-03-01', '2026-02-28'],
  ] as const)('of %s until %s', (length, until, from, to) => {
    expect(periodOf(length, until, '2026-11-22')).toEqual({ from, to });
  });
});
