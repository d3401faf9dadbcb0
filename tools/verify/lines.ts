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

/** Lines reads a stream of UTF-8 line by line, without ever holding more than a chunk; every line ends in LF, the last one too. */
export class Lines {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  // The marks of byte order and of broken bytes are no part of any line.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #texts: string[] = [];
  #at = 0;
  /** The bytes of the lines at hand, and where the next of them begins. */
  #bytes: Uint8Array = NOTHING;
  #begins = 0;
  #rest: Uint8Array = NOTHING;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** take is the next line that is here already; undefined asks for `next`. */
  take(): Line | undefined {
    const text = this.#texts[this.#at];
    if (text === undefined) return undefined;
    this.#at++;
    const end = this.#bytes.indexOf(LF, this.#begins);
    const bytes = this.#bytes.subarray(this.#begins, end);
    this.#begins = end + 1;
    return { text, bytes };
  }

  /** next is the next line, waited for; null after the last. */
  async next(): Promise<Line | null> {
    for (;;) {
      const line = this.take();
      if (line !== undefined) return line;
      if (!(await this.#fill())) return null;
    }
  }

  /** stop lets the stream go. */
  async stop(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }

  async #fill(): Promise<boolean> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) {
        if (this.#rest.length > 0) throw new BadLines('line');
        return false;
      }
      const bytes = joined(this.#rest, value);
      const end = bytes.lastIndexOf(LF) + 1;
      this.#rest = bytes.subarray(end);
      if (this.#rest.length > LONGEST_LINE) throw new BadLines('line');
      if (end === 0) continue;
      this.#bytes = bytes;
      this.#begins = 0;
      // No character of UTF-8 has the byte of an LF within it: whole lines are whole characters.
      this.#texts = this.#decode(bytes.subarray(0, end - 1)).split('\n');
      this.#at = 0;
      return true;
    }
  }

  #decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw new BadLines('utf-8');
    }
  }
}

function joined(rest: Uint8Array, more: Uint8Array): Uint8Array {
  if (rest.length === 0) return more;
  const bytes = new Uint8Array(rest.length + more.length);
  bytes.set(rest);
  bytes.set(more, rest.length);
  return bytes;
}
