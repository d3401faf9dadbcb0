import type BetterSqlite3 from 'better-sqlite3';
import { openCheckpoint } from '@azukari/domain';
import type { Instant, LogKind, LogName, Uuid } from '@azukari/domain';
import { schemaOf } from '../database/sqlite-assertions.ts';
import type { Statements } from '../database/statements.ts';
import type { AnchorNote } from '../ledger/kept-outside.ts';
import { firstStale } from '../ledger/check-items.ts';
import { firstBroken } from '../ledger/check-log.ts';
import { continues } from '../ledger/continues.ts';
import { verifyEd25519 } from '../ledger/crypto.ts';
import type { Keys } from '../ledger/keys.ts';

/** Flaw is what is wrong with a copy of the database: its pages, its references, its tables, its record, its caches, or that it is another. */
export type Flaw = 'pages' | 'references' | 'schema' | 'record' | 'items' | 'outside';

/** CopiedLog is a log as it stands in a copy. */
export interface CopiedLog {
  readonly id: number;
  readonly name: LogName;
  readonly facilityId: Uuid;
  readonly facilityName: string;
  readonly kind: LogKind;
  readonly size: number;
  readonly root: Uint8Array;
  readonly highestAt: Instant;
}

/** Expected is what a copy is held against. */
export interface Expected {
  /** The tables and guards of the original; null where that is not known. */
  readonly schema: string | null;
  /** Signed checkpoints that are kept outside of the original. */
  readonly outside: readonly AnchorNote[];
  /** The keys that came with the copy. */
  readonly keys: Keys;
}

/** readLogs reads the logs of a copy. */
export function readLogs(sql: Statements): Promise<readonly CopiedLog[]> {
  return sql.all<CopiedLog>(
    `SELECT log.id AS id, log.name AS name, facility_id AS "facilityId", facility.name AS "facilityName", kind, size, root,
       highest_at AS "highestAt"
     FROM log JOIN log_head ON log_head.log = log.id JOIN facility ON facility.id = log.facility_id ORDER BY log.id`,
  );
}

/** flawOf works a copy out anew as the server does with its own record; null when it can be relied upon. */
export async function flawOf(
  copy: BetterSqlite3.Database,
  sql: Statements,
  { schema, outside, keys }: Expected,
): Promise<Flaw | null> {
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok') return 'pages';
  if ((copy.pragma('foreign_key_check') as readonly unknown[]).length > 0) return 'references';
  if (schema !== null && schemaOf(copy) !== schema) return 'schema';
  for (const log of await readLogs(sql)) {
    if ((await firstBroken(sql, log, atOnce)) !== null) return 'record';
    if (log.kind === 'custody' && (await firstStale(sql, log, atOnce)) !== null) return 'items';
    for (const { note } of outside.filter((anchor) => anchor.log === log.name)) {
      const opened = openCheckpoint(note, [keys.verifier(log.name)], verifyEd25519);
      if (!opened.ok || !(await continues(sql, log, opened.checkpoint))) return 'outside';
    }
  }
  return null;
}

const atOnce = (): Promise<void> => Promise.resolve();
