import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** unzip reads the files of a ZIP with a reader that others wrote, and fails unless its own sums, where it has them, are those of the files. */
export async function unzip(zip: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const reader = await fromBufferPromise(Buffer.from(zip));
  for await (const entry of reader.eachEntry())
    files.set(entry.fileName, await buffer(await reader.openReadStreamPromise(entry)));
  const said = files.get('SHA256SUMS');
  if (said === undefined) return files;
  const sums = [...files]
    .filter(([name]) => name !== 'SHA256SUMS')
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
  if (sums.join('') !== said.toString()) throw new Error('the sums are not those of the files');
  return files;
}
