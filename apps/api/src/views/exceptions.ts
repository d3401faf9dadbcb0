import { exceptionsIn, parseLeaf } from '@azukari/domain';
import type { CalendarDay, EntryFacts, Instant, Role, Uuid, View, ViewCase, ViewFacts } from '@azukari/domain';
import { by as byIndex } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { RARE_TYPE } from '../ledger/leaf-indexes.ts';
import { headOf, readViews, readWork } from './view-rows.ts';

/** Found is who looked at whom in a quarter, and what of it is an exception. */
export interface Found {
  readonly views: readonly View[];
  readonly cases: readonly ViewCase[];
}

/** findExceptions judges the views of a quarter by what the record knows of the people. */
export async function findExceptions(sql: Statements, facilityId: Uuid, quarter: CalendarDay): Promise<Found> {
  const views = await readViews(sql, facilityId, quarter);
  const [left, appointed, roles] = [
    await leavings(sql, facilityId),
    await appointments(sql, facilityId),
    await roleChanges(sql, facilityId),
  ];
  const staffIds = [...new Set(views.map(({ staffId }) => staffId))];
  const worked = Map.groupBy(await readWork(sql, facilityId, quarter, staffIds), ({ staffId }) => staffId);
  const facts: ViewFacts = {
    leftOn: (residentId) => left.get(residentId) ?? null,
    isAppointed: (staffId, on) =>
      (appointed.get(staffId) ?? []).some(({ from, to }) => from <= on && (to === null || on <= to)),
    roleAt: (staffId, at) => {
      const own = roles.get(staffId) ?? [];
      return (own.findLast((change) => change.at <= at) ?? own[0])?.role ?? 'floor';
    },
    hasWorked: (staffId, from, to) => (worked.get(staffId) ?? []).some(({ at }) => from <= at && at < to),
  };
  return { views, cases: exceptionsIn(views, facts) };
}

async function leavings(sql: Statements, facilityId: Uuid): Promise<ReadonlyMap<Uuid, CalendarDay>> {
  const rows = await sql.all<{ id: Uuid; leftOn: CalendarDay }>(
    'SELECT id, left_on AS "leftOn" FROM resident WHERE facility_id = ? AND left_on IS NOT NULL',
    [facilityId],
  );
  return new Map(rows.map(({ id, leftOn }) => [id, leftOn]));
}

interface Appointed {
  readonly staffId: Uuid;
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
}

async function appointments(sql: Statements, facilityId: Uuid): Promise<ReadonlyMap<Uuid, readonly Appointed[]>> {
  const rows = await sql.all<Appointed>(
    'SELECT staff_id AS "staffId", from_day AS "from", to_day AS "to" FROM appointment WHERE facility_id = ?',
    [facilityId],
  );
  return Map.groupBy(rows, ({ staffId }) => staffId);
}

interface RoleChange {
  readonly staffId: Uuid;
  readonly at: Instant;
  readonly role: Role;
}

/** Roles as of then stand in the record alone. */
async function roleChanges(sql: Statements, facilityId: Uuid): Promise<ReadonlyMap<Uuid, readonly RoleChange[]>> {
  const { id } = await headOf(sql, facilityId, 'custody');
  const rows = await sql.all<{ body: string }>(
    `SELECT body FROM log_leaf ${byIndex(sql, 'log_leaf_type')}
     WHERE log = ? AND ${RARE_TYPE} AND type IN ('staff.added', 'staff.changed') ORDER BY seq`,
    [id],
  );
  const changes = rows.map(({ body }): RoleChange => {
    const parsed = parseLeaf(body);
    if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
    const { staff, role } = parsed.leaf.facts as EntryFacts<'staff.added'>;
    return { staffId: staff, at: parsed.leaf.recordedAt, role };
  });
  return Map.groupBy(changes, ({ staffId }) => staffId);
}
