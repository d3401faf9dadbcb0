import type { Uuid } from '@azukari/domain';
import type { Opener } from './sealed.ts';
import type { Statements } from './statements.ts';

/** PersonRow is what a query reads of a resident to say who it is. */
interface PersonRow {
  readonly name: string;
  readonly kana: string;
  readonly room: string;
}

/** Person is a resident as lists name her. */
export interface Person extends PersonRow {
  readonly id: Uuid;
}

/** residentOf opens who a resident is. */
export function residentOf(sealed: Opener, id: Uuid, { name, kana, room }: PersonRow): Person {
  return {
    id,
    name: sealed.open('resident.name', id, name),
    kana: sealed.open('resident.kana', id, kana),
    room: sealed.open('resident.room', id, room),
  };
}

/** namesOf are the names of a facility's people by id. */
export async function namesOf(
  sql: Statements,
  table: 'resident' | 'staff' | 'contact',
  facilityId: Uuid,
): Promise<ReadonlyMap<Uuid, string>> {
  const rows = await sql.all<{ id: Uuid; name: string }>(`SELECT id, name FROM ${table} WHERE facility_id = ?`, [
    facilityId,
  ]);
  return new Map(rows.map(({ id, name }) => [id, sql.sealed.open(`${table}.name`, id, name)]));
}

/** PlaceRow is a place where things lie: a pouch may bear the name of the one whose things are in it. */
export interface PlaceRow {
  readonly id: Uuid;
  readonly parent: Uuid | null;
  readonly kind: 'locker' | 'drawer' | 'pouch';
  readonly label: string;
  readonly retired: number;
}

/** placesOf reads the places of a facility in their order. */
export async function placesOf(sql: Statements, facilityId: Uuid): Promise<readonly PlaceRow[]> {
  const rows = await sql.all<PlaceRow>(
    'SELECT id, parent_id AS parent, kind, label, retired FROM storage WHERE facility_id = ? ORDER BY position',
    [facilityId],
  );
  return rows.map((row) => ({ ...row, label: sql.sealed.open('storage.label', row.id, row.label) }));
}
