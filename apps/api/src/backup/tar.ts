import { open, stat } from 'node:fs/promises';
import { createReadStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BLOCK = 512;
const END = new Uint8Array(2 * BLOCK);
/** What eleven octal digits can say. */
const LARGEST_FILE = 8 ** 11 - 1;
const NAMES = /^(keys\/)?[a-z0-9][a-z0-9.-]*$/i;

/** Packed is a file under the name that it has in the archive. */
export interface Packed {
  readonly name: string;
  readonly path: string;
}

/** tarOf makes a plain ustar archive, which any tar can read. */
export async function* tarOf(files: readonly Packed[]): AsyncGenerator<Uint8Array> {
  for (const { name, path } of files) {
    const { size } = await stat(path);
    yield header(name, size);
    let sent = 0;
    for await (const piece of createReadStream(path)) {
      sent += (piece as Buffer).length;
      yield piece as Buffer;
    }
    if (sent !== size) throw new Error(`${path} changed while it was read`);
    yield new Uint8Array(padding(size));
  }
  yield END;
}

/** untar writes the files of such an archive into a folder; names that we would not give, and an archive without an end, are refused. */
export async function untar(archive: AsyncIterable<Uint8Array>, folder: string): Promise<readonly string[]> {
  const bytes = new Pieces(archive);
  const names: string[] = [];
  for (;;) {
    const head = await bytes.exactly(BLOCK);
    if (head.every((byte) => byte === 0)) return names;
    const name = head.toString('latin1', 0, 100).replace(/\0.*/s, '');
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8);
    if (!NAMES.test(name) || !(size >= 0) || !head.equals(header(name, size)))
      throw new Error('this is no backup of ours');
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    try {
      for (let left = size; left > 0;) {
        const piece = await bytes.atMost(left);
        await file.writeFile(piece);
        left -= piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await bytes.exactly(padding(size));
    names.push(name);
  }
}

function header(name: string, size: number): Buffer {
  if (!NAMES.test(name)) throw new Error(`${name} cannot be in a backup`);
  if (size > LARGEST_FILE) throw new Error(`${name} is larger than 8 GB`);
  const head = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  head.write(name, 0, 'latin1');
  head.write(octal(0o600, 7) + octal(0, 7) + octal(0, 7) + octal(size, 11) + octal(0, 11), 100, 'latin1');
  head.write(' '.repeat(8), 148, 'latin1');
  head.write('0', 156, 'latin1');
  head.write('ustar\0' + '00', 257, 'latin1');
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${octal(sum, 6)} `, 148, 'latin1');
  return head;
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/** Pieces takes bytes from a stream in the lengths that are asked for. */
class Pieces {
  private readonly source: AsyncIterator<Uint8Array>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async exactly(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let left = length; left > 0; left -= pieces.at(-1)?.length ?? 0) pieces.push(await this.atMost(left));
    return Buffer.concat(pieces);
  }

  async atMost(length: number): Promise<Buffer> {
    while (this.rest.length === 0) {
      const next = await this.source.next();
      if (next.done === true) throw new Error('the archive breaks off');
      this.rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
    }
    const piece = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(piece.length);
    return piece;
  }
}
