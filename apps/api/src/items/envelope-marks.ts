import type { EntryFacts, EnvelopeSender, ItemKind, Uuid } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';

/** Marks are what was said of an envelope from outside. */
export interface Marks {
  readonly from: EnvelopeSender;
  readonly expected: readonly ItemKind[];
}

/** keepMarks remembers the newest entry that says who sent an envelope. */
export async function keepMarks(
  sql: Statements,
  itemId: Uuid | null,
  { from, expected }: EntryFacts<'envelope.marked'>,
): Promise<void> {
  await sql.run('DELETE FROM envelope WHERE item_id = ?', [itemId]);
  await sql.run('INSERT INTO envelope (item_id, sender, expected) VALUES (?, ?, ?)', [
    itemId,
    from,
    JSON.stringify(expected ?? []),
  ]);
}

/** marksOf reads what was said of these envelopes; one of which nothing was said is not among them. */
export async function marksOf(sql: Statements, itemIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Marks>> {
  if (itemIds.length === 0) return new Map();
  const rows = await sql.all<{ itemId: Uuid; from: EnvelopeSender; expected: string }>(
    `SELECT item_id AS "itemId", sender AS "from", expected FROM envelope WHERE item_id IN (${places(itemIds.length)})`,
    itemIds,
  );
  return new Map(
    rows.map(({ itemId, from, expected }) => [itemId, { from, expected: JSON.parse(expected) as ItemKind[] }]),
  );
}
