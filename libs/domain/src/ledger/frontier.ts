import type { Sha256 } from './bytes.ts';
import { coverPositions, joinRoots, nodeCount, nodeHash } from './tree.ts';
import type { ReadNode } from './tree.ts';

/** Frontier is the right edge of the tree: the roots of its perfect subtrees, largest first. All that an append needs. */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

/** StoredNode is one hash of the tree and where it is kept, for ever. */
export interface StoredNode {
  readonly position: number;
  readonly hash: Uint8Array;
}

/** Appended is what an append leaves behind: the next frontier, the nodes to store in this order, and the new root. */
export interface Appended {
  readonly frontier: Frontier;
  readonly nodes: readonly StoredNode[];
  readonly root: Uint8Array;
}

/** EMPTY_FRONTIER is the right edge of a log without entries. */
export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

/** frontierPositions are the positions that loadFrontier reads: one for each bit set in the size. */
export function frontierPositions(size: number): readonly number[] {
  return coverPositions({ lo: 0, hi: size });
}

/** loadFrontier reads the right edge of a stored tree, at start and after a rollback. */
export function loadFrontier(size: number, read: ReadNode): Frontier {
  return { size, roots: frontierPositions(size).map(read) };
}

/** frontierRoot is the root of the whole tree (RFC 6962 §2.1). */
export function frontierRoot(frontier: Frontier, sha256: Sha256): Uint8Array {
  return joinRoots(frontier.roots, sha256);
}

/** append adds one entry; it reads nothing and changes nothing that it was given. */
export function append(frontier: Frontier, leafHash: Uint8Array, sha256: Sha256): Appended {
  return appendAll(frontier, [leafHash], sha256);
}

/** appendAll adds entries that are committed together, and works out the root once. */
export function appendAll(frontier: Frontier, leafHashes: readonly Uint8Array[], sha256: Sha256): Appended {
  const roots = [...frontier.roots];
  const nodes: StoredNode[] = [];
  let { size } = frontier;
  let position = nodeCount(size);
  for (const leafHash of leafHashes) {
    let hash = leafHash;
    nodes.push({ position: position++, hash });
    // Each bit set at the low end of the size is a perfect subtree that this entry completes to twice its width.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = roots.pop();
      if (left === undefined) throw new RangeError('frontier does not fit its size');
      hash = nodeHash(left, hash, sha256);
      nodes.push({ position: position++, hash });
    }
    roots.push(hash);
    size++;
  }
  return { frontier: { size, roots }, nodes, root: joinRoots(roots, sha256) };
}
