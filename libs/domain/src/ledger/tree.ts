import { equalBytes, HASH_SIZE, joinBytes } from './bytes.ts';
import type { Sha256 } from './bytes.ts';

/** ReadNode gives the stored hash at a position; it throws when there is none. */
export type ReadNode = (position: number) => Uint8Array;

/** LeafRange is the leaves from `lo` up to, not including, `hi`. */
export interface LeafRange {
  readonly lo: number;
  readonly hi: number;
}

/** emptyRoot is the root of a log without entries: the hash of nothing (RFC 6962 §2.1). */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

/** leafHash is SHA-256(0x00 ‖ leaf) (RFC 6962 §2.1). */
export function leafHash(leaf: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(joinBytes(0, leaf));
}

/** nodeHash is SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(joinBytes(1, left, right));
}

/**
 * position is where the hash of the n-th perfect subtree of 2^level leaves is stored: the dense numbering of Go's
 * sumdb/tlog StoredHashIndex. An entry's new nodes follow each other without a gap.
 */
export function position(level: number, n: number): number {
  let last = n;
  for (let l = level; l > 0; l--) last = last * 2 + 1;
  let before = level;
  for (let rest = last; rest > 0; rest = half(rest)) before += rest;
  return before;
}

/** nodeCount is how many hashes a tree of this size stores, and the position of the next leaf. */
export function nodeCount(size: number): number {
  return position(0, size);
}

/** coverPositions are the stored hashes, left to right, of the perfect subtrees that make up the leaves from lo to hi. */
export function coverPositions({ lo, hi }: LeafRange): readonly number[] {
  const positions: number[] = [];
  for (let start = lo; start < hi;) {
    let width = 1;
    let level = 0;
    while (width * 2 <= hi - start) {
      width *= 2;
      level++;
    }
    positions.push(position(level, start / width));
    start += width;
  }
  return positions;
}

/** joinRoots joins the roots of neighbouring perfect subtrees, largest first, into the root over all of them (RFC 6962 §2.1). */
export function joinRoots(roots: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const smallest = roots.at(-1);
  if (smallest === undefined) return emptyRoot(sha256);
  return roots.slice(0, -1).reduceRight((root, left) => nodeHash(left, root, sha256), smallest);
}

/** rootOf is the root of the first `size` entries (MTH of RFC 6962 §2.1). */
export function rootOf(size: number, read: ReadNode, sha256: Sha256): Uint8Array {
  return rangeHash({ lo: 0, hi: checked(size) }, read, sha256);
}

/** inclusionPositions are all positions that inclusionProof reads, so that they can be fetched in one query. */
export function inclusionPositions(index: number, size: number): readonly number[] {
  return inclusionRanges(index, size).flatMap(coverPositions);
}

/** inclusionProof is the audit path of an entry in the tree of `size` entries, sibling first (RFC 6962 §2.1.1). */
export function inclusionProof(index: number, size: number, read: ReadNode, sha256: Sha256): readonly Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, read, sha256));
}

/** consistencyPositions are all positions that consistencyProof reads, so that they can be fetched in one query. */
export function consistencyPositions(from: number, to: number): readonly number[] {
  return consistencyRanges(from, to).flatMap(coverPositions);
}

/** consistencyProof shows that the tree of `from` entries is the beginning of the tree of `to` (RFC 6962 §2.1.2). */
export function consistencyProof(from: number, to: number, read: ReadNode, sha256: Sha256): readonly Uint8Array[] {
  return consistencyRanges(from, to).map((range) => rangeHash(range, read, sha256));
}

/** InclusionClaim is what an inclusion proof asserts; `size` and `root` must come from a signed checkpoint. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/**
 * verifyInclusion checks an audit path (RFC 9162 §2.1.3.2). The root does not bind the size: the same path may verify
 * under another size, so the size is taken from the signed checkpoint only (tree.spec.ts shows the case).
 */
export function verifyInclusion({ index, size, leafHash, proof, root }: InclusionClaim, sha256: Sha256): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !allHashes([leafHash, root, ...proof])) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leafHash;
  for (const step of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(step, hash, sha256);
      // fn is not 0 here: it is odd, or what sn is.
      while (fn % 2 === 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else hash = nodeHash(hash, step, sha256);
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equalBytes(hash, root);
}

/** ConsistencyClaim is what a consistency proof asserts; sizes and roots must come from two signed checkpoints. */
export interface ConsistencyClaim {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * verifyConsistency checks that the older tree is the beginning of the newer one (RFC 9162 §2.1.4.2). From size 0 it
 * says no: every log continues the empty one, so "no earlier checkpoint" is a case of the caller's own.
 */
export function verifyConsistency({ from, to, fromRoot, toRoot, proof }: ConsistencyClaim, sha256: Sha256): boolean {
  if (!isSize(from) || !isSize(to) || from < 1 || from > to || !allHashes([fromRoot, toRoot, ...proof])) return false;
  if (from === to) return proof.length === 0 && equalBytes(fromRoot, toRoot);
  let fn = from - 1;
  let sn = to - 1;
  while (fn % 2 === 1) {
    fn = half(fn);
    sn = half(sn);
  }
  // When `from` is a power of two its root is itself a node of the newer tree and is left out of the proof; fn is 0 then.
  const first = fn === 0 ? fromRoot : proof[0];
  if (first === undefined) return false;
  let older = first;
  let newer = first;
  for (const step of fn === 0 ? proof : proof.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      older = nodeHash(step, older, sha256);
      newer = nodeHash(step, newer, sha256);
      while (fn % 2 === 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else newer = nodeHash(newer, step, sha256);
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equalBytes(older, fromRoot) && equalBytes(newer, toRoot);
}

function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  if (checked(index) >= checked(size)) throw new RangeError(`no entry ${index} in a tree of ${size}`);
  const ranges: LeafRange[] = [];
  for (let lo = 0, hi = size; hi - lo > 1;) {
    const middle = lo + widthBelow(hi - lo);
    if (index < middle) {
      ranges.push({ lo: middle, hi });
      hi = middle;
    } else {
      ranges.push({ lo, hi: middle });
      lo = middle;
    }
  }
  return ranges.reverse();
}

function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  if (checked(from) < 1 || from > checked(to)) throw new RangeError(`no consistency from ${from} to ${to}`);
  const ranges: LeafRange[] = [];
  let lo = 0;
  let hi = to;
  while (from < hi) {
    const middle = lo + widthBelow(hi - lo);
    if (from <= middle) {
      ranges.push({ lo: middle, hi });
      hi = middle;
    } else {
      ranges.push({ lo, hi: middle });
      lo = middle;
    }
  }
  if (lo > 0) ranges.push({ lo, hi });
  return ranges.reverse();
}

function rangeHash(range: LeafRange, read: ReadNode, sha256: Sha256): Uint8Array {
  return joinRoots(coverPositions(range).map(read), sha256);
}

/** The largest power of two smaller than the width: k of RFC 6962 §2.1. */
function widthBelow(width: number): number {
  let k = 1;
  while (k * 2 < width) k *= 2;
  return k;
}

/** Sizes go beyond 2^31, where the shift operators would wrap. */
function half(n: number): number {
  return Math.floor(n / 2);
}

function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function checked(n: number): number {
  if (!isSize(n)) throw new RangeError(`no tree size: ${n}`);
  return n;
}

function allHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_SIZE);
}
