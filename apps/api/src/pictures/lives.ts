import { CUSTODY_TYPES, liveSteps, parseLeaf } from '@azukari/domain';
import type { HistoryEntry, Instant, LiveStep, Uuid } from '@azukari/domain';
import { by, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { breathe } from '../event-loop.ts';
import { readHead } from '../ledger/ledger.ts';
import type { Head } from '../ledger/ledger.ts';
import { numbersWithin } from '../ledger/period.ts';

/** Life is all that the record says of where one item was, as it is read today. */
export interface Life {
  readonly itemId: Uuid;
  readonly history: readonly HistoryEntry[];
  readonly steps: readonly LiveStep[];
}

const AT_ONCE = 100;
const TYPES = [...CUSTODY_TYPES, 'entry.amended', 'entry.cancelled'];

/** custodyLog is the head of a facility's log of movements. */
export async function custodyLog(sql: Statements, facilityId: Uuid): Promise<Head> {
  const head = await readHead(sql, facilityId, 'custody');
  if (!head) throw new Error(`facility ${facilityId} has no custody log`);
  return head;
}

/** livesOf reads the lives of some items, in the order of their ids. */
export async function livesOf(sql: Statements, log: number, itemIds: readonly Uuid[]): Promise<readonly Life[]> {
  const lives: Life[] = [];
  for (let n = 0; n < itemIds.length; n += AT_ONCE) {
    const some = itemIds.slice(n, n + AT_ONCE);
    // Each entry of an item but the first names the one before, so the order of the index is the order of its entries.
    const rows = await sql.all<{ item: Uuid; body: string }>(
      `SELECT item, body FROM log_leaf ${by(sql, 'log_leaf_item')} WHERE log = ? AND item IN (${places(some.length)})
         AND type || '' IN (${places(TYPES.length)}) ORDER BY item, COALESCE(prior, -1)`,
      [log, ...some, ...TYPES],
    );
    for (const [itemId, own] of Map.groupBy(rows, ({ item }) => item)) {
      await breathe();
      const history = own.map(({ body }) => entryOf(body));
      lives.push({ itemId, history, steps: liveSteps(history) });
    }
  }
  return lives;
}

/**
 * livesSince reads the lives of all items that can have been out or missing at some moment since: of which something was written
 * since then, or which are away now. What was entered late or put right speaks of a time before it was written.
 */
export async function livesSince(
  sql: Statements,
  facilityId: Uuid,
  since: Instant,
): Promise<{ readonly log: number; readonly lives: readonly Life[] }> {
  const head = await custodyLog(sql, facilityId);
  const { first } = await numbersWithin(sql, head, { from: since });
  const rows = await sql.all<{ id: Uuid }>(
    `SELECT item AS id FROM log_leaf WHERE log = ? AND seq >= ? AND item IS NOT NULL
     UNION SELECT id FROM item WHERE facility_id = ? AND place IN ('out', 'missing') ORDER BY id`,
    [head.id, first, facilityId],
  );
  const lives = await livesOf(
    sql,
    head.id,
    rows.map(({ id }) => id),
  );
  return { log: head.id, lives };
}

function entryOf(body: string): HistoryEntry {
  const parsed = parseLeaf(body);
  if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
  return parsed.leaf;
}
