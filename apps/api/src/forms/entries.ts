import { parseLeaf } from '@azukari/domain';
import type { Leaf, Uuid } from '@azukari/domain';
import { by, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';

/** tellingEntries are the first entry of each item, the newest return that was not cancelled, what was noted since, and the end. */
export async function tellingEntries(
  sql: Statements,
  log: number,
  ids: readonly Uuid[],
  ends: readonly number[],
): Promise<readonly Leaf[]> {
  const first = await sql.all<Found>(
    `SELECT body FROM log_leaf ${by(sql, 'log_leaf_item')} WHERE log = ? AND item IN (${places(ids.length)}) AND COALESCE(prior, -1) = -1`,
    [log, ...ids],
  );
  const returns = await sql.all<Found>(
    `SELECT (SELECT back.body ${newest(sql, 'back', 'item.checked-in')}) AS body FROM item WHERE item.id IN (${places(ids.length)})`,
    [log, ...ids],
  );
  const noted = await sql.all<Found>(
    `SELECT (SELECT noted.body ${newest(sql, 'noted', 'item.condition-noted')}) AS body FROM item WHERE item.id IN (${places(ids.length)})`,
    [log, ...ids],
  );
  const last =
    ends.length === 0
      ? []
      : await sql.all<Found>(`SELECT body FROM log_leaf WHERE log = ? AND seq IN (${places(ends.length)})`, [
          log,
          ...ends,
        ]);
  return [...first, ...returns, ...noted, ...last].flatMap(leafOf).sort((a, b) => a.seq - b.seq);
}

/** entriesSinceOuting are those of each item from its last check-out before this number on; all where it was never out. */
export async function entriesSinceOuting(
  sql: Statements,
  log: number,
  before: number,
  ids: readonly Uuid[],
): Promise<readonly Leaf[]> {
  const outing = newest(sql, 'out', 'item.checked-out', 'AND COALESCE(out.prior, -1) < ? AND out.seq < ?');
  // A cross join keeps SQLite from asking for the outing once for each entry.
  const rows = await sql.all<Found>(
    `SELECT leaf.body AS body FROM item CROSS JOIN log_leaf leaf ${by(sql, 'log_leaf_item')}
       WHERE leaf.log = ? AND leaf.item = item.id AND item.id IN (${places(ids.length)})
         AND COALESCE(leaf.prior, -1) >= COALESCE((SELECT COALESCE(out.prior, -1) ${outing}), -1)`,
    [log, ...ids, log, before, before],
  );
  return rows.flatMap(leafOf).sort((a, b) => a.seq - b.seq);
}

/** The newest entry of a type of `item` that nobody took back; an item's entries are found in their order by what came before each. */
function newest(sql: Statements, name: string, type: Leaf['type'], more = ''): string {
  return `FROM log_leaf ${name} ${by(sql, 'log_leaf_item')}
    WHERE ${name}.log = ? AND ${name}.item = item.id AND ${name}.type = '${type}' ${more}
      AND NOT EXISTS (SELECT 1 FROM log_leaf undo ${by(sql, 'log_leaf_corrects')}
        WHERE undo.log = ${name}.log AND undo.corrects = ${name}.seq AND undo.type = 'entry.cancelled')
    ORDER BY COALESCE(${name}.prior, -1) DESC LIMIT 1`;
}

interface Found {
  readonly body: string | null;
}

/** An entry is read from the text that was hashed. */
function leafOf({ body }: Found): readonly Leaf[] {
  if (body === null) return [];
  const parsed = parseLeaf(body);
  if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
  return [parsed.leaf];
}
