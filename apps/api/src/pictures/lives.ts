import { CUSTODY_TYPES, liveSteps, parseLeaf } from '@azukari/domain';
import type { HistoryEntry, LiveStep, Uuid } from '@azukari/domain';
import { by, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { breathe } from '../event-loop.ts';
import { readHead } from '../ledger/ledger.ts';
import type { Head } from '../ledger/ledger.ts';

/** Life is all that the record says of where one item was, as it is read today. */
export interface Life {
  readonly itemId: Uuid;
  readonly history: readonly HistoryEntry[];
  readonly steps: readonly LiveStep[];
}

const AT_ONCE = 20;
const TYPES = [...CUSTODY_TYPES, 'entry.amended', 'entry.cancelled'];

/** custodyLog is the head of a facility's log of movements. */
export async function custodyLog(sql: Statements, facilityId: Uuid): Promise<Head> {
  const head = await readHead(sql, facilityId, 'custody');
  if (!head) throw new Error(`facility ${facilityId} has no custody log`);
  return head;
}

/** livesOf reads the lives of some items one by one, in the order of their ids: together they can be the whole record. */
export async function* livesOf(sql: Statements, log: number, itemIds: readonly Uuid[]): AsyncGenerator<Life> {
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
      yield { itemId, history, steps: liveSteps(history) };
    }
  }
}

function entryOf(body: string): HistoryEntry {
  const parsed = parseLeaf(body);
  if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
  return parsed.leaf;
}
