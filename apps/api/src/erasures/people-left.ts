import { dayInTokyo } from '@azukari/domain';
import type { CalendarDay, ErasedKind, ErasureFacts, Instant, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { heldPeople } from './erasure-rows.ts';
import type { PersonMeant } from './erasure-rows.ts';

/** KnownPerson is somebody whose words are there, with what stands in the way of erasing them. */
export interface KnownPerson extends ErasureFacts {
  readonly kind: ErasedKind;
  readonly personId: Uuid;
  readonly name: string;
  /** Of a contact: whose. */
  readonly residentId: Uuid | null;
}

interface Row {
  readonly id: Uuid;
  readonly name: string;
  readonly leftOn: CalendarDay | null;
  readonly removedAt: Instant | null;
  readonly residentId: Uuid | null;
  readonly items: number;
  readonly openLosses: number;
}

const NOTHING = '0 AS items, 0 AS "openLosses"';
const OF_RESIDENT = (place: string): string =>
  `(SELECT COUNT(*) FROM item WHERE item.resident_id = resident.id AND place ${place})`;

/** What is missing is looked for, and what has ended is in nobody's hands. */
const SELECTED: Readonly<Record<ErasedKind, string>> = {
  resident: `SELECT id, name, left_on AS "leftOn", NULL AS "removedAt", NULL AS "residentId",
    ${OF_RESIDENT("IN ('stored', 'out')")} AS items, ${OF_RESIDENT("= 'missing'")} AS "openLosses" FROM resident`,
  contact: `SELECT id, name, NULL AS "leftOn", removed_at AS "removedAt", resident_id AS "residentId", ${NOTHING} FROM contact`,
  staff: `SELECT id, name, left_on AS "leftOn", NULL AS "removedAt", NULL AS "residentId",
    (SELECT COUNT(*) FROM item WHERE item.facility_id = staff.facility_id AND place = 'out' AND state LIKE '%"staff:' || staff.id || '"%') AS items,
    0 AS "openLosses" FROM staff`,
};

const LEFT: Readonly<Record<ErasedKind, string>> = {
  resident: 'left_on IS NOT NULL',
  contact: 'removed_at IS NOT NULL',
  staff: 'left_on IS NOT NULL',
};

/** peopleLeft are those of one kind who left and whose words are still there. Whose words were erased has no name. */
export async function peopleLeft(sql: Statements, facilityId: Uuid, kind: ErasedKind): Promise<KnownPerson[]> {
  const rows = await sql.all<Row>(`${SELECTED[kind]} WHERE facility_id = ? AND ${LEFT[kind]}`, [facilityId]);
  const held = await heldPeople(sql, facilityId);
  return rows.map((row) => known(sql, kind, row, held)).filter(({ name }) => name !== '');
}

/** personMeant is one person; undefined where there is none in this facility, or her words are gone already. */
export async function personMeant(
  sql: Statements,
  { facilityId, kind, personId }: PersonMeant,
): Promise<KnownPerson | undefined> {
  const row = await sql.get<Row>(`${SELECTED[kind]} WHERE facility_id = ? AND id = ?`, [facilityId, personId]);
  if (!row) return undefined;
  const person = known(sql, kind, row, await heldPeople(sql, facilityId));
  return person.name === '' ? undefined : person;
}

function known(
  { sealed }: Statements,
  kind: ErasedKind,
  { id, name, leftOn, removedAt, residentId, items, openLosses }: Row,
  held: ReadonlySet<Uuid>,
): KnownPerson {
  return {
    kind,
    personId: id,
    name: sealed.open(`${kind}.name`, id, name),
    residentId,
    leftOn: removedAt === null ? leftOn : dayInTokyo(removedAt),
    items,
    openLosses,
    onHold: held.has(id),
  };
}
