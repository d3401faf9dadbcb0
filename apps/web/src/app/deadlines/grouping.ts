import type { CalendarDay, ItemKind } from '@azukari/domain';

import { type Bucket, bucketOf, bucketsOf, chartOf, type Deadline } from './deadline';

/** GROUPINGS are the ways to put the list in order. */
export const GROUPINGS = ['month', 'resident', 'kind'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Group is a part of the list under one heading. */
export interface Group {
  readonly key: string;
  readonly of:
    | { readonly by: 'month'; readonly bucket: Bucket }
    | { readonly by: 'resident'; readonly resident: Deadline['resident'] }
    | { readonly by: 'kind'; readonly kind: ItemKind };
  readonly deadlines: readonly Deadline[];
}

/** Bar is one bar of the chart; `share` is its height against the highest, in percent. */
export interface Bar {
  readonly bucket: Bucket;
  readonly count: number;
  readonly share: number;
}

/** barsOf counts the deadlines of each bucket of the chart. */
export function barsOf(deadlines: readonly Deadline[], asOf: CalendarDay): readonly Bar[] {
  const buckets = deadlines.map((one) => bucketOf(one, asOf));
  const counts = chartOf(asOf).map((bucket) => ({ bucket, count: buckets.filter((one) => one === bucket).length }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return counts.map(({ bucket, count }) => ({ bucket, count, share: Math.round((100 * count) / most) }));
}

/** groupsOf puts deadlines under headings; within each, what nobody knows comes first, then the soonest. */
export function groupsOf(deadlines: readonly Deadline[], by: Grouping, asOf: CalendarDay): readonly Group[] {
  const rank = new Map(bucketsOf(asOf).map((bucket, index) => [bucket, index]));
  const rankOf = (one: Deadline): number => rank.get(bucketOf(one, asOf)) ?? rank.size;
  const sorted = [...deadlines].sort(
    (one, other) => rankOf(one) - rankOf(other) || (one.date ?? '').localeCompare(other.date ?? ''),
  );
  const groups = new Map<string, Deadline[]>();
  for (const one of sorted) {
    const key = keyOf(one, by, asOf);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const found = [...groups].flatMap(([key, [first, ...others]]) =>
    first === undefined ? [] : [{ key, of: headOf(first, by, asOf), deadlines: [first, ...others] }],
  );
  return by === 'resident' ? found.sort((one, other) => kanaOf(one).localeCompare(kanaOf(other), 'ja')) : found;
}

function keyOf({ item, resident, ...rest }: Deadline, by: Grouping, asOf: CalendarDay): string {
  if (by === 'resident') return resident?.id ?? '';
  return by === 'kind' ? item.kind : bucketOf({ item, resident, ...rest }, asOf);
}

function headOf(first: Deadline, by: Grouping, asOf: CalendarDay): Group['of'] {
  if (by === 'resident') return { by, resident: first.resident };
  return by === 'kind' ? { by, kind: first.item.kind } : { by, bucket: bucketOf(first, asOf) };
}

/** What belongs to nobody yet stands last. */
function kanaOf({ of }: Group): string {
  return of.by === 'resident' && of.resident !== null ? of.resident.kana : '\uffff';
}
