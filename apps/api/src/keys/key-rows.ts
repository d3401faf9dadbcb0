import type { CalendarDay, Instant, KeyReceiver, LockerKey, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { LEVEL_TODAY } from '../session/level-today.ts';

/** keysKept says whether a facility records who has which key; unless it said so, it does not. */
export async function keysKept(sql: Statements, facilityId: Uuid): Promise<boolean> {
  return (
    (await sql.get<{ kept: number }>('SELECT kept FROM key_policy WHERE facility_id = ?', [facilityId]))?.kept === 1
  );
}

/** keepKeys notes whether a facility records who has which key. */
export async function keepKeys(sql: Statements, facilityId: Uuid, kept: boolean): Promise<void> {
  await sql.run(
    `INSERT INTO key_policy (facility_id, kept) VALUES (?, ?) ON CONFLICT (facility_id) DO UPDATE SET kept = excluded.kept`,
    [facilityId, kept ? 1 : 0],
  );
}

interface KeyRow {
  readonly storageId: Uuid;
  readonly retired: number;
  readonly holderId: Uuid | null;
  readonly name: string | null;
  readonly since: Instant | null;
}

/** readLockerKeys reads the keys of a facility's lockers in their order; that of a locker no longer used while somebody still has it. */
export async function readLockerKeys(sql: Statements, facilityId: Uuid): Promise<readonly LockerKey[]> {
  const rows = await sql.all<KeyRow>(
    `SELECT storage.id AS "storageId", retired, holder_id AS "holderId", staff.name AS name, since
     FROM storage LEFT JOIN locker_key ON locker_key.storage_id = storage.id LEFT JOIN staff ON staff.id = holder_id
     WHERE storage.facility_id = ? AND kind = 'locker' AND (retired = 0 OR holder_id IS NOT NULL) ORDER BY position`,
    [facilityId],
  );
  return rows.map(({ storageId, retired, holderId, name, since }) => ({
    storageId,
    retired: retired === 1,
    holder:
      holderId === null || name === null
        ? null
        : { staffId: holderId, name: sql.sealed.open('staff.name', holderId, name) },
    since,
  }));
}

/** moveKey keeps with whom a key is now. */
export async function moveKey(
  sql: Statements,
  facilityId: Uuid,
  { storageId, to, since }: { readonly storageId: Uuid; readonly to: Uuid | null; readonly since: Instant },
): Promise<void> {
  await sql.run(
    `INSERT INTO locker_key (storage_id, facility_id, holder_id, since) VALUES (?, ?, ?, ?)
     ON CONFLICT (storage_id) DO UPDATE SET holder_id = excluded.holder_id, since = excluded.since`,
    [storageId, facilityId, to, since],
  );
}

/** readReceivers reads who works here, with the level of a day. */
export async function readReceivers(
  sql: Statements,
  facilityId: Uuid,
  on: CalendarDay,
): Promise<readonly KeyReceiver[]> {
  const rows = await sql.all<KeyReceiver & { readonly kana: string }>(
    `SELECT id AS "staffId", name, kana, role, ${LEVEL_TODAY} AS level FROM staff WHERE facility_id = ? AND left_on IS NULL`,
    [on, on, facilityId],
  );
  return rows
    .map(({ staffId, name, kana, role, level }) => ({
      person: { staffId, name: sql.sealed.open('staff.name', staffId, name), role, level },
      kana: sql.sealed.open('staff.kana', staffId, kana),
    }))
    .sort((one, other) => one.kana.localeCompare(other.kana, 'ja'))
    .map(({ person }) => person);
}
