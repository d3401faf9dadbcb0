import { inject, Injectable } from '@angular/core';
import type { AnswerOf, readCount, readCounts } from '@azukari/contract';
import type { ItemKind } from '@azukari/domain';

import { counting } from '../../i18n/ja/counting';
import { bringWords } from '../ui/manners';
import { Speech } from '../ui/speech';

/** Counts is which drawers to count, what waits for a second person, and the newest counts. */
export type Counts = AnswerOf<typeof readCounts>;

/** CountAnswer is one count; blind until what is there was told. */
export type CountAnswer = AnswerOf<typeof readCount>;

/** Difference is one thing that was not seen, or was not expected. */
export type Difference = CountAnswer['differences'][number];

/** CountingWords brings the Japanese words of 点検 with its first screen, and names drawers. */
@Injectable({ providedIn: 'root' })
export class CountingWords {
  private readonly speech = inject(Speech);

  constructor() {
    bringWords({ counting });
  }

  drawer({ id, path }: { readonly id: string | null; readonly path: string }): string {
    return id === null ? this.speech.say('counting.unplaced') : path;
  }
}

/** Sighting is so many of one kind in one place. */
export interface Sighting {
  readonly storageId: string | null;
  readonly kind: ItemKind;
  readonly quantity: number;
}

/** withQuantity is what was seen, with another number of one kind in one place; a row keeps its place, also where none is left. */
export function withQuantity(seen: readonly Sighting[], now: Sighting): readonly Sighting[] {
  const same = ({ storageId, kind }: Sighting): boolean => storageId === now.storageId && kind === now.kind;
  return seen.some(same) ? seen.map((one) => (same(one) ? now : one)) : [...seen, now];
}

/** More of one kind than anybody has in a pouch, or than lies loose in a drawer, is more often a slip of the finger. */
const LIKELY = { pouch: 9, drawer: 99, locker: 99 } as const;

/** doubtful are the numbers that are far from what such a place holds. */
export function doubtful(seen: readonly Sighting[], places: CountAnswer['places']): readonly Sighting[] {
  return seen.filter(({ storageId, quantity }) => {
    const kind = places.find(({ id }) => id === storageId)?.kind ?? 'drawer';
    return quantity > LIKELY[kind];
  });
}

/** quantityOf is how many of a kind were seen in a place. */
export function quantityOf(seen: readonly Sighting[], storageId: string | null, kind: ItemKind): number {
  return seen.find((one) => one.storageId === storageId && one.kind === kind)?.quantity ?? 0;
}

/** placeNamed finds the place that somebody typed or scanned: its label, its number however wide, or its id. */
export function placeNamed(places: CountAnswer['places'], typed: string): CountAnswer['places'][number] | null {
  const said = typed.normalize('NFKC').trim().toLowerCase();
  const number = /^\D*(\d+)\D*$/.exec(said)?.[1];
  return (
    places.find(({ id, label }) => id === said || label.normalize('NFKC').toLowerCase() === said) ??
    places.find(({ kind, label }) => {
      const own = /\d+/.exec(label.normalize('NFKC'))?.[0];
      return kind === 'pouch' && number !== undefined && own !== undefined && Number(own) === Number(number);
    }) ??
    null
  );
}
