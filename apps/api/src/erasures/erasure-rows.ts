import type { ErasedKind, ErasureGround, Instant, Uuid } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';

/** PersonMeant is of whom something is to be erased, by ids alone. */
export interface PersonMeant {
  readonly facilityId: Uuid;
  readonly kind: ErasedKind;
  readonly personId: Uuid;
}

/** ErasureRow is an erasure that was asked for, and what became of it. */
export interface ErasureRow extends PersonMeant {
  readonly id: Uuid;
  readonly ground: ErasureGround;
  readonly askedBy: Uuid;
  readonly askedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly confirmedBy: Uuid | null;
  readonly confirmedAt: Instant | null;
}

const COLUMNS = `id, facility_id AS "facilityId", kind, person_id AS "personId", ground, asked_by AS "askedBy", asked_at AS "askedAt",
  withdrawn_at AS "withdrawnAt", confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt"`;

/** readErasures are all erasures of a facility, or of all of them; the newest first. */
export function readErasures(sql: Statements, facilityId: Uuid | null): Promise<ErasureRow[]> {
  const own = facilityId === null ? '' : 'WHERE facility_id = ?';
  return sql.all<ErasureRow>(
    `SELECT ${COLUMNS} FROM erasure ${own} ORDER BY asked_at DESC, id`,
    facilityId === null ? [] : [facilityId],
  );
}

/** readErasure is one erasure of a facility. */
export function readErasure(sql: Statements, facilityId: Uuid, id: Uuid): Promise<ErasureRow | undefined> {
  return sql.get<ErasureRow>(`SELECT ${COLUMNS} FROM erasure WHERE facility_id = ? AND id = ?`, [facilityId, id]);
}

/** insertErasure writes an erasure down. */
export async function insertErasure(sql: Statements, row: ErasureRow): Promise<void> {
  await sql.run(
    `INSERT INTO erasure (id, facility_id, kind, person_id, ground, asked_by, asked_at, withdrawn_at, confirmed_by, confirmed_at)
     VALUES (${places(10)})`,
    [
      row.id,
      row.facilityId,
      row.kind,
      row.personId,
      row.ground,
      row.askedBy,
      row.askedAt,
      row.withdrawnAt,
      row.confirmedBy,
      row.confirmedAt,
    ],
  );
}

/** heldPeople are those of whom nothing may be erased for now. */
export async function heldPeople(sql: Statements, facilityId: Uuid): Promise<ReadonlySet<Uuid>> {
  const rows = await sql.all<{ id: Uuid }>('SELECT person_id AS id FROM erasure_hold WHERE facility_id = ?', [
    facilityId,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** holdPerson says that nothing of somebody's may be erased for now, or that it may again; false when it stood so already. */
export async function holdPerson(
  sql: Statements,
  { facilityId, personId }: PersonMeant,
  hold: boolean,
): Promise<boolean> {
  const held = (await heldPeople(sql, facilityId)).has(personId);
  if (held === hold) return false;
  await sql.run(
    hold
      ? 'INSERT INTO erasure_hold (facility_id, person_id) VALUES (?, ?)'
      : 'DELETE FROM erasure_hold WHERE facility_id = ? AND person_id = ?',
    [facilityId, personId],
  );
  return true;
}
