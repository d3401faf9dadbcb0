import type { Item } from './item-state';
import type { HolderAnswer } from './speech';

/** OutGroup is what went out together: one resident, one holder, one due time. */
export interface OutGroup {
  readonly key: string;
  readonly resident: Item['resident'];
  readonly items: readonly Item[];
  readonly holder: HolderAnswer;
  readonly destination: string | null;
  readonly purpose: string;
  readonly since: string;
  readonly dueBackAt: string | null;
}

/** WHERE_VISITS_ARE are holders who have an item only because it stayed there after a visit. */
const WHERE_VISITS_ARE: readonly string[] = ['clinic', 'pharmacy'];

/** isLeftBehind is true when items stayed where the visit was (受診先に置いてきた). */
export function isLeftBehind({ holder }: Pick<OutGroup, 'holder'>): boolean {
  return holder.kind === 'other' && WHERE_VISITS_ARE.includes(holder.relation);
}

/** STAYS are the purposes for which a resident is away with what is hers for days: then one asks of each thing whether it came back. */
const STAYS: readonly string[] = ['hospital-stay', 'overnight-leave'];

/** isStay is true of what is out with somebody who stays elsewhere. */
export function isStay(of: OutGroup | Item['custody']): boolean {
  return 'purpose' in of && STAYS.includes(of.purpose);
}

/** isPassedOn is true of what is on its way to another house, until that house has confirmed it. */
export function isPassedOn(custody: Item['custody']): boolean {
  return custody.at === 'out' && custody.holder.kind === 'other' && custody.holder.relation === 'other-facility';
}

const LAST = '9999';

/** outGroups puts together what went out together; what is due first stands first, what has no due time last. */
export function outGroups(items: readonly Item[]): readonly OutGroup[] {
  const groups = new Map<string, OutGroup & { readonly items: Item[] }>();
  for (const item of items) {
    const { custody } = item;
    if (custody.at !== 'out') continue;
    const { holder, destination, purpose, since, dueBackAt } = custody;
    const who = holder.kind === 'staff' ? holder.staffId : `${holder.relation} ${holder.name}`;
    const key = [item.resident?.id ?? item.id, who, purpose, destination, dueBackAt, since].join('|');
    const group = groups.get(key);
    if (group) group.items.push(item);
    else
      groups.set(key, { key, resident: item.resident, items: [item], holder, destination, purpose, since, dueBackAt });
  }
  return [...groups.values()].sort(
    (a, b) => (a.dueBackAt ?? LAST).localeCompare(b.dueBackAt ?? LAST) || a.since.localeCompare(b.since),
  );
}
