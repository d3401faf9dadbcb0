import { addDays, tokyoTime } from '@azukari/domain';
import type { CalendarDay, Leaf, Uuid } from '@azukari/domain';
import { sealed } from '../database/sealed.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Scope } from './form-data.ts';
import { bookRows } from './book-rows.ts';
import { leafOf, logOf, wordsOf } from './paper-items.ts';
import type { KnownItem } from './paper-items.ts';
import type { Book } from './paper/sheet.ts';

const CHUNK = 400;

/** readBook reads the 出し入れ記録簿 of a period: what went out or came back in it, and what else happened to an item. */
export async function readBook(
  sql: Statements,
  facilityId: Uuid,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
  { items, residents }: Scope,
): Promise<{ readonly book: Book; readonly residentIds: readonly Uuid[] }> {
  const log = await logOf(sql, facilityId);
  const [begin, end] = [tokyoTime(from, '00:00'), tokyoTime(addDays(to, 1), '00:00')];
  const entries = await entriesSince(sql, log, begin, items);
  const words = await wordsOf(
    sql,
    log,
    entries.map(({ seq }) => seq),
  );
  const byItem = new Map<Uuid, Leaf[]>();
  for (const entry of entries)
    if (entry.item !== null) byItem.set(entry.item, [...(byItem.get(entry.item) ?? []), entry]);
  const names = await residentNames(sql, facilityId);
  const within = (at: string | undefined): boolean => at !== undefined && begin <= at && at < end;
  const rows = items
    .flatMap((item) =>
      bookRows(
        item,
        item.residentId === null ? null : (names.get(item.residentId) ?? null),
        byItem.get(item.id) ?? [],
        words,
      ),
    )
    .filter(({ at, out }) => within(at) || within(out?.back?.at))
    .sort((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1));
  const shown = new Set(rows.map(({ itemId }) => itemId));
  const residentIds = [
    ...new Set(items.flatMap(({ id, residentId }) => (shown.has(id) && residentId !== null ? [residentId] : []))),
  ];
  return {
    book: { from, to, rows: rows.map(({ itemId: _, ...row }) => row) },
    residentIds: residentIds.length === 0 ? (residents ?? []).map(({ id }) => id) : residentIds,
  };
}

/**
 * The entries that a period needs: all recorded since it began (a late entry is never recorded before the moment it speaks
 * of), and of each item what followed its last check-out before.
 */
async function entriesSince(
  sql: Statements,
  log: number,
  begin: string,
  items: readonly KnownItem[],
): Promise<readonly Leaf[]> {
  const bodies: string[] = [];
  for (let at = 0; at < items.length; at += CHUNK) {
    const ids = items.slice(at, at + CHUNK).map(({ id }) => id);
    const since = await sql.all<{ body: string }>(
      `SELECT body FROM log_leaf WHERE log = ? AND item IN (${places(ids.length)}) AND recorded_at >= ?`,
      [log, ...ids, begin],
    );
    const before = await sql.all<{ body: string }>(
      `SELECT leaf.body AS body FROM log_leaf leaf JOIN (
         SELECT item, MAX(seq) AS seq FROM log_leaf WHERE log = ? AND item IN (${places(ids.length)}) AND type = 'item.checked-out' AND recorded_at < ? GROUP BY item
       ) last ON last.item = leaf.item WHERE leaf.log = ? AND leaf.seq >= last.seq AND leaf.recorded_at < ?`,
      [log, ...ids, begin, log, begin],
    );
    bodies.push(...[...since, ...before].map(({ body }) => body));
  }
  return bodies.map(leafOf).sort((a, b) => a.seq - b.seq);
}

async function residentNames(sql: Statements, facilityId: Uuid): Promise<ReadonlyMap<Uuid, string>> {
  const rows = await sql.all<{ id: Uuid; name: string }>('SELECT id, name FROM resident WHERE facility_id = ?', [
    facilityId,
  ]);
  return new Map(rows.map(({ id, name }) => [id, sealed.open(name)]));
}
