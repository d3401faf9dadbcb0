import { instantAt, millisecondsOf } from '../instant.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Leaf, LeafFlaw, LogName } from './leaf.ts';

/**
 * Sequence follows a log leaf by leaf and checks what must hold between its leaves; what custody allows is the fold's. Begun in the
 * middle, at entry `from`, it takes what points to an earlier entry as it is.
 */
export class Sequence {
  readonly #log: LogName;
  readonly #from: number;
  readonly #commands = new Set<Uuid>();
  readonly #newestOf = new Map<Uuid | null, number>();
  readonly #items: (Uuid | null)[] = [];
  #highest: Instant | null = null;
  #open: Pick<Leaf, 'command' | 'part' | 'parts'> | null = null;

  constructor(log: LogName, from = 0) {
    this.#log = log;
    this.#from = from;
  }

  /** next takes the following leaf, and answers the key that cannot follow the leaves before it, or null. */
  next(leaf: Leaf): LeafFlaw | null {
    const flaw = this.#flaw(leaf);
    if (flaw !== null) return flaw;
    this.#commands.add(leaf.command);
    this.#open = leaf.part + 1 < leaf.parts ? leaf : null;
    if (leaf.behind === 0) this.#highest = leaf.recordedAt;
    else this.#highest ??= instantAt(millisecondsOf(leaf.recordedAt) + leaf.behind);
    if (leaf.item !== null) this.#newestOf.set(leaf.item, leaf.seq);
    this.#items.push(leaf.item);
    return null;
  }

  /** complete says whether the last command has all of its parts: a log cut off within a command has not. */
  complete(): boolean {
    return this.#open === null;
  }

  #flaw(leaf: Leaf): LeafFlaw | null {
    if (leaf.log !== this.#log) return 'log';
    if (leaf.seq !== this.#from + this.#items.length) return 'seq';
    if (leaf.behind !== behind(this.#highest, leaf.recordedAt) && !(this.#highest === null && this.#from > 0))
      return 'behind';
    if (!this.#followsPrior(leaf)) return 'prior';
    if (leaf.corrects !== null && leaf.corrects >= this.#from)
      if (this.#items[leaf.corrects - this.#from] !== leaf.item) return 'corrects';
    return this.#commandFlaw(leaf);
  }

  #followsPrior({ item, prior }: Leaf): boolean {
    const newest = this.#newestOf.get(item) ?? null;
    return newest === null && prior !== null ? prior < this.#from : prior === newest;
  }

  #commandFlaw({ command, part, parts }: Leaf): LeafFlaw | null {
    const open = this.#open;
    if (open === null) return part !== 0 ? 'part' : this.#commands.has(command) ? 'command' : null;
    if (command !== open.command) return 'command';
    if (part !== open.part + 1) return 'part';
    return parts === open.parts ? null : 'parts';
  }
}

/** behind is how many milliseconds the clock lies before the highest moment recorded so far: a leaf's `behind`. */
export function behind(highest: Instant | null, recordedAt: Instant): number {
  return highest === null || highest <= recordedAt ? 0 : millisecondsOf(highest) - millisecondsOf(recordedAt);
}
