import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Acknowledged is what an appender was told of entries that are kept: the SHA-256 of each in hex, by its number. */
export type Acknowledged = ReadonlyMap<number, string>;

interface Leaf {
  readonly seq: number;
  readonly body: string;
  readonly hash: Buffer;
}

/**
 * faultsIn says in words what is wrong with the record of a folder: nothing, when the file is sound, no number is missing, each hash and
 * the root are those of the texts, and all that was acknowledged stands there unchanged.
 */
export function faultsIn(folder: string, acknowledged: Acknowledged): readonly string[] {
  const db = new Database(join(folder, 'azukari.sqlite'));
  try {
    const sound = db.pragma('integrity_check', { simple: true });
    if (sound !== 'ok') return ['the file is not sound'];
    const broken = db.pragma('foreign_key_check') as readonly unknown[];
    return [...(broken.length > 0 ? ['a row refers to nothing'] : []), ...faultsOf(db, acknowledged)];
  } finally {
    db.close();
  }
}

function faultsOf(db: Database.Database, acknowledged: Acknowledged): readonly string[] {
  const head = "SELECT id, size, root FROM log JOIN log_head ON log = id WHERE kind = 'custody'";
  const log = db.prepare<[], { id: number; size: number; root: Buffer }>(head).get();
  if (!log) return ['there is no record'];
  const leaves = db
    .prepare<[number], Leaf>('SELECT seq, body, hash FROM log_leaf WHERE log = ? ORDER BY seq')
    .all(log.id);
  const hashes = leaves.map(({ body }) => sha256(Buffer.of(0), Buffer.from(body)));
  const wrong: Readonly<Record<string, boolean>> = {
    'the head counts other entries than there are': log.size !== leaves.length,
    'a number is missing': leaves.some(({ seq }, n) => seq !== n),
    'a hash is not that of its text': leaves.some(({ hash }, n) => !hashes[n]?.equals(hash)),
    'the root is not that of the entries': !treeOf(hashes).equals(log.root),
    'what was acknowledged is lost or altered': [...acknowledged].some(
      ([seq, hash]) => hashes[seq]?.toString('hex') !== hash,
    ),
  };
  return Object.keys(wrong).filter((words) => wrong[words]);
}

/** RFC 6962 §2.1 by its own recursion: nothing of the ledger's code judges itself. */
function treeOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined || leaves.length === 1) return only ?? sha256();
  const half = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return sha256(Buffer.of(1), treeOf(leaves.slice(0, half)), treeOf(leaves.slice(half)));
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
