import type { Blocks } from './lines.ts';
import { BadLines } from './lines.ts';

/** So many blocks of a file are read and inspected while an earlier one is judged. */
const AHEAD = 6;

/** Seen is what an inspection made of a block: of its lines, and why it stopped before its end. */
interface Seen<T> {
  readonly seen: readonly T[];
  readonly stop: unknown;
}

/** Reading takes a file block by block through an inspection, ahead of whoever judges what comes of it, and in order. */
export class Reading<S extends Seen<unknown>> {
  readonly #blocks: Blocks;
  readonly #inspect: (block: Uint8Array) => Promise<S>;
  readonly #ahead: Promise<S | null>[] = [];
  #read: Promise<unknown> = Promise.resolve();

  constructor(blocks: Blocks, inspect: (block: Uint8Array) => Promise<S>) {
    this.#blocks = blocks;
    this.#inspect = inspect;
  }

  /** next is the next block, inspected; null after the last. */
  async next(): Promise<S | null> {
    while (this.#ahead.length < AHEAD) this.#ahead.push(this.#begin());
    const inspected = await this.#ahead.shift();
    if (inspected?.stop === 'utf-8') throw new BadLines('utf-8');
    return inspected ?? null;
  }

  /** stop lets the stream go. */
  async stop(): Promise<void> {
    await this.#blocks.stop();
  }

  #begin(): Promise<S | null> {
    const block = this.#read.then(() => this.#blocks.next());
    this.#read = block;
    const inspected = block.then((bytes) => bytes && this.#inspect(bytes));
    // Whoever comes to this block hears of a failure; until then it is no stray one.
    inspected.catch(() => undefined);
    return inspected;
  }
}
