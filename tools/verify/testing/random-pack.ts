import * as crypto from 'node:crypto';
import {
  appendAll,
  EMPTY_FRONTIER,
  formatBefore,
  formatManifest,
  formatPackedFields,
  formatReceipt,
  inclusionProof,
  jcs,
  leafHash,
  PACK_FILES,
  utf8,
} from '@azukari/domain';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { sha256 } from './random-log.ts';
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

/** periodOf are the files of a pack that begins at a later entry: what came before is proved by the edge of its tree. */
export function periodOf(log: RandomLog, from: number): PackFilesOf {
  const hashes = log.leaves.map((leaf) => leafHash(utf8(leaf), sha256));
  const { nodes } = appendAll(EMPTY_FRONTIER, hashes, sha256);
  const { frontier } = appendAll(EMPTY_FRONTIER, hashes.slice(0, from), sha256);
  const read = (position: number): Uint8Array => nodes[position]?.hash ?? new Uint8Array();
  const size = log.leaves.length;
  const keys = log.leaves.slice(0, from).flatMap((leaf, index) => {
    if (!/"type":"(log\.opened|key\.rotated)"/.test(leaf)) return [];
    const proof = inclusionProof(index, size, read, sha256);
    return [formatReceipt({ leaf, digests: null, openings: [] }, { index, proof, checkpoint: log.end })];
  });
  const files = filesOf({
    ...log,
    leaves: log.leaves.slice(from),
    fields: log.fields.filter(({ seq }) => seq >= from),
    checkpoints: log.checkpoints.filter((note) => Number(note.split('\n')[1]) > from),
  });
  return files
    .set('pack.json', formatManifest({ logs: [{ folder: 'custody', log: log.log, from, to: size }] }))
    .set(`custody/${PACK_FILES.before}`, formatBefore(frontier))
    .set(`custody/${PACK_FILES.keys}`, keys.map((receipt) => `${jcs(receipt)}\n`).join(''));
}
