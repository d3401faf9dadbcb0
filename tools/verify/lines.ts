import { LONGEST_LINE } from '@azukari/domain';

/** BadLines says why a file is no list of lines: not UTF-8, a line without its LF at the end, or one that is too long. */
export class BadLines extends Error {
  override readonly name = 'BadLines';
}

/** Lines reads a stream of UTF-8 line by line, without ever holding more than a chunk; every line ends in LF, the last one too. */
export class Lines {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  // The marks of byte order and of broken bytes are no part of any line.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #ready: string[] = [];
  #at = 0;
  #rest = '';

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** take is the next line that is here already; undefined asks for `fill`. */
  take(): string | undefined {
    return this.#at < this.#ready.length ? this.#ready[this.#at++] : undefined;
  }

  /** fill waits for more lines and says whether there are any. */
  async fill(): Promise<boolean> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      const text = this.#rest + this.#decode(value, done);
      const lines = text.split('\n');
      this.#rest = lines.pop() ?? '';
      if (this.#rest.length > LONGEST_LINE || (done && this.#rest !== '')) throw new BadLines('line');
      this.#ready = lines;
      this.#at = 0;
      if (lines.length > 0) return true;
      if (done) return false;
    }
  }

  /** next is the next line, waited for; null after the last. */
  async next(): Promise<string | null> {
    for (;;) {
      const line = this.take();
      if (line !== undefined) return line;
      if (!(await this.fill())) return null;
    }
  }

  /** stop lets the stream go. */
  async stop(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }

  #decode(value: Uint8Array | undefined, done: boolean): string {
    try {
      return done ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true });
    } catch {
      throw new BadLines('utf-8');
    }
  }
}
