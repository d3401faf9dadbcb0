import { addDays, tokyoTime } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import { namesOf } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';
import { readHead } from '../ledger/head.ts';
import { numbersWithin } from '../ledger/period.ts';
import { wordsOf } from '../ledger/told-entries.ts';
import { bookRows } from './book-rows.ts';
import type { KnownRow } from './book-rows.ts';
import { entriesSinceOuting } from './entries.ts';
import type { Scope } from './form-data.ts';
import type { KnownItem } from './paper-items.ts';
import type { Book } from './paper/sheet.ts';

/** Period is of Japanese days, both included. */
export interface Period {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Items whose entries are read at once: of a long period each may have hundreds. */
const CHUNK = 20;

/**
 * readBook reads the 出し入れ記録簿 of a period: what went out or came back in it, and what else happened to an item. It reads on to
 * the newest entry, for a line of the period may be corrected, or ended, long after it.
 */
export async function readBook(
  sql: Statements,
  facilityId: Uuid,
  period: Period,
  { items, residents }: Scope,
): Promise<{ readonly book: Book; readonly residentIds: readonly Uuid[] }> {
  const rows = await readRows(sql, facilityId, period, items);
  const shown = new Set(rows.map(({ itemId }) => itemId));
  const residentIds = [
    ...new Set(items.flatMap(({ id, residentId }) => (shown.has(id) && residentId !== null ? [residentId] : []))),
  ];
  return {
    book: { ...period, rows: rows.map(({ itemId: _, ...row }) => row) },
    residentIds: residentIds.length === 0 ? (residents ?? []).map(({ id }) => id) : residentIds,
  };
}

/** readRows reads the lines of a period that still know their items. */
export async function readRows(
  sql: Statements,
  facilityId: Uuid,
  { from, to }: Period,
  items: readonly KnownItem[],
): Promise<readonly KnownRow[]> {
  const head = await readHead(sql, facilityId, 'custody');
  if (!head) throw new Error(`facility ${facilityId} has no custody log`);
  const [begin, end] = [tokyoTime(from, '00:00'), tokyoTime(addDays(to, 1), '00:00')];
  const within = (at: string | undefined): boolean => at !== undefined && begin <= at && at < end;
  const { first } = await numbersWithin(sql, head, { from: begin });
  const names = await namesOf(sql, 'resident', facilityId);
  const rows: KnownRow[] = [];
  for (let at = 0; at < items.length; at += CHUNK) {
    const some = items.slice(at, at + CHUNK);
    const entries = await entriesSinceOuting(
      sql,
      head.id,
      first,
      some.map(({ id }) => id),
    );
    const words = await wordsOf(sql, head.id, entries);
    const byItem = Map.groupBy(entries, ({ item }) => item);
    for (const item of some) {
      const name = item.residentId === null ? null : (names.get(item.residentId) ?? null);
      const lines = bookRows(item, name, byItem.get(item.id) ?? [], words);
      rows.push(...lines.filter(({ at, out }) => within(at) || within(out?.back?.at)));
    }
  }
  return rows.sort((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1));
}
