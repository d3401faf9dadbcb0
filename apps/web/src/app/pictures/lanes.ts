import type { Instant, ItemKind } from '@azukari/domain';

import type { PicturedItem, Stretch } from './picturing';

/** BarState is how a stretch is drawn. */
export type BarState = 'stored' | 'hold' | 'out' | 'missing';

/** Bar is a stretch of one item in a lane; `track` keeps bars apart that overlap. */
export interface Bar {
  readonly id: string;
  readonly state: BarState;
  readonly from: Instant;
  readonly to: Instant;
  readonly track: number;
  readonly item: PicturedItem;
  readonly stretch: Stretch;
}

/** Lane is one holder, place or item, and its bars in the order of time. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  /** Beside the name, small. */
  readonly sub: string;
  readonly kind: ItemKind | null;
  readonly tracks: number;
  readonly bars: readonly Bar[];
}

interface Named {
  readonly item: PicturedItem;
  readonly stretch: Stretch;
  readonly lane: Pick<Lane, 'id' | 'name' | 'sub' | 'kind'>;
}

/** lanesOf puts stretches into their lanes, the lanes in the order in which they begin; what lasts, lasts until now. */
export function lanesOf(named: readonly Named[], now: Instant): readonly Lane[] {
  const ordered = [...named].sort((a, b) => a.stretch.from.localeCompare(b.stretch.from));
  return [...Map.groupBy(ordered, ({ lane }) => lane.id).values()].flatMap((own) => {
    const ends: Instant[] = [];
    const bars = own.map(({ item, stretch }) => {
      const { from, custody } = stretch;
      const to = stretch.to ?? (now > from ? now : from);
      const free = ends.findIndex((end) => end <= from);
      const track = free === -1 ? ends.length : free;
      ends[track] = to;
      return { id: `${item.id} ${custody.seq}`, state: stateOf(stretch), from, to, track, item, stretch };
    });
    const lane = own[0]?.lane;
    return lane ? [{ ...lane, tracks: ends.length, bars }] : [];
  });
}

function stateOf({ custody }: Stretch): BarState {
  if (custody.at === 'out' || custody.at === 'missing') return custody.at;
  return custody.at === 'stored' && custody.hold !== null ? 'hold' : 'stored';
}

/** placeOf names the lane of a stretch among holders and places. */
export function placeOf({ custody }: Stretch): string {
  if (custody.at !== 'out') return custody.at === 'missing' ? custody.stage : custody.at;
  const { holder } = custody;
  return holder.kind === 'staff' ? holder.staffId : `${holder.relation} ${holder.name}`;
}
