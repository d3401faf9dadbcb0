import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';

/** PackFile is one file of a pack; its text or bytes are made when its turn has come. */
export interface PackFile {
  readonly name: string;
  readonly content: () => Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** SUMS is the file that names the SHA-256 of all others, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS';

/** Half of every line is hashes and ids: trying harder takes longer and saves next to nothing. */
const COMPRESSION = 1;

/** So much of a file is read while what was read before is pressed together. */
const AHEAD_BYTES = 262_144;

/** zipOf writes the files one after the other, and their sums last. An error in the middle breaks it off: it never ends as if whole. */
export function zipOf(files: readonly PackFile[], at: Date): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => out.destroy(error));
  const options = { mtime: at, mode: 0o100644, compressionLevel: COMPRESSION };
  const sums: string[] = [];
  const add = (name: string, content: () => AsyncIterable<Uint8Array>): void => {
    zip.addReadStreamLazy(name, options, (begin) => {
      begin(null, Readable.from(content(), { objectMode: false, highWaterMark: AHEAD_BYTES }));
    });
  };
  for (const { name, content } of files)
    add(name, async function* () {
      const sum = createHash('sha256');
      for await (const part of content()) {
        const bytes = typeof part === 'string' ? Buffer.from(part) : part;
        sum.update(bytes);
        yield bytes;
      }
      sums.push(`${sum.digest('hex')}  ${name}\n`);
    });
  // oxlint-disable-next-line typescript/require-await -- known only when its turn has come
  add(SUMS, async function* () {
    yield Buffer.from(sums.join(''));
  });
  zip.end();
  return out;
}
