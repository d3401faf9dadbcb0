import { coverPositions, equalBytes, leafHash, position, rootOf, utf8 } from '@azukari/domain';
import type { LogKind, Uuid } from '@azukari/domain';
import type { Config } from '../config.ts';
import type { Statements } from '../database/statements.ts';
import { AnchorFile } from '../ledger/anchor-file.ts';
import { firstStale } from '../ledger/check-items.ts';
import { firstBroken } from '../ledger/check-log.ts';
import { Continuity } from '../ledger/continuity.ts';
import { sha256 } from '../ledger/crypto.ts';
import type { Head } from '../ledger/head.ts';
import { Keys } from '../ledger/keys.ts';
import { nodeReader } from '../ledger/nodes.ts';
import type { Finding } from './finding.ts';

type Log = Omit<Head, 'frontier' | 'highestAt'> & { readonly facilityId: Uuid; readonly kind: LogKind };

const LOGS = `SELECT log.id AS id, log.name AS name, facility_id AS "facilityId", kind, size, root
  FROM log JOIN log_head ON log_head.log = log.id ORDER BY log.id`;

/**
 * lookAtRecord says of every log whether its end fits its root and whether it continues what was signed outside of the database; with
 * `all` it works every entry and every item out anew. The first log that does not hold is the finding.
 */
export async function lookAtRecord(
  sql: Statements,
  config: Config,
  { all }: { readonly all: boolean },
): Promise<Finding> {
  const keys = new Keys(config.keysFolder);
  const continuity = new Continuity(keys, new AnchorFile(config), config.anchorsFolder);
  let entries = 0;
  for (const log of await sql.all<Log>(LOGS)) {
    entries += log.size;
    const broken = (await notContinued(sql, log, continuity)) ?? (await flawOf(sql, log, all));
    if (broken !== null) return broken;
  }
  return { kind: all ? 'ledger-whole' : 'ledger-joined', entries };
}

async function notContinued(sql: Statements, log: Log, continuity: Continuity): Promise<Finding | null> {
  // A node that is missing is no beginning of anything either.
  const standing = await continuity.standingOf(sql, log).catch(() => null);
  if (standing?.kind === 'continues') return null;
  const signed = standing?.kind === 'gap' ? standing.givenUp.size : log.size;
  return { kind: 'ledger-cut', log: log.kind, entries: log.size, signed };
}

async function flawOf(sql: Statements, log: Log, all: boolean): Promise<Finding | null> {
  const atOnce = (): Promise<void> => Promise.resolve();
  const broken = all ? await firstBroken(sql, log, atOnce) : (await endFits(sql, log)) ? null : log.size - 1;
  const entry = broken ?? (all && log.kind === 'custody' ? await firstStale(sql, log, atOnce) : null);
  return entry === null ? null : { kind: 'ledger-broken', log: log.kind, entry };
}

/** The stored nodes make the root of the head, and the newest entry is the last of them. */
async function endFits(sql: Statements, { id, size, root }: Log): Promise<boolean> {
  const newest = await sql.get<{ seq: number; body: string }>(
    'SELECT seq, body FROM log_leaf WHERE log = ? ORDER BY seq DESC LIMIT 1',
    [id],
  );
  if (newest?.seq !== size - 1) return false;
  const last = position(0, newest.seq);
  const read = await nodeReader(sql, id, [last, ...coverPositions({ lo: 0, hi: size })]);
  try {
    return equalBytes(rootOf(size, read, sha256), root) && equalBytes(read(last), leafHash(utf8(newest.body), sha256));
  } catch {
    // A node that is missing.
    return false;
  }
}
