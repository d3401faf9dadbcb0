import type { CalendarDay, ItemKind } from '@azukari/domain';

import { type Bucket, bucketOf, bucketsOf, chartOf, type Deadline, type Family } from './deadline';

/** GROUPINGS are the ways to put the list in order. */
export const GROUPINGS = ['month', 'resident', 'family', 'kind'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Group is a part of the list under one heading. */
export interface Group {
  readonly key: string;
  readonly of:
    | { readonly by: 'month'; readonly bucket: Bucket }
    | { readonly by: 'resident'; readonly resident: Deadline['resident'] }
    | { readonly by: 'family'; readonly family: Family | null }
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

/** Ordered says how the list is put in order, as of which day, and who is told of whom. */
export interface Ordered {
  readonly by: Grouping;
  readonly asOf: CalendarDay;
  readonly families?: readonly Family[];
}

/** groupsOf puts deadlines under headings; within each, what nobody knows comes first, then the soonest. */
export function groupsOf(deadlines: readonly Deadline[], { by, asOf, families = [] }: Ordered): readonly Group[] {
  const rank = new Map(bucketsOf(asOf).map((bucket, index) => [bucket, index]));
  const rankOf = (one: Deadline): number => rank.get(bucketOf(one, asOf)) ?? rank.size;
  const sorted = [...deadlines].sort(
    (one, other) => rankOf(one) - rankOf(other) || (one.date ?? '').localeCompare(other.date ?? ''),
  );
  const familyOf = new Map(families.flatMap((family) => family.residentIds.map((id) => [id, family])));
  const groups = new Map<string, Group & { readonly deadlines: Deadline[] }>();
  for (const one of sorted) {
    const of = headOf(one, { by, asOf, family: familyOf.get(one.resident?.id ?? '') ?? null });
    const key = keyOf(of);
    const group = groups.get(key);
    if (group) group.deadlines.push(one);
    else groups.set(key, { key, of, deadlines: [one] });
  }
  const found = [...groups.values()];
  return by === 'resident' || by === 'family'
    ? found.sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'ja'))
    : found;
}

/** What can be looked over without folding. */
const AT_A_GLANCE = 20;

/** openAtFirst are the groups that stand open: all of a short list; of a long one by month those that come first. */
export function openAtFirst(groups: readonly Group[]): ReadonlySet<string> {
  const total = groups.reduce((sum, { deadlines }) => sum + deadlines.length, 0);
  if (total <= AT_A_GLANCE || groups.length === 1) return new Set(groups.map(({ key }) => key));
  let above = 0;
  const open = groups.filter(({ of, deadlines }) => {
    const is = of.by === 'month' && above < AT_A_GLANCE;
    above += deadlines.length;
    return is;
  });
  return new Set(open.map(({ key }) => key));
}

function headOf(
  one: Deadline,
  { by, asOf, family }: { readonly by: Grouping; readonly asOf: CalendarDay; readonly family: Family | null },
): Group['of'] {
  switch (by) {
    case 'month':
      return { by, bucket: bucketOf(one, asOf) };
    case 'resident':
      return { by, resident: one.resident };
    case 'family':
      return { by, family };
    case 'kind':
      return { by, kind: one.item.kind };
  }
}

function keyOf(of: Group['of']): string {
  switch (of.by) {
    case 'month':
      return of.bucket;
    case 'resident':
      return of.resident?.id ?? '';
    case 'family':
      return of.family?.id ?? '';
    case 'kind':
      return of.kind;
  }
}

/** What belongs to nobody yet, and who has nobody to tell, stand last. */
function nameOf({ of }: Group): string {
  if (of.by === 'resident' && of.resident !== null) return of.resident.kana;
  return of.by === 'family' && of.family !== null ? of.family.kana : '\uffff';
}
