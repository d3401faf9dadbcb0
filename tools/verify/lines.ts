import { LONGEST_LINE } from '@azukari/domain';

/** BadLines says why a file is no list of lines: not UTF-8, a line without its LF at the end, or one that is too long. */
export class BadLines extends Error {
  override readonly name = 'BadLines';
}

/** Line is one line without its LF: its text, and the bytes that this text is. */
export interface Line {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const LF = 0x0a;
const NOTHING = new Uint8Array();
// The marks of byte order and of broken bytes are no part of any line.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** textsIn are the lines of a block without their LFs; null when they are not UTF-8. */
export function textsIn(block: Uint8Array): readonly string[] | null {
  try {
    // No character of UTF-8 has the byte of an LF within it: whole lines are whole characters.
    return decoder.decode(block.subarray(0, -1)).split('\n');
  } catch {
    return null;
  }
}

/** linesIn are the lines of a block with their bytes; null when they are not UTF-8. */
export function linesIn(block: Uint8Array): readonly Line[] | null {
  let begins = 0;
  const texts = textsIn(block);
  return (
    texts &&
    texts.map((text) => {
      const bytes = block.subarray(begins, block.indexOf(LF, begins));
      begins += bytes.length + 1;
      return { text, bytes };
    })
  );
}

/** Blocks reads a stream some whole lines at a time; every line ends in LF, the last one too. */
export class Blocks {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #least: number;
  #rest: Uint8Array = NOTHING;

  /** No block but the last has less than `least` bytes, or much more. */
  constructor(stream: ReadableStream<Uint8Array>, least = 0) {
    this.#reader = stream.getReader();
    this.#least = least;
  }

  /** next is the next block, waited for; null after the last. */
  async next(): Promise<Uint8Array | null> {
    const parts = [this.#rest];
    let size = this.#rest.length;
    let end = 0;
    while (end === 0 || size < this.#least) {
      const { done, value } = await this.#reader.read();
      if (done) break;
      const newest = value.lastIndexOf(LF) + 1;
      if (newest > 0) end = size + newest;
      parts.push(value);
      size += value.length;
      if (size - end > LONGEST_LINE) throw new BadLines('line');
    }
    const bytes = joined(parts, size);
    if (end === 0 && size > 0) throw new BadLines('line');
    this.#rest = bytes.subarray(end);
    return end === 0 ? null : bytes.subarray(0, end);
  }

  /** stop lets the stream go. */
  async stop(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }
}

/** Lines reads a stream of UTF-8 line by line. */
export class Lines {
  readonly #blocks: Blocks;
  #texts: readonly string[] = [];
  #at = 0;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#blocks = new Blocks(stream);
  }

  /** next is the next line, waited for; null after the last. */
  async next(): Promise<string | null> {
    if (this.#at === this.#texts.length) {
      const block = await this.#blocks.next();
      if (block === null) return null;
      const texts = textsIn(block);
      if (texts === null) throw new BadLines('utf-8');
      this.#texts = texts;
      this.#at = 0;
    }
    return this.#texts[this.#at++] ?? null;
  }

  /** stop lets the stream go. */
  async stop(): Promise<void> {
    await this.#blocks.stop();
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}
