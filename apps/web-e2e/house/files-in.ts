import { readFileSync } from 'node:fs';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** filesIn are the files of a ZIP by their names. */
export async function filesIn(zip: string | Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const bytes = typeof zip === 'string' ? readFileSync(zip) : zip;
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])), { useWebWorkers: false });
  const files = new Map<string, Buffer>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())));
  await reader.close();
  return files;
}
