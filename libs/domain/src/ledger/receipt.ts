import type { PrivateField } from '../custody/custody.ts';
import { base64 } from './base64.ts';
import type { Sha256 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { isPlainObject, jcs, parseStrict } from './jcs.ts';
import { parseLeaf } from './leaf.ts';
import type { Leaf } from './leaf.ts';
import type { Ed25519Verify, VerifierKey } from './note.ts';
import { areDigests, openingsOf, opens } from './private-fields.ts';
import type { Digests, Opening } from './private-fields.ts';
import { formatTlogProof, parseTlogProof } from './tlog-proof.ts';
import { leafHash, verifyInclusion } from './tree.ts';
import { fromUtf8, utf8 } from './utf8.ts';

/** ReceiptExtra is what a receipt carries besides the proof: the leaf's exact text, and the private fields it discloses. */
export interface ReceiptExtra {
  readonly leaf: string;
  readonly digests: Digests | null;
  readonly openings: readonly Opening[];
}

/** ReceiptFlaw says which part of a receipt does not hold. */
export type ReceiptFlaw = 'text' | 'extra' | 'checkpoint' | 'leaf' | 'log' | 'index' | 'proof' | 'private';

/** CheckedReceipt says that a receipt holds, is broken, or cannot be judged with these keys or by this version. */
export type CheckedReceipt =
  | {
      readonly verdict: 'holds';
      readonly leaf: Leaf;
      readonly checkpoint: Checkpoint;
      readonly signedBy: readonly VerifierKey[];
      readonly shown: readonly Opening[];
      /** Private fields the entry has but the receipt does not show: kept back, or erased since. */
      readonly hidden: readonly PrivateField[];
    }
  | { readonly verdict: 'broken'; readonly at: ReceiptFlaw }
  | { readonly verdict: 'cannot-judge'; readonly because: 'unknown-key' | 'unknown-entry' };

/** formatReceiptExtra is JCS of `{digests, fields: {name: {r, value}}, leaf}` in UTF-8: the opaque bytes of a receipt's `extra`. */
export function formatReceiptExtra({ leaf, digests, openings }: ReceiptExtra): Uint8Array {
  const fields = Object.fromEntries(openings.map(({ field, r, value }) => [field, { r: base64(r), value }]));
  return utf8(jcs({ digests, fields, leaf }));
}

/** parseReceiptExtra reads a receipt's `extra` strictly; null for all else. */
export function parseReceiptExtra(extra: Uint8Array): ReceiptExtra | null {
  const text = fromUtf8(extra);
  const value = text === null ? undefined : parseStrict(text);
  if (!isPlainObject(value) || Object.keys(value).join() !== 'digests,fields,leaf') return null;
  const { digests, fields, leaf } = value;
  if (typeof leaf !== 'string' || !isPlainObject(fields) || !(digests === null || areDigests(digests))) return null;
  const openings = openingsOf(fields);
  return openings && { leaf, digests, openings };
}

/** formatReceipt writes the receipt of one entry: a C2SP tlog-proof file. */
export function formatReceipt(
  extra: ReceiptExtra,
  at: { readonly index: number; readonly proof: readonly Uint8Array[]; readonly checkpoint: string },
): string {
  return formatTlogProof({ ...at, extra: formatReceiptExtra(extra) });
}

/**
 * checkReceipt checks a receipt by C2SP tlog-proof "Verifying a tlog proof", and what it discloses against the leaf.
 * The keys are the reader's own. With asynchronous cryptography, verify signaturesDue first and hand in the outcomes.
 */
export function checkReceipt(
  receipt: string,
  keys: readonly VerifierKey[],
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: Ed25519Verify },
): CheckedReceipt {
  const read = parseTlogProof(receipt);
  if (read === null) return broken('text');
  const extra = read.extra === null ? null : parseReceiptExtra(read.extra);
  if (extra === null) return broken('extra');
  const opened = openCheckpoint(read.checkpoint, keys, verify);
  if (!opened.ok)
    return opened.because === 'unknown-key'
      ? { verdict: 'cannot-judge', because: 'unknown-key' }
      : broken('checkpoint');
  const { checkpoint, signedBy } = opened;
  const claim = { index: read.index, size: checkpoint.size, proof: read.proof, root: checkpoint.root };
  if (!verifyInclusion({ ...claim, leafHash: leafHash(utf8(extra.leaf), sha256) }, sha256)) return broken('proof');
  const parsed = parseLeaf(extra.leaf);
  if (parsed.kind === 'unknown') return { verdict: 'cannot-judge', because: 'unknown-entry' };
  if (parsed.kind === 'malformed') return broken('leaf');
  const { leaf } = parsed;
  if (leaf.log !== checkpoint.log) return broken('log');
  if (leaf.seq !== read.index) return broken('index');
  const fields = opens({ ...extra, private: leaf.private }, sha256);
  if (!fields.ok) return broken('private');
  return { verdict: 'holds', leaf, checkpoint, signedBy, shown: extra.openings, hidden: fields.erased };
}

function broken(at: ReceiptFlaw): CheckedReceipt {
  return { verdict: 'broken', at };
}
