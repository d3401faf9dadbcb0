import { commitment, leafHash, opensAll, parseLeaf, parsePackedFields } from '@azukari/domain';
import type { Leaf, Opening, ParsedLeaf, PrivateField, Sha256 } from '@azukari/domain';
import { linesIn, textsIn } from './lines.ts';

/** NoLeaf says why a text is no leaf of this version. */
export type NoLeaf = Exclude<ParsedLeaf, { kind: 'leaf' }>;

/** InspectedLeaves are some entries up to the first that is no leaf, with the hashes of the leaves. */
export interface InspectedLeaves {
  readonly seen: readonly Leaf[];
  readonly hashes: readonly Uint8Array[];
  readonly stop: NoLeaf | 'utf-8' | null;
}

/** InspectedFields are the private fields of some entries, up to the first line that is none. */
export interface InspectedFields {
  readonly seen: readonly FieldsSeen[];
  readonly stop: 'private' | 'utf-8' | null;
}

/** FieldsSeen are the private fields of one entry: to what they commit, and which are open, erased, or do not fit. */
export interface FieldsSeen {
  readonly seq: number;
  readonly commitment: string;
  readonly open: number;
  readonly erased: readonly PrivateField[];
  readonly flaw: PrivateField | 'digests' | null;
  /** Of an entry with a reason: who made it and why, where these words still exist. */
  readonly told: { readonly by: string | null; readonly reason: string } | null;
}

/** inspectLeaves does with whole lines of `leaves.jsonl` all that needs nothing of what stands before them. */
export function inspectLeaves(block: Uint8Array, sha256: Sha256): InspectedLeaves {
  const lines = linesIn(block);
  if (lines === null) return { seen: [], hashes: [], stop: 'utf-8' };
  const seen: Leaf[] = [];
  const hashes: Uint8Array[] = [];
  for (const { text, bytes } of lines) {
    const parsed = parseLeaf(text);
    if (parsed.kind !== 'leaf') return { seen, hashes, stop: parsed };
    seen.push(parsed.leaf);
    hashes.push(leafHash(bytes, sha256));
  }
  return { seen, hashes, stop: null };
}

/** inspectFields does with whole lines of `private.jsonl` all that needs nothing of the entries. */
export function inspectFields(block: Uint8Array, sha256: Sha256): InspectedFields {
  const texts = textsIn(block);
  if (texts === null) return { seen: [], stop: 'utf-8' };
  const seen: FieldsSeen[] = [];
  for (const text of texts) {
    const fields = parsePackedFields(text);
    if (fields === null) return { seen, stop: 'private' };
    const { seq, digests, openings } = fields;
    const opened = opensAll(digests, openings, sha256);
    const shown = opened.ok
      ? { open: opened.open.length, erased: opened.erased, flaw: null }
      : { open: 0, erased: [], flaw: opened.at };
    seen.push({ seq, commitment: commitment(digests, sha256), ...shown, told: opened.ok ? toldBy(openings) : null });
  }
  return { seen, stop: null };
}

function toldBy(openings: readonly Opening[]): FieldsSeen['told'] {
  const valueOf = (name: PrivateField): string | null => openings.find(({ field }) => field === name)?.value ?? null;
  const reason = valueOf('reason');
  return reason === null ? null : { by: valueOf('actorName'), reason };
}
