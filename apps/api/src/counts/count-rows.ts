import type { Count, CountDisposition, CountStage, Difference, Instant, ItemKind, Lying, Uuid } from '@azukari/domain';
import { DEFAULT_COUNT_POLICY } from '@azukari/domain';
import type { CountPolicy } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { placeOf, storageAt } from '../items/openings.ts';

/** CountRow is a count as it is kept. */
export interface CountRow {
  readonly id: Uuid;
  readonly place: string;
  readonly stage: CountStage;
  readonly countedBy: Uuid;
  readonly countedName: string;
  readonly ownerId: Uuid;
  readonly ownerName: string;
  readonly startedAt: Instant;
  readonly startedSeq: number;
  readonly expected: number | null;
  readonly seen: number | null;
  readonly closedAt: Instant | null;
  readonly secondId: Uuid | null;
  readonly secondName: string | null;
  readonly differences: number;
  readonly recounted: number;
  readonly listed: number;
  /** The 照合 for which it counts, if any: whoever closes that is its second person. */
  readonly reconciliationId: Uuid | null;
}

/** KeptDifference is a difference with its answer. */
export interface KeptDifference extends Difference {
  readonly itemId: Uuid | null;
  readonly by: { readonly id: Uuid; readonly name: string } | null;
  readonly at: Instant | null;
}

const COUNT = `SELECT blind_count.id AS id, place, stage, counted_by AS "countedBy", counter.name AS "countedName", owner_id AS "ownerId",
    owner.name AS "ownerName", started_at AS "startedAt", started_seq AS "startedSeq", expected, seen, closed_at AS "closedAt",
    second_id AS "secondId", second.name AS "secondName", reconciliation_id AS "reconciliationId", recounted, listed,
    (SELECT COUNT(*) FROM count_difference WHERE count_id = blind_count.id) AS differences
  FROM blind_count JOIN staff counter ON counter.id = counted_by JOIN staff owner ON owner.id = owner_id
    LEFT JOIN staff second ON second.id = second_id`;

/** readCountRows reads the counts that a condition names, in its order. */
export async function readCountRows(
  sql: Statements,
  facilityId: Uuid,
  where: string,
  values: readonly (string | number)[] = [],
): Promise<readonly CountRow[]> {
  const rows = await sql.all<CountRow>(`${COUNT} WHERE blind_count.facility_id = ? AND ${where}`, [
    facilityId,
    ...values,
  ]);
  return rows.map((row) => ({
    ...row,
    countedName: sql.sealed.open('staff.name', row.countedBy, row.countedName),
    ownerName: sql.sealed.open('staff.name', row.ownerId, row.ownerName),
    secondName: sql.sealed.open('staff.name', row.secondId, row.secondName),
  }));
}

/** ownCount reads one count; one that is unknown or of another facility is not found. */
export async function ownCount(sql: Statements, facilityId: Uuid, id: Uuid): Promise<CountRow> {
  const [row] = await readCountRows(sql, facilityId, 'blind_count.id = ?', [id]);
  if (!row) throw new Refused({ kind: 'not-found' });
  return row;
}

/** openCount is the count of a drawer that has not ended. */
export async function openCount(sql: Statements, facilityId: Uuid, drawer: Uuid | null): Promise<CountRow | null> {
  const open = await readCountRows(sql, facilityId, `place = ? AND stage IN ('counting', 'entered')`, [
    placeOf(drawer),
  ]);
  return open[0] ?? null;
}

/** countOf is a count as the rules need it. */
export function countOf({ ownerId, ownerName, recounted, listed, ...row }: CountRow): Count {
  const { id, stage, countedBy, startedAt } = row;
  const owner = { staffId: ownerId, name: ownerName };
  return { id, stage, countedBy, owner, startedAt, recounted: recounted === 1, listed: listed === 1 };
}

/** NewCount is a count that begins. */
export interface NewCount {
  readonly id: Uuid;
  readonly facilityId: Uuid;
  readonly drawer: Uuid | null;
  readonly staffId: Uuid;
  readonly startedAt: Instant;
  readonly startedSeq: number;
  readonly reconciliationId?: Uuid | null;
  readonly listed?: boolean;
}

