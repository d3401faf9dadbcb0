import type { Uuid } from '../instant.ts';
import type { Leaf } from '../ledger/leaf.ts';
import { advance, fold } from './fold.ts';
import type { CustodyState } from './fold.ts';
import { ImpossibleHistory, isCorrectionEntry } from './history.ts';
import type { HistoryEntry, ImpossibleReason } from './history.ts';

interface Replayed {
  state: CustodyState;
  readonly history: HistoryEntry[];
}

/**
 * Replay follows the custody of every item of a log, entry by entry. An item whose first entries lie before the log's part at hand
 * cannot be replayed; it is counted instead.
 */
export class Replay {
  readonly #items = new Map<Uuid, Replayed>();
  readonly #begunBefore = new Set<Uuid>();

  /** counts are the items that were replayed, and those that began before the part at hand. */
  get counts(): { readonly replayed: number; readonly begunBefore: number } {
    return { replayed: this.#items.size, begunBefore: this.#begunBefore.size };
  }

  /** next takes the following entry, and answers why it cannot follow what the item went through before, or null. */
  next({ seq, item, prior, type, recordedAt, occurredAt, corrects, facts }: Leaf): ImpossibleReason | null {
    if (item === null || this.#begunBefore.has(item)) return null;
    const known = this.#items.get(item);
    if (known === undefined && prior !== null) {
      this.#begunBefore.add(item);
      return null;
    }
    const entry = { seq, type, recordedAt, occurredAt, corrects, facts } as HistoryEntry;
    try {
      const history = known?.history ?? [];
      history.push(entry);
      const state = isCorrectionEntry(entry) ? fold(history) : advance(known?.state ?? null, entry);
      if (known === undefined) this.#items.set(item, { state, history });
      else known.state = state;
      return null;
    } catch (error) {
      if (error instanceof ImpossibleHistory) return error.reason;
      throw error;
    }
  }
}
