import type { ItemKind, ListedItem, Look, Uuid } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { storageAt } from '../items/openings.ts';
import type { Drawers } from './drawers.ts';

/** Several items are named in one statement, but no statement names more. */
const AT_ONCE = 200;

/** listOf is the list of a count that goes by one, with what was said of each item so far. */
export async function listOf(sql: Statements, countId: Uuid): Promise<readonly ListedItem[]> {
  const rows = await sql.all<{ itemId: Uuid; place: string; kind: ItemKind; there: number | null }>(
    'SELECT item_id AS "itemId", place, kind, there FROM count_expected WHERE count_id = ? ORDER BY item_id',
    [countId],
  );
  return rows.map(({ itemId, place, kind, there }) => ({
    itemId,
    kind,
    storage: storageAt(place),
    there: there === null ? null : there === 1,
  }));
}

/** keepLooks keeps what was said of items of a list. */
export async function keepLooks(sql: Statements, countId: Uuid, { there, missing }: Look): Promise<void> {
  for (const [ids, said] of [
    [there, 1],
    [missing, 0],
  ] as const)
    for (const some of parts(ids))
      await sql.run(`UPDATE count_expected SET there = ? WHERE count_id = ? AND item_id IN (${places(some.length)})`, [
        said,
        countId,
        ...some,
      ]);
}

/** leftIn are the items of a list that lie in a drawer and that nobody has looked for in a count that ended, for each drawer. */
export async function leftIn(
  sql: Statements,
  facilityId: Uuid,
  drawers: Drawers,
): Promise<ReadonlyMap<Uuid | null, number>> {
  const rows = await sql.all<{ storage: Uuid | null }>(
    `SELECT storage_id AS storage FROM listed_item JOIN item ON item.id = item_id
     WHERE listed_item.facility_id = ? AND item.place = 'stored'`,
    [facilityId],
  );
  const left = new Map<Uuid | null, number>();
  for (const { storage } of rows) left.set(drawers.of(storage), (left.get(drawers.of(storage)) ?? 0) + 1);
  return left;
}

/** noteListed notes that a list brought these items: nobody has looked for them yet. */
export async function noteListed(sql: Statements, facilityId: Uuid, itemId: Uuid): Promise<void> {
  await sql.run('INSERT INTO listed_item (item_id, facility_id) VALUES (?, ?)', [itemId, facilityId]);
}

/** forgetListed: what a count that ended went by has been looked for. */
export async function forgetListed(sql: Statements, countId: Uuid): Promise<void> {
  await sql.run('DELETE FROM listed_item WHERE item_id IN (SELECT item_id FROM count_expected WHERE count_id = ?)', [
    countId,
  ]);
}

function parts(ids: readonly Uuid[]): readonly (readonly Uuid[])[] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) => ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
}
