import type { CountDisposition, CountStage, Difference, Instant, ItemKind, Uuid } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { storageAt } from '../items/openings.ts';
import { differencesOf, expectedOf, openCount, readCountRows } from './count-rows.ts';
import { lyingIn, readDrawers } from './drawers.ts';

interface Person {
  readonly id: Uuid;
  readonly name: string;
}

/** NamedPlace is a drawer or a pouch by its labels from the locker down; without id it is what has no recorded place. */
export interface NamedPlace {
  readonly id: Uuid | null;
  readonly path: string;
}

/** JoinedDifference is a difference that a 照合 found, with its answer once it has one. */
export interface JoinedDifference {
  readonly side: Difference['side'];
  readonly place: NamedPlace;
  readonly kind: ItemKind;
  readonly as: CountDisposition | null;
  readonly itemId: Uuid | null;
  readonly by: Person | null;
  readonly at: Instant | null;
}

/** JoinedCount is a count that was made for a 照合. */
export interface JoinedCount {
  readonly id: Uuid;
  readonly drawer: Uuid | null;
  readonly stage: CountStage;
  readonly countedBy: Person;
  readonly owner: Person;
  readonly startedAt: Instant;
  readonly closedAt: Instant | null;
  readonly expected: number | null;
  readonly seen: number | null;
  readonly differences: readonly JoinedDifference[];
}

/** joinedCounts are the counts of a 照合 with what differed. */
export async function joinedCounts(
  sql: Statements,
  facilityId: Uuid,
  reconciliationId: Uuid,
): Promise<readonly JoinedCount[]> {
  const drawers = await readDrawers(sql, facilityId);
  const rows = await readCountRows(sql, facilityId, 'reconciliation_id = ? ORDER BY started_seq', [reconciliationId]);
  const counts: JoinedCount[] = [];
  for (const { id, place, stage, startedAt, closedAt, expected, seen, ...row } of rows) {
    const differences = (await differencesOf(sql, id)).map(
      ({ side, storage, kind, settledAs: as, itemId, by, at }) => ({
        side,
        kind,
        as,
        itemId,
        by,
        at,
        place: drawers.named(storage),
      }),
    );
    const [countedBy, owner] = [
      { id: row.countedBy, name: row.countedName },
      { id: row.ownerId, name: row.ownerName },
    ];
    counts.push({
      id,
      stage,
      countedBy,
      owner,
      startedAt,
      closedAt,
      expected,
      seen,
      differences,
      drawer: storageAt(place),
    });
  }
  return counts;
}

/** expectedIn are the items that these counts expected. */
export async function expectedIn(sql: Statements, counts: readonly JoinedCount[]): Promise<ReadonlySet<Uuid>> {
  const all = [];
  for (const { id } of counts) all.push(...(await expectedOf(sql, id)));
  return new Set(all.map(({ itemId }) => itemId));
}

/** DrawerToCount is a drawer of the safe; what has no recorded place needs nobody's look while nothing is recorded there. */
export interface DrawerToCount extends NamedPlace {
  readonly optional: boolean;
  /** A count of it that has not ended, whatever for. */
  readonly open: { readonly id: Uuid; readonly owner: Person } | null;
}

/** drawersToCount are all drawers of the safe. */
export async function drawersToCount(sql: Statements, facilityId: Uuid): Promise<readonly DrawerToCount[]> {
  const drawers = await readDrawers(sql, facilityId);
  const listed: DrawerToCount[] = [];
  for (const drawer of drawers.countable()) {
    const open = await openCount(sql, facilityId, drawer);
    listed.push({
      ...drawers.named(drawer),
      optional: drawer === null && (await lyingIn(sql, facilityId, drawers, null)).length === 0,
      open: open && { id: open.id, owner: { id: open.ownerId, name: open.ownerName } },
    });
  }
  return listed;
}

/** placesOfAll tells of every place of a facility its path and the drawer in which it stands. */
export async function placesOfAll(
  sql: Statements,
  facilityId: Uuid,
): Promise<(storage: Uuid | null) => { readonly place: NamedPlace; readonly drawer: NamedPlace }> {
  const drawers = await readDrawers(sql, facilityId);
  return (storage) => ({ place: drawers.named(storage), drawer: drawers.named(drawers.of(storage)) });
}

/** confirmJoined lets whoever closes a 照合 be the second person of its counts, and answers which of them waited for one. */
export async function confirmJoined(
  sql: Statements,
  counts: readonly JoinedCount[],
  staffId: Uuid,
): Promise<readonly Uuid[]> {
  const waiting = counts.filter(({ stage }) => stage === 'awaited').map(({ id }) => id);
  if (waiting.length > 0)
    await sql.run(`UPDATE blind_count SET stage = 'closed', second_id = ? WHERE id IN (${places(waiting.length)})`, [
      staffId,
      ...waiting,
    ]);
  return waiting;
}
