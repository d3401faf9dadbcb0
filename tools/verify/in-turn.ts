import type { Leaf } from '@azukari/domain';
import type { FieldsSeen, InspectedFields, InspectedLeaves, NoLeaf } from './inspection.ts';
import { PackFlaw } from './pack-flaw.ts';
import type { Reading } from './reading.ts';

/** EntrySeen is one entry of a log after its inspection: a leaf with its hash, or why it is none. */
export type EntrySeen = { readonly kind: 'leaf'; readonly leaf: Leaf; readonly hash: Uint8Array } | NoLeaf;

/** EntriesInTurn are the entries of a log one by one. */
export class EntriesInTurn {
  readonly #reading: Reading<InspectedLeaves>;
  #block: InspectedLeaves | null = null;
  #at = 0;

  constructor(reading: Reading<InspectedLeaves>) {
    this.#reading = reading;
  }

  /** take answers without waiting where it can; undefined asks for `next`. */
  take(): EntrySeen | undefined {
    const [leaf, hash] = [this.#block?.seen[this.#at], this.#block?.hashes[this.#at]];
    this.#at++;
    if (leaf !== undefined && hash !== undefined) return { kind: 'leaf', leaf, hash };
    const stop = this.#block?.stop;
    return typeof stop === 'object' && stop !== null ? stop : undefined;
  }

  /** next is the next entry, waited for; null after the last. */
  async next(): Promise<EntrySeen | null> {
    this.#block = await this.#reading.next();
    this.#at = 0;
    return this.#block && (this.take() ?? null);
  }
}

/** FieldsInTurn are the private fields in the order of the entries, for those entries that have any. */
export class FieldsInTurn {
  readonly #reading: Reading<InspectedFields>;
  #block: InspectedFields | null = null;
  #at = 0;

  constructor(reading: Reading<InspectedFields>) {
    this.#reading = reading;
  }

  /** take answers without waiting where it can: the entry's fields, null for none; undefined asks for `next`. */
  take(seq: number): FieldsSeen | null | undefined {
    const fields = this.#block?.seen[this.#at];
    if (fields === undefined) {
      if (this.#block?.stop === 'private') throw new PackFlaw('private');
      return undefined;
    }
    if (fields.seq > seq) return null;
    this.#at++;
    return fields;
  }

  async next(seq: number): Promise<FieldsSeen | null> {
    this.#block = await this.#reading.next();
    this.#at = 0;
    return this.#block && (this.take(seq) ?? null);
  }

  /** isOver says whether no fields are left. */
  async isOver(): Promise<boolean> {
    const unread = this.#block !== null && (this.#at < this.#block.seen.length || this.#block.stop !== null);
    return !unread && (await this.#reading.next()) === null;
  }
}