/** insertCount keeps a count that begins, with what is expected. */
export async function insertCount(sql: Statements, count: NewCount, expected: readonly Lying[]): Promise<void> {
  const { id, facilityId, drawer, staffId, startedAt, startedSeq } = count;
  await sql.run(
    `INSERT INTO blind_count (id, facility_id, place, stage, counted_by, owner_id, started_at, started_seq, reconciliation_id, listed)
     VALUES (?, ?, ?, 'counting', ?, ?, ?, ?, ?, ?)`,
    [
      id,
      facilityId,
      placeOf(drawer),
      staffId,
      staffId,
      startedAt,
      startedSeq,
      count.reconciliationId ?? null,
      count.listed === true ? 1 : 0,
    ],
  );
  for (const { itemId, storage, kind } of expected)
    await sql.run('INSERT INTO count_expected (count_id, item_id, place, kind) VALUES (?, ?, ?, ?)', [
      id,
      itemId,
      placeOf(storage),
      kind,
    ]);
}

/** deleteCount forgets a count of which nothing was said. */
export async function deleteCount(sql: Statements, id: Uuid): Promise<void> {
  await sql.run('DELETE FROM count_expected WHERE count_id = ?', [id]);
  await sql.run('DELETE FROM blind_count WHERE id = ?', [id]);
}

/** beginAnew forgets what was entered; that it was stays in the record. */
export async function beginAnew(sql: Statements, id: Uuid): Promise<void> {
  await sql.run('DELETE FROM count_difference WHERE count_id = ?', [id]);
  await sql.run(`UPDATE blind_count SET stage = 'counting', expected = NULL, seen = NULL, recounted = 1 WHERE id = ?`, [
    id,
  ]);
}

/** expectedOf is what a count expected when it began. */
export async function expectedOf(sql: Statements, countId: Uuid): Promise<readonly Lying[]> {
  const rows = await sql.all<{ itemId: Uuid; place: string; kind: ItemKind }>(
    'SELECT item_id AS "itemId", place, kind FROM count_expected WHERE count_id = ? ORDER BY item_id',
    [countId],
  );
  return rows.map(({ itemId, place, kind }) => ({ itemId, storage: storageAt(place), kind }));
}

/** insertDifferences keeps how what was seen differs. */
export async function insertDifferences(
  sql: Statements,
  countId: Uuid,
  differences: readonly Difference[],
): Promise<void> {
  for (const { n, side, storage, kind } of differences)
    await sql.run('INSERT INTO count_difference (count_id, n, side, place, kind) VALUES (?, ?, ?, ?, ?)', [
      countId,
      n,
      side,
      placeOf(storage),
      kind,
    ]);
}

/** differencesOf reads the differences of a count with their answers. */
export async function differencesOf(sql: Statements, countId: Uuid): Promise<readonly KeptDifference[]> {
  const rows = await sql.all<{
    n: number;
    side: Difference['side'];
    place: string;
    kind: ItemKind;
    settledAs: CountDisposition | null;
    itemId: Uuid | null;
    by: Uuid | null;
    name: string | null;
    at: Instant | null;
  }>(
    `SELECT n, side, place, count_difference.kind AS kind, settled_as AS "settledAs", item_id AS "itemId", settled_by AS "by", staff.name AS name,
       settled_at AS at
     FROM count_difference LEFT JOIN staff ON staff.id = settled_by WHERE count_id = ? ORDER BY n`,
    [countId],
  );
  return rows.map(({ place, by, name, ...row }) => ({
    ...row,
    storage: storageAt(place),
    by: by === null || name === null ? null : { id: by, name: sql.sealed.open('staff.name', by, name) },
  }));
}

/** KeptPolicy is how a facility counts, with the version of what it said; 0 when it has said nothing. */
export interface KeptPolicy extends CountPolicy {
  readonly version: number;
}

/** readPolicy reads how a facility counts. */
export async function readPolicy(sql: Statements, facilityId: Uuid): Promise<KeptPolicy> {
  const row = await sql.get<{ shifts: string; second: CountPolicy['second']; version: number }>(
    'SELECT shifts, second, version FROM count_policy WHERE facility_id = ?',
    [facilityId],
  );
  if (!row) return { ...DEFAULT_COUNT_POLICY, version: 0 };
  return { shifts: JSON.parse(row.shifts) as string[], second: row.second, version: row.version };
}
