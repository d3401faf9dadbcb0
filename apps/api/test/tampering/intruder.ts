import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { appendAll, EMPTY_FRONTIER, frontierRoot, leafHash, signCheckpoint, utf8 } from '@azukari/domain';
import type { Frontier, Leaf, LogName } from '@azukari/domain';
import { sha256 } from '../../src/ledger/crypto.ts';
import { Keys } from '../../src/ledger/keys.ts';

type Keyed = Record<string, unknown>;

/** Intruder has the machine: the database file without its guards, the key, and all the time in the world. */
export class Intruder {
  readonly db: BetterSqlite3.Database;
  readonly folder: string;
  readonly log: number;
  readonly name: LogName;

  constructor(folder: string, facilityId: string) {
    this.folder = folder;
    this.db = new BetterSqlite3(join(folder, 'azukari.sqlite'));
    const row = this.db.prepare("SELECT id, name FROM log WHERE facility_id = ? AND kind = 'custody'").get(facilityId);
    ({ id: this.log, name: this.name } = row as { id: number; name: LogName });
  }

  /** unguarded lifts every guard while it works, and puts each back as it was. */
  unguarded(work: () => void): void {
    const guards = this.db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
    this.db.pragma('foreign_keys = OFF');
    for (const { name } of guards as { name: string }[]) this.db.exec(`DROP TRIGGER ${name}`);
    work();
    for (const { sql } of guards as { sql: string }[]) this.db.exec(sql);
    this.db.pragma('wal_checkpoint(TRUNCATE)');
    this.db.close();
  }

  run(sql: string, ...values: readonly unknown[]): void {
    if (this.db.prepare(sql).run(...values).changes === 0) throw new Error(`changed nothing: ${sql}`);
  }

  /** seqOf is the number of the n-th entry of a type. */
  seqOf(type: string, n = 0): number {
    const row = this.db
      .prepare('SELECT seq FROM log_leaf WHERE log = ? AND type = ? ORDER BY seq LIMIT 1 OFFSET ?')
      .get(this.log, type, n);
    return (row as { seq: number }).seq;
  }

  body(seq: number): string {
    return (
      this.db.prepare('SELECT body FROM log_leaf WHERE log = ? AND seq = ?').get(this.log, seq) as { body: string }
    ).body;
  }

  /** edit writes another text over an entry's. */
  edit(seq: number, change: (body: string) => string): void {
    const body = this.body(seq);
    if (change(body) === body) throw new Error('the same text');
    this.run('UPDATE log_leaf SET body = ? WHERE log = ? AND seq = ?', change(body), this.log, seq);
  }

  /** cut takes away all entries from a number on, and what belongs to them. */
  cut(from: number, size = this.size()): void {
    this.run('DELETE FROM log_leaf WHERE log = ? AND seq >= ?', this.log, from);
    this.db.prepare('DELETE FROM private_field WHERE log = ? AND seq >= ?').run(this.log, from);
    if (from >= size) throw new Error('nothing to cut');
  }

  size(): number {
    return (this.db.prepare('SELECT size FROM log_head WHERE log = ?').get(this.log) as { size: number }).size;
  }

  forgetCheckpoints(from = 0): void {
    this.run('DELETE FROM log_checkpoint WHERE log = ? AND size > ?', this.log, from);
  }

  /** rebuild makes hashes, columns, nodes and head fit the texts as they stand now; with the key, every checkpoint is signed anew. */
  rebuild(keys: Keys | null = null): void {
    const leaves = this.db.prepare('SELECT seq, body FROM log_leaf WHERE log = ? ORDER BY seq').all(this.log);
    const signed = this.db.prepare('SELECT size FROM log_checkpoint WHERE log = ?').pluck().all(this.log) as number[];
    this.db.prepare('DELETE FROM log_node WHERE log = ?').run(this.log);
    let frontier: Frontier = EMPTY_FRONTIER;
    let highest = '';
    for (const { seq, body } of leaves as { seq: number; body: string }[]) {
      const hash = leafHash(utf8(body), sha256);
      const leaf = JSON.parse(body) as Leaf;
      this.run(
        'UPDATE log_leaf SET hash = ?, type = ?, recorded_at = ?, actor = ?, item = ?, resident = ?, prior = ?, corrects = ?, command = ?, part = ? WHERE log = ? AND seq = ?',
        hash,
        leaf.type,
        leaf.recordedAt,
        leaf.actor,
        leaf.item,
        leaf.resident,
        leaf.prior,
        leaf.corrects,
        leaf.command,
        leaf.part,
        this.log,
        seq,
      );
      if (leaf.recordedAt > highest) highest = leaf.recordedAt;
      const next = appendAll(frontier, [hash], sha256);
      for (const node of next.nodes)
        this.run('INSERT INTO log_node (log, pos, hash) VALUES (?, ?, ?)', this.log, node.position, node.hash);
      frontier = next.frontier;
      if (keys && signed.includes(frontier.size)) this.sign(keys, frontier);
    }
    const packed = Buffer.concat(frontier.roots);
    this.run(
      'UPDATE log_head SET size = ?, root = ?, frontier = ?, highest_at = ? WHERE log = ?',
      frontier.size,
      frontierRoot(frontier, sha256),
      packed,
      highest,
      this.log,
    );
  }

  /** keys are the server's own, as they lie on its disk. */
  keys(): Keys {
    return new Keys(join(this.folder, 'keys'));
  }

  private sign(keys: Keys, frontier: Frontier): void {
    const root = frontierRoot(frontier, sha256);
    const note = signCheckpoint({ log: this.name, size: frontier.size, root }, [keys.signer(this.name)]);
    this.run('UPDATE log_checkpoint SET note = ? WHERE log = ? AND size = ?', note, this.log, frontier.size);
  }
}

/** withKeys is an entry's text with other keys, written as it has to be. */
export function withKeys(body: string, change: Keyed): string {
  const value = { ...(JSON.parse(body) as Keyed), ...change };
  return JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));
}
