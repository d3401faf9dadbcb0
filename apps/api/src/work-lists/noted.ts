import type { ApplicationNoted, CalendarDay, MovingInNoted, Uuid } from '@azukari/domain';
import { residentOf } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';

/** Living is somebody who lives here, with what was noted about her. */
export interface Living {
  readonly resident: { readonly id: Uuid; readonly name: string; readonly kana: string; readonly room: string };
  readonly birthDate: CalendarDay | null;
  readonly admittedOn: CalendarDay | null;
  readonly movingIn: MovingInNoted | null;
  readonly application: ApplicationNoted | null;
  /** The numbers of the entries of both notes, 0 where there is none. */
  readonly versions: { readonly movingIn: number; readonly application: number };
}

/** Versioned is a note with the number of its entry. */
export type Versioned<N> = N & { readonly version: number };

interface Row extends MovingInNoted, Omit<ApplicationNoted, 'ground' | 'address'> {
  readonly id: Uuid;
  readonly name: string;
  readonly kana: string;
  readonly room: string;
  readonly birthDate: string | null;
  readonly admittedOn: CalendarDay | null;
  readonly moving: Uuid | null;
  readonly ground: ApplicationNoted['ground'] | null;
  readonly movingInVersion: number;
  readonly applicationVersion: number;
}

/** livingResidents reads who lives here on a day, or one of them. */
export async function livingResidents(
  sql: Statements,
  facilityId: Uuid,
  today: CalendarDay,
  residentId?: Uuid,
): Promise<readonly Living[]> {
  const rows = await sql.all<Row>(
    `SELECT resident.id AS id, name, kana, room, birth_date AS "birthDate", admitted_on AS "admittedOn",
       moving_in.resident_id AS moving, address, moved_on AS "movedOn", notice_given_on AS "noticeGivenOn", card_continued_on AS "cardContinuedOn",
       ground, applicant, by_proxy AS "byProxy", applied_on AS "appliedOn", arrived_on AS "arrivedOn", renews, noted_on AS "notedOn",
       COALESCE(moving_in.version, 0) AS "movingInVersion", COALESCE(application.version, 0) AS "applicationVersion"
     FROM resident
       LEFT JOIN moving_in ON moving_in.facility_id = resident.facility_id AND moving_in.resident_id = resident.id
       LEFT JOIN application ON application.facility_id = resident.facility_id AND application.resident_id = resident.id
     WHERE resident.facility_id = ? AND (left_on IS NULL OR left_on >= ?) ${residentId === undefined ? '' : 'AND resident.id = ?'}`,
    residentId === undefined ? [facilityId, today] : [facilityId, today, residentId],
  );
  return rows.map((row) => ({
    resident: residentOf(sql.sealed, row.id, row),
    birthDate: sql.sealed.open('resident.birth_date', row.id, row.birthDate),
    admittedOn: row.admittedOn,
    movingIn: row.moving === null ? null : movingInOf(row),
    application: row.ground === null ? null : applicationOf({ ...row, ground: row.ground }),
    versions: { movingIn: row.movingInVersion, application: row.applicationVersion },
  }));
}

function movingInOf({ address, movedOn, noticeGivenOn, cardContinuedOn }: MovingInNoted): MovingInNoted {
  return { address, movedOn, noticeGivenOn, cardContinuedOn };
}

function applicationOf(row: ApplicationNoted): ApplicationNoted {
  const { ground, applicant, byProxy, appliedOn, arrivedOn, renews, notedOn } = row;
  return { ground, applicant, byProxy, appliedOn, arrivedOn, renews, notedOn };
}

/** keepMovingIn keeps the newest note. */
export function keepMovingIn(
  sql: Statements,
  facilityId: Uuid,
  residentId: Uuid,
  { address, movedOn, noticeGivenOn, cardContinuedOn, version }: Versioned<MovingInNoted>,
): Promise<unknown> {
  return sql.run(
    `INSERT INTO moving_in (facility_id, resident_id, address, moved_on, notice_given_on, card_continued_on, version)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (facility_id, resident_id) DO UPDATE SET address = excluded.address, moved_on = excluded.moved_on,
       notice_given_on = excluded.notice_given_on, card_continued_on = excluded.card_continued_on,
       version = excluded.version`,
    [facilityId, residentId, address, movedOn, noticeGivenOn, cardContinuedOn, version],
  );
}

/** keepApplication keeps the newest note. */
export function keepApplication(
  sql: Statements,
  facilityId: Uuid,
  residentId: Uuid,
  { ground, applicant, byProxy, appliedOn, arrivedOn, renews, notedOn, version }: Versioned<ApplicationNoted>,
): Promise<unknown> {
  return sql.run(
    `INSERT INTO application (facility_id, resident_id, ground, applicant, by_proxy, applied_on, arrived_on, renews, noted_on, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (facility_id, resident_id) DO UPDATE SET ground = excluded.ground, applicant = excluded.applicant,
       by_proxy = excluded.by_proxy, applied_on = excluded.applied_on, arrived_on = excluded.arrived_on,
       renews = excluded.renews, noted_on = excluded.noted_on, version = excluded.version`,
    [facilityId, residentId, ground, applicant, byProxy, appliedOn, arrivedOn, renews, notedOn, version],
  );
}

/** dropApplication forgets the note; that it was there stands in the ledger. */
export function dropApplication(sql: Statements, facilityId: Uuid, residentId: Uuid): Promise<unknown> {
  return sql.run('DELETE FROM application WHERE facility_id = ? AND resident_id = ?', [facilityId, residentId]);
}
