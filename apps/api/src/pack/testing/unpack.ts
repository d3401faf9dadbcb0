import {
  appendAll,
  EMPTY_FRONTIER,
  equalBytes,
  frontierRoot,
  leafHash,
  openCheckpoint,
  opens,
  PACK_FILES,
  parseBefore,
  parseLeaf,
  parseManifest,
  parsePackedFields,
  parseVerifierKey,
} from '@azukari/domain';
import type { Frontier, Leaf, PackedFields, PackManifest } from '@azukari/domain';
import { sha256, verifyEd25519 } from '../../ledger/crypto.ts';
import { unzip } from '../../testing/unzip.ts';

/** Unpacked is a pack as its files say. */
export interface Unpacked {
  readonly names: readonly string[];
  readonly manifest: PackManifest;
  text(name: string): string;
}

/** unpack reads a pack of the record. */
export async function unpack(zip: Uint8Array): Promise<Unpacked> {
  const files = await unzip(zip);
  const text = (name: string): string => {
    const file = files.get(name);
    if (!file) throw new Error(`no ${name}`);
    return file.toString();
  };
  const manifest = parseManifest(text('pack.json'));
  if (manifest === null || manifest === 'unknown') throw new Error('no manifest');
  return { names: [...files.keys()], manifest, text };
}

/** Checked is one log of a pack whose root is the signed one. */
export interface Checked {
  readonly from: number;
  readonly to: number;
  readonly leaves: readonly Leaf[];
  readonly fields: ReadonlyMap<number, PackedFields>;
  readonly checkpoints: readonly string[];
}

/** check reads one log of a pack by the domain's parsers and fails where it is not what the checkpoint of this key says. */
export function check({ manifest, text }: Unpacked, folder: 'custody' | 'access', keyText: string): Checked {
  const said = manifest.logs.find((log) => log.folder === folder);
  const key = parseVerifierKey(keyText, sha256);
  if (!said || !key) throw new Error(`no ${folder} in it`);
  const lines = linesOf(text(`${folder}/${PACK_FILES.leaves}`));
  const before: Frontier | null =
    said.from === 0 ? EMPTY_FRONTIER : parseBefore(text(`${folder}/${PACK_FILES.before}`));
  if (before?.size !== said.from) throw new Error('it begins elsewhere');
  const hashes = lines.map((line) => leafHash(Buffer.from(line), sha256));
  const { frontier } = appendAll(before, hashes, sha256);
  const opened = openCheckpoint(text(`${folder}/${PACK_FILES.checkpoint}`), [key], verifyEd25519);
  if (!opened.ok) throw new Error(opened.because);
  const { log, size, root } = opened.checkpoint;
  if (log !== said.log || size !== said.to || size !== frontier.size) throw new Error('it ends elsewhere');
  if (!equalBytes(root, frontierRoot(frontier, sha256))) throw new Error('another root');
  const leaves = lines.map((line) => {
    const parsed = parseLeaf(line);
    if (parsed.kind !== 'leaf') throw new Error(parsed.kind);
    return parsed.leaf;
  });
  const fields = linesOf(text(`${folder}/${PACK_FILES.private}`)).map((line) => {
    const parsed = parsePackedFields(line);
    const leaf = leaves[(parsed?.seq ?? Number.NaN) - said.from];
    if (!parsed || !leaf || !opens({ ...parsed, private: leaf.private }, sha256).ok) throw new Error(line);
    return parsed;
  });
  return {
    from: said.from,
    to: said.to,
    leaves,
    fields: new Map(fields.map((one) => [one.seq, one])),
    checkpoints: linesOf(text(`${folder}/${PACK_FILES.checkpoints}`)).map((line) => JSON.parse(line) as string),
  };
}

function linesOf(text: string): readonly string[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line has no end');
  return text.split('\n').slice(0, -1);
}
