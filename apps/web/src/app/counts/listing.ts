import type { CountAnswer } from './counting';

/** Listed is the list of an opening count, as the server tells it. */
export type Listed = NonNullable<CountAnswer['list']>;

/** ListedOne is an item of the list with what was said of it: there, not there, or nothing yet. */
export type ListedOne = Listed['items'][number];

/** Bundle is what somebody sees at one glance: a pouch, or what lies loose of one resident. */
export interface Bundle {
  readonly key: string;
  readonly storageId: string | null;
  /** The pouch by its label; null where it is told by its resident. */
  readonly pouch: string | null;
  readonly items: readonly ListedOne[];
}

/** bundlesOf are the items of a list in the order in which they lie: pouch by pouch, and then what lies beside them by whose it is. */
export function bundlesOf(items: readonly ListedOne[], places: CountAnswer['places']): readonly Bundle[] {
  const pouches = places.filter(({ kind }) => kind === 'pouch');
  const inPouches = pouches.flatMap(({ id, label }): Bundle[] => {
    const here = items.filter(({ item }) => item.storage?.id === id);
    return here.length === 0 ? [] : [{ key: id, storageId: id, pouch: label, items: here }];
  });
  const loose = items.filter(({ item }) => !pouches.some(({ id }) => id === item.storage?.id));
  const byOwner = Map.groupBy(loose, ({ item }) => item.resident?.id ?? 'nobody');
  const beside = [...byOwner]
    .map(([key, here]): Bundle => ({ key, storageId: here[0]?.item.storage?.id ?? null, pouch: null, items: here }))
    .sort((one, other) => collator.compare(placeOf(one), placeOf(other)));
  return [...inPouches, ...beside];
}

const collator = new Intl.Collator('ja', { numeric: true });

function placeOf({ items: [first] }: Bundle): string {
  const resident = first?.item.resident;
  return resident ? `${resident.room} ${resident.kana}` : '';
}
