import { EMPTY_FRONTIER, append } from '../frontier.ts';
import { leafHash } from '../tree.ts';
import type { ReadNode } from '../tree.ts';
import { sha256 } from './crypto.ts';

/** storeOf appends the leaves one by one to a store that keeps each node once and refuses to be read where nothing is. */
export function storeOf(leaves: readonly Uint8Array[]): {
  readonly nodes: readonly Uint8Array[];
  readonly read: ReadNode;
} {
  const nodes: Uint8Array[] = [];
  let frontier = EMPTY_FRONTIER;
  for (const leaf of leaves) {
    const appended = append(frontier, leafHash(leaf, sha256), sha256);
    for (const { position, hash } of appended.nodes) {
      if (position !== nodes.length) throw new Error(`gap at ${nodes.length}: ${position}`);
      nodes.push(hash);
    }
    frontier = appended.frontier;
  }
  return { nodes, read: readOnly(nodes) };
}

/** readOnly reads a list of nodes and throws outside of it; with `allowed`, outside of those positions as well. */
export function readOnly(nodes: readonly Uint8Array[], allowed?: readonly number[]): ReadNode {
  return (position) => {
    const hash = nodes[position];
    if (hash === undefined || (allowed && !allowed.includes(position))) throw new Error(`no node ${position}`);
    return hash;
  };
}

/** leavesOf are `count` small different leaves. */
export function leavesOf(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => Buffer.from(`leaf ${i}`));
}
