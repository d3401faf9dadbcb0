import { appendAll, EMPTY_FRONTIER, equalBytes, leafHash, nodeCount, opens, utf8 } from '@azukari/domain';
import type { Digests, Frontier, Leaf, Opening, StoredNode } from '@azukari/domain';
import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { breathe } from '../event-loop.ts';
import { sha256 } from './crypto.ts';
import { openedFields } from './private-fields.ts';
import { RARE_TYPE } from './leaf-indexes.ts';
import type { Head } from './ledger.ts';

/** The columns that lists are made from. What they say is in the leaf as well. */
const COLUMNS = ['type', 'recordedAt', 'actor', 'item', 'resident', 'prior', 'corrects', 'command', 'part'] as const;

type StoredField = Opening & { readonly seq: number };
type StoredLeaf = Readonly<Pick<Leaf, (typeof COLUMNS)[number] | 'seq'>> & {
  readonly body: string;
  readonly hash: Uint8Array;
  readonly digests: string | null;
};

const SLICE = 50;

/**
 * firstBroken works a log out anew from its stored texts and answers the number of the first entry that is missing, or whose text,
 * words, columns or nodes are not those that were recorded; null when all of it fits the head. Between two slices it rests.
 */
export async function firstBroken(
  sql: Statements,
  head: Pick<Head, 'id' | 'size' | 'root'>,
  rest: () => Promise<void>,
): Promise<number | null> {
  const erased = await erasures(sql, head.id);
  let frontier: Frontier = EMPTY_FRONTIER;
  let root: Uint8Array = new Uint8Array();
  while (frontier.size < head.size) {
    const range = [head.id, frontier.size, Math.min(frontier.size + SLICE, head.size)] as const;
    const leaves = await sql.all<StoredLeaf>(LEAVES, range);
    const fields = Map.groupBy(await sql.all<StoredField>(FIELDS, range), ({ seq }) => seq);
    const hashes: Uint8Array[] = [];
    for (let seq = range[1]; seq < range[2]; seq++) {
      await breathe();
      const leaf = leaves[hashes.length];
      const sealed = fields.get(seq) ?? [];
      const own = openedFields(sql, head.id, sealed);
      if (leaf?.seq !== seq || own.length < sealed.length || !fits(leaf, own, erased.get(seq))) return seq;
      hashes.push(leaf.hash);
    }
    const appended = appendAll(frontier, hashes, sha256);
    const stored = await sql.all<{ pos: number; hash: Uint8Array }>(NODES, [head.id, ...range.slice(1).map(nodeCount)]);
    const wrong = appended.nodes.find((node, n) => !isStored(node, stored[n]));
    if (wrong) return entryOf(wrong, range[1]);
    ({ frontier, root } = appended);
    await rest();
  }
  const beyond = await sql.get<{ seq: number | null }>(BEYOND, [head.id]);
  return beyond?.seq ?? (equalBytes(root, head.root) ? null : head.size - 1);
}

const LEAVES = `SELECT seq, body, hash, digests, type, recorded_at AS "recordedAt", actor, item, resident, prior, corrects, command, part
  FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? ORDER BY seq`;
const FIELDS = 'SELECT seq, field, r, value FROM private_field WHERE log = ? AND seq >= ? AND seq < ?';
const NODES = 'SELECT pos, hash FROM log_node WHERE log = ? AND pos >= ? AND pos < ? ORDER BY pos';
/** Entries that the head does not know: its end was put back. One statement, because the log may be growing. */
const BEYOND = `SELECT MIN(seq) AS seq FROM log_leaf WHERE log = ? AND seq >= (SELECT size FROM log_head WHERE log_head.log = log_leaf.log)`;

/** Words may be missing only where an entry says that they were erased. */
async function erasures(sql: Statements, log: number): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const rows = await sql.all<{ body: string }>(
    `SELECT body FROM log_leaf ${by(sql, 'log_leaf_type')} WHERE log = ? AND ${RARE_TYPE} AND type = 'privacy.erased'`,
    [log],
  );
  const erased = new Map<number, Set<string>>();
  for (const { body } of rows) {
    const { facts } = JSON.parse(body) as Extract<Leaf, { type: 'privacy.erased' }>;
    for (const seq of facts.entries) erased.set(seq, new Set([...(erased.get(seq) ?? []), ...facts.fields]));
  }
  return erased;
}

function fits(stored: StoredLeaf, fields: readonly StoredField[], erased: ReadonlySet<string> | undefined): boolean {
  if (!equalBytes(leafHash(utf8(stored.body), sha256), stored.hash)) return false;
  // The hash is the one in the tree, or the nodes will tell; so the text is one that we wrote.
  const leaf = JSON.parse(stored.body) as Leaf;
  if (COLUMNS.some((column) => leaf[column] !== stored[column])) return false;
  const digests = stored.digests === null ? null : (JSON.parse(stored.digests) as Digests);
  const openings = fields.map(({ field, r, value }) => ({ field, r, value }));
  const opened = opens({ private: leaf.private, digests, openings }, sha256);
  return opened.ok && opened.erased.every((field) => erased?.has(field));
}

function isStored(node: StoredNode, stored: { readonly pos: number; readonly hash: Uint8Array } | undefined): boolean {
  return stored?.pos === node.position && equalBytes(stored.hash, node.hash);
}

/** The entry that made a node. */
function entryOf({ position }: StoredNode, from: number): number {
  let seq = from;
  while (nodeCount(seq + 1) <= position) seq++;
  return seq;
}
