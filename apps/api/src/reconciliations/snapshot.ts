import { firstOf, seenOf, tokyoTime } from '@azukari/domain';
import type {
  Custody,
  CustodyState,
  Disposition,
  Instant,
  ItemKind,
  Month,
  Purpose,
  Seen,
  Uuid,
} from '@azukari/domain';
import { expectedIn } from '../counts/counts.joined.ts';
import type { JoinedCount } from '../counts/counts.joined.ts';
import { residentOf } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';
import { placeOf, storageAt } from '../items/openings.ts';

/** Totals is what the record has of the whole facility when the safe is counted; `ended` since the month began. */
export interface Totals {
  readonly stored: number;
  /** Of those in the safe, the ones of kinds that nobody counts. */
  readonly notCounted: number;
  readonly out: number;
  readonly held: number;
  readonly missing: number;
  readonly ended: number;
}

/** KeptItem is what a 照合 keeps of one item: where the record had it, with whom, and whether it was seen. */
export interface KeptItem {
  readonly itemId: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly resident: { readonly id: Uuid; readonly name: string; readonly kana: string; readonly room: string } | null;
  readonly place: Custody['at'];
  readonly held: boolean;
  readonly storage: Uuid | null;
  readonly seen: Seen;
  readonly since: Instant;
  readonly holderName: string | null;
  readonly purpose: Purpose | null;
  readonly disposition: Disposition | null;
  readonly printedExpiresOn: string | null;
}

/** keepSnapshot keeps with a 照合 what the record has of every item at this moment, and of each that ended since the month began. */
export async function keepSnapshot(
  sql: Statements,
  { id, facilityId, month }: { readonly id: Uuid; readonly facilityId: Uuid; readonly month: Month },
  counts: readonly JoinedCount[],
): Promise<void> {
  const expected = await expectedIn(sql, counts);
  const answers = new Map(
    counts
      .flatMap(({ differences }) => differences)
      .flatMap(({ itemId, as }) => (itemId === null ? [] : [[itemId, as]])),
  );
  const rows = await sql.all<{
    id: Uuid;
    kind: ItemKind;
    place: Custody['at'];
    held: number;
    storage: Uuid | null;
    holder: string | null;
    expires: string | null;
    state: string;
  }>(
    `SELECT id, kind, place, held, storage_id AS storage, holder_name AS holder, printed_expires_on AS expires, state
     FROM item WHERE facility_id = ? AND (place <> 'ended' OR last_at >= ?) ORDER BY id`,
    [facilityId, tokyoTime(firstOf(month), '00:00')],
  );
  const { sealed } = sql;
  for (const { id: itemId, kind, place, held, storage, holder, expires, state } of rows) {
    const { custody } = JSON.parse(state) as CustodyState;
    const opened = sealed.open('item.holder_name', itemId, holder);
    const looked = { expected: expected.has(itemId), answer: answers.get(itemId) ?? null };
    await sql.run(
      `INSERT INTO reconciled_item (reconciliation_id, item_id, place, held, storage, seen, since, holder_name, purpose, disposition,
         printed_expires_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        itemId,
        place,
        held,
        placeOf(storage),
        seenOf({ kind, stored: place === 'stored' }, looked),
        custody.since,
        custody.at === 'out' ? sealed.close('reconciled_item.holder_name', [id, itemId], opened) : null,
        custody.at === 'out' ? custody.purpose : null,
        custody.at === 'ended' ? custody.disposition : null,
        expires,
      ],
    );
  }
}

/** totalsOf counts what a 照合 kept. */
export async function totalsOf(sql: Statements, reconciliationId: Uuid): Promise<Totals> {
  const rows = await sql.all<{ place: Custody['at']; held: number; seen: Seen; n: number }>(
    'SELECT place, held, seen, COUNT(*) AS n FROM reconciled_item WHERE reconciliation_id = ? GROUP BY place, held, seen',
    [reconciliationId],
  );
  const sum = (holds: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(holds).reduce((all, { n }) => all + n, 0);
  return {
    stored: sum(({ place }) => place === 'stored'),
    notCounted: sum(({ seen }) => seen === 'not-counted'),
    out: sum(({ place }) => place === 'out'),
    held: sum(({ place, held }) => place === 'stored' && held === 1),
    missing: sum(({ place }) => place === 'missing'),
    ended: sum(({ place }) => place === 'ended'),
  };
}

/** keptItems are the items that a 照合 kept, in the order of the rooms. */
export async function keptItems(sql: Statements, reconciliationId: Uuid): Promise<readonly KeptItem[]> {
  const rows = await sql.all<
    Omit<KeptItem, 'resident' | 'held' | 'storage'> & {
      readonly held: number;
      readonly storage: string;
      readonly residentId: Uuid | null;
      readonly name: string | null;
      readonly kana: string | null;
      readonly room: string | null;
    }
  >(
    `SELECT item_id AS "itemId", item.kind AS kind, label, reconciled_item.place AS place, reconciled_item.held AS held,
       reconciled_item.storage AS storage, seen, since, reconciled_item.holder_name AS "holderName", purpose, disposition,
       reconciled_item.printed_expires_on AS "printedExpiresOn", resident.id AS "residentId", resident.name AS name, resident.kana AS kana, resident.room AS room
     FROM reconciled_item JOIN item ON item.id = item_id LEFT JOIN resident ON resident.id = item.resident_id
     WHERE reconciliation_id = ? ORDER BY item_id`,
    [reconciliationId],
  );
  const rooms = new Intl.Collator('ja', { numeric: true });
  return rows
    .map(({ held, storage, residentId, name, kana, room, ...row }) => ({
      ...row,
      label: sql.sealed.open('item.label', row.itemId, row.label),
      holderName: sql.sealed.open('reconciled_item.holder_name', [reconciliationId, row.itemId], row.holderName),
      held: held === 1,
      storage: storageAt(storage),
      resident:
        residentId === null || name === null || kana === null || room === null
          ? null
          : residentOf(sql.sealed, residentId, { name, kana, room }),
    }))
    .sort(
      (a, b) =>
        rooms.compare(a.resident?.room ?? '', b.resident?.room ?? '') ||
        rooms.compare(a.resident?.kana ?? '', b.resident?.kana ?? '') ||
        rooms.compare(a.kind, b.kind),
    );
}
