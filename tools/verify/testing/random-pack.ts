import * as crypto from 'node:crypto';
import { formatManifest, formatPackedFields, jcs, PACK_FILES } from '@azukari/domain';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import type { RandomLog } from './random-log.ts';

export type PackFilesOf = Map<string, string>;

/** filesOf are the files of a pack of one whole log, but for SHA256SUMS. */
export function filesOf({ log, leaves, fields, checkpoints, end }: RandomLog): PackFilesOf {
  const folder = log.endsWith('/access') ? 'access' : 'custody';
  const lines = (list: readonly string[]): string => list.map((line) => `${line}\n`).join('');
  return new Map([
    ['README.txt', 'A pack.\n'],
    ['pack.json', formatManifest({ logs: [{ folder, log, from: 0, to: leaves.length }] })],
    [`${folder}/${PACK_FILES.leaves}`, lines(leaves)],
    [`${folder}/${PACK_FILES.private}`, lines(fields.map(formatPackedFields))],
    [`${folder}/${PACK_FILES.checkpoints}`, lines(checkpoints.map((note) => jcs(note)))],
    [`${folder}/${PACK_FILES.checkpoint}`, end],
  ]);
}

/** sumsOf is SHA256SUMS over the files. */
export function sumsOf(files: PackFilesOf): string {
  return [...files].map(([name, text]) => `${crypto.hash('sha256', text)}  ${name}\n`).join('');
}

/** zipOf packs the files as they are. */
export async function zipOf(files: PackFilesOf, level = 6): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false, level });
  for (const [name, text] of files) await writer.add(name, new TextReader(text));
  return writer.close();
}

/** packOf is a whole pack of one log, with its sums. */
export function packOf(log: RandomLog): Promise<Blob> {
  const files = filesOf(log);
  return zipOf(files.set('SHA256SUMS', sumsOf(files)));
}
