import { fold, jcs } from '@azukari/domain';
import type { CustodyState, HistoryEntry, Uuid } from '@azukari/domain';
import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { breathe } from '../event-loop.ts';
import { RARE_TYPE } from './leaf-indexes.ts';
import type { Head } from './ledger.ts';

interface ItemRow {
  readonly id: Uuid;
  readonly state: string;
  readonly place: string;
  readonly storageId: Uuid | null;
  readonly lastSeq: number;
}

const PAGE = 50;

/**
 * firstStale folds every item anew from its entries and answers the newest entry of the first whose row says something else: where it
 * is, that it exists, or that its 救急 was reviewed. null when what the screens show is what the record says.
 */
export async function firstStale(
  sql: Statements,
  log: Pick<Head, 'id' | 'size'> & { readonly facilityId: Uuid },
  rest: () => Promise<void>,
): Promise<number | null> {
  const gone = await sql.get<{ seq: number | null }>(
    `SELECT MIN(seq) AS seq FROM log_leaf ${by(sql, 'log_leaf_type')} WHERE log = ? AND ${RARE_TYPE}
       AND type IN ('item.taken-in', 'item.held-temporarily') AND seq < ? AND NOT EXISTS (SELECT 1 FROM item WHERE item.id = log_leaf.item)`,
    [log.id, log.size],
  );
  const reviewed = await sql.get<{ seq: number | null }>(
    `SELECT MIN(seq) AS seq FROM emergency WHERE facility_id = ? AND reviewed_seq < ? AND NOT EXISTS
       (SELECT 1 FROM log_leaf WHERE log = ? AND log_leaf.seq = emergency.reviewed_seq AND corrects = emergency.seq)`,
    [log.facilityId, log.size, log.id],
  );
  const first = gone?.seq ?? reviewed?.seq ?? null;
  if (first !== null) return first;
  for (let after = ''; ;) {
    const rows = await sql.all<ItemRow>(ITEMS, [log.facilityId, after, PAGE]);
    for (const row of rows) {
      await breathe();
      const seq = await staleSince(sql, log, row);
      if (seq !== null) return seq;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return null;
    after = last.id;
    await rest();
  }
}

const ITEMS = `SELECT id, state, place, storage_id AS "storageId", last_seq AS "lastSeq" FROM item
  WHERE facility_id = ? AND id > ? ORDER BY id LIMIT ?`;

/** The row was read before its entries, so that entries after its own are news, unless the head knew them already. */
async function staleSince(
  sql: Statements,
  { id: log, size }: Pick<Head, 'id' | 'size'>,
  { id, state, place, storageId, lastSeq }: ItemRow,
): Promise<number | null> {
  const leaves = await sql.all<{ seq: number; body: string }>(
    `SELECT seq, body FROM log_leaf ${by(sql, 'log_leaf_item')} WHERE log = ? AND item = ? ORDER BY seq`,
    [log, id],
  );
  const known = leaves.filter(({ seq }) => seq <= lastSeq);
  const newest = known.at(-1)?.seq;
  if (newest !== lastSeq || leaves.some(({ seq }) => seq > lastSeq && seq < size)) return newest ?? 0;
  const folded = fold(known.map(({ body }) => JSON.parse(body) as HistoryEntry));
  const { custody } = folded;
  const holds =
    place === custody.at && storageId === (custody.at === 'ended' ? null : custody.storage) && same(folded, state);
  return holds ? null : newest;
}

function same(folded: CustodyState, stored: string): boolean {
  return jcs(JSON.parse(JSON.stringify(folded))) === jcs(JSON.parse(stored));
}
