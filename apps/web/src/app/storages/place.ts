import type { storageAnswer } from '@azukari/contract';
import type { z } from 'zod';

/** Place is one 保管場所 as the API tells it. */
export type Place = z.output<typeof storageAnswer>;

/** PlaceNode is a place with what is inside it. */
export interface PlaceNode {
  readonly place: Place;
  readonly inside: readonly PlaceNode[];
}

/** placeTree puts places into one another; the order of the list stays. */
export function placeTree(places: readonly Place[], parentId: string | null = null): readonly PlaceNode[] {
  return places
    .filter((place) => place.parentId === parentId)
    .map((place) => ({ place, inside: placeTree(places, place.id) }));
}

/** itemsWithin counts the items in a place and in all that is inside it. */
export function itemsWithin({ place, inside }: PlaceNode): number {
  return place.items + inside.reduce((sum, node) => sum + itemsWithin(node), 0);
}

/** inUse leaves out what is retired and empty; what still lies in a retired place is to be moved on. */
export function inUse(nodes: readonly PlaceNode[]): readonly PlaceNode[] {
  return nodes
    .filter((node) => !node.place.retired || itemsWithin(node) > 0)
    .map(({ place, inside }) => ({ place, inside: inUse(inside) }));
}

/** nextNumber is the number after the highest pouch of a drawer. */
export function nextNumber(pouches: readonly PlaceNode[]): number {
  return Math.max(0, ...pouches.map(({ place }) => Number.parseInt(place.label, 10) || 0)) + 1;
}
