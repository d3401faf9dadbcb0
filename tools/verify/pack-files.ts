import { PACK_FILES } from '@azukari/domain';
import { BlobReader, configure, ZipReader } from '@zip.js/zip.js';
import type { Entry, FileEntry } from '@zip.js/zip.js';
import type { Finding } from './finding.ts';
import { BadLines } from './lines.ts';
import type { Means } from './means.ts';
import { PackFlaw } from './pack-flaw.ts';

// Entries, fields and checkpoints are read side by side, each a stream that waits for the others.
configure({ maxWorkers: 8 });

const SMALL = 4_194_304;
const MOST_FILES = 32;
/** What compresses further than this is no record. */
const MOST_EXPANSION = 200;
const SUMS = 'SHA256SUMS';
/** Stored, or deflated. */
const METHODS = [0, 8];
/** Encrypted in one way or another, or a patch to a file. */
const UNREADABLE = 0x2061;
/** The last bytes of a ZIP with which a file ends: on one disk, and nothing behind them. */
const END = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...Array<null>(12).fill(null), 0, 0];
const LOOSE_FILES = ['README.txt', SUMS, 'pack.json', 'verify.html'];
const LOG_FILE = /^(custody|access)\/([a-z.]+)$/;

/** PackFiles are the files of a pack, read strictly; what is read to its end has its sum worked out on the way. */
export class PackFiles {
  readonly #zip: ZipReader<Blob>;
  readonly #digest: Means['digest'];
  readonly #files = new Map<string, FileEntry>();
  readonly #sums = new Map<string, string>();

  private constructor(pack: Blob, digest: Means['digest']) {
    const reader = new BlobReader(pack);
    this.#zip = new ZipReader(reader, { useWebWorkers: false, checkCrc32: true, strictness: 'strict' });
    this.#digest = digest;
  }

  /** open reads which files a pack has, and refuses those that have no place in one. */
  static async open(pack: Blob, { digest }: Pick<Means, 'digest'>): Promise<PackFiles> {
    const end = new Uint8Array(await pack.slice(-END.length).arrayBuffer());
    if (END.some((byte, n) => byte !== null && byte !== end[n])) throw new PackFlaw('zip');
    const files = new PackFiles(pack, digest);
    await files.#list();
    return files;
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** ofLogs are the files that belong to one log, each with its folder. */
  ofLogs(): readonly (readonly [name: string, folder: string])[] {
    return [...this.#files.keys()].flatMap((name) => {
      const [, folder] = LOG_FILE.exec(name) ?? [];
      return folder === undefined ? [] : [[name, folder] as const];
    });
  }

  /** content is a file as a stream; what fails on the way breaks it off. */
  content(name: string): ReadableStream<Uint8Array> {
    const file = this.#files.get(name);
    if (file === undefined) throw new PackFlaw(name);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const running = this.#digest();
    const breakOff = (): Promise<void> => writer.abort(new PackFlaw('zip')).catch(() => undefined);
    const into = new WritableStream<Uint8Array>({
      write: (part) => {
        running.update(part);
        return writer.write(part);
      },
      close: () => {
        this.#sums.set(name, running.hex());
        return writer.close();
      },
      abort: breakOff,
    });
    file.getData(into).catch(breakOff);
    return readable;
  }

  /** text is a small file as a whole. */
  async text(name: string): Promise<string> {
    if ((this.#files.get(name)?.uncompressedSize ?? 0) > SMALL) throw new PackFlaw(name);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of partsOf(this.content(name))) parts.push(part.slice());
    try {
      const whole = await new Blob(parts).arrayBuffer();
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
    } catch {
      throw new BadLines('utf-8');
    }
  }

  /** checkSums: whatever SHA256SUMS names has to have its sum, and everything but itself has to be named. */
  async checkSums(): Promise<Finding | null> {
    const named = new Map<string, string>();
    for (const line of (await this.text(SUMS)).split('\n').filter((one) => one !== '')) {
      const [, sum = '', name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      named.set(name, sum);
    }
    for (const name of this.#files.keys()) {
      if (name === SUMS) continue;
      if (!this.#sums.has(name)) await toTheEnd(this.content(name));
      if (named.get(name) !== this.#sums.get(name)) return new PackFlaw('sums').finding;
      named.delete(name);
    }
    return named.size > 0 ? new PackFlaw('sums').finding : null;
  }

  async close(): Promise<void> {
    await this.#zip.close().catch(() => undefined);
  }

  /** What has no place in a pack ends the reading: nobody waits for a million names. */
  async #list(): Promise<void> {
    const entries = this.#zip.getEntriesGenerator();
    for (;;) {
      const { value, done } = await entries.next().catch(() => {
        throw new PackFlaw('zip');
      });
      if (done === true) return;
      this.#take(value);
    }
  }

  #take(entry: Entry): void {
    const { filename, directory, symlink, compressionMethod, rawBitFlag, uncompressedSize, compressedSize } = entry;
    const [, , file = ''] = LOG_FILE.exec(filename) ?? [];
    const known = LOOSE_FILES.includes(filename) || (Object.values(PACK_FILES) as string[]).includes(file);
    if (directory || !known || this.#files.has(filename) || this.#files.size === MOST_FILES) throw new PackFlaw('file');
    if (symlink || !METHODS.includes(compressionMethod) || ((rawBitFlag ?? 0) & UNREADABLE) !== 0)
      throw new PackFlaw('file');
    if (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_EXPANSION) throw new PackFlaw('bomb');
    this.#files.set(filename, entry);
  }
}

/** partsOf reads a stream part by part; not every browser can be asked for the parts of a stream in turn. */
async function* partsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

async function toTheEnd(stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader();
  while (!(await reader.read()).done);
}
