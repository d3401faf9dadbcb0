import type { Uuid } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import type { Difference } from './count.ts';

/** Lying is an item where the record says that it lies. */
export interface Lying {
  readonly itemId: Uuid;
  readonly storage: Uuid | null;
  readonly kind: ItemKind;
}

/** Sighting is what somebody saw in one place: so many of one kind. */
export interface Sighting {
  readonly storage: Uuid | null;
  readonly kind: ItemKind;
  readonly quantity: number;
}

/** Comparison is what was expected and seen, in numbers, and each difference. */
export interface Comparison {
  /** Of what the record allows for each place and kind the number nearest to what was seen: seen = expected + surplus − short. */
  readonly expected: number;
  readonly seen: number;
  readonly differences: readonly Difference[];
}

const key = ({ storage, kind }: Pick<Sighting, 'storage' | 'kind'>): string => `${storage ?? ''}/${kind}`;

/** mergeSightings: a thing that is told twice is there once; of several numbers for one place and kind the largest counts. */
export function mergeSightings(sightings: readonly Sighting[]): readonly Sighting[] {
  const merged = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const before = merged.get(key(sighting))?.quantity ?? 0;
    if (sighting.quantity > before) merged.set(key(sighting), sighting);
  }
  return [...merged.values()];
}

/**
 * compareCount holds what was seen against what the record said when the count began and says now. What moved in between may have been
 * seen or not; neither is a difference.
 */
export function compareCount(
  before: readonly Lying[],
  now: readonly Lying[],
  sightings: readonly Sighting[],
): Comparison {
  const seen = mergeSightings(sightings);
  const { certain, possible } = expectation(before, now);
  const places = new Map([...before, ...seen].map(({ storage, kind }) => [key({ storage, kind }), { storage, kind }]));
  const differences: Difference[] = [];
  let expected = 0;
  for (const [name, { storage, kind }] of places) {
    const quantity = seen.find((sighting) => key(sighting) === name)?.quantity ?? 0;
    const least = certain.get(name)?.length ?? 0;
    const most = least + (possible.get(name)?.length ?? 0);
    const nearest = Math.min(Math.max(quantity, least), most);
    const side = quantity < nearest ? 'short' : 'surplus';
    expected += nearest;
    for (let left = Math.abs(quantity - nearest); left > 0; left -= 1)
      differences.push({ n: differences.length + 1, side, storage, kind, settledAs: null });
  }
  return { expected, seen: seen.reduce((sum, { quantity }) => sum + quantity, 0), differences };
}

type ByPlace = ReadonlyMap<string, readonly Lying[]>;

function expectation(before: readonly Lying[], now: readonly Lying[]): { certain: ByPlace; possible: ByPlace } {
  const whole = (lying: Lying): string => `${lying.itemId}/${key(lying)}`;
  const [then, still] = [new Set(before.map(whole)), new Set(now.map(whole))];
  return {
    certain: Map.groupBy(
      before.filter((lying) => still.has(whole(lying))),
      key,
    ),
    possible: Map.groupBy(
      [...before.filter((lying) => !still.has(whole(lying))), ...now.filter((lying) => !then.has(whole(lying)))],
      key,
    ),
  };
}
