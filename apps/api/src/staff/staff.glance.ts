import { Injectable } from '@nestjs/common';
import { confirmBy, may } from '@azukari/domain';
import type { CalendarDay, Instant, Level, Uuid } from '@azukari/domain';
import type { staffGlance } from '@azukari/contract';
import type { z } from 'zod';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Glance = z.output<typeof staffGlance>;

/** StaffGlance is what 今日 says of accounts and appointments that wait for a second person. */
@Injectable()
export class StaffGlance {
  private readonly seen = new Map<Uuid, { readonly size: number; readonly glance: Glance }>();

  constructor(private readonly database: Database) {}

  /** read answers as of a size of the record, which all of these make grow; appointments to who may confirm them. */
  async read(by: SignedIn, size: number): Promise<Glance> {
    const seen = this.seen.get(by.facilityId);
    const glance = seen?.size === size ? seen.glance : await glanceOf(this.database.reads.sql, by.facilityId);
    this.seen.set(by.facilityId, { size, glance });
    return may(by, 'confirm-appointment') ? glance : { ...glance, selfAppointments: [] };
  }
}

async function glanceOf(sql: Statements, facilityId: Uuid): Promise<Glance> {
  const waiting = await sql.all<{ id: Uuid; staffId: Uuid; name: string; level: Level; madeOn: CalendarDay }>(
    `SELECT appointment.id AS id, staff.id AS "staffId", staff.name AS name, level, made_on AS "madeOn"
     FROM self_appointment JOIN appointment ON appointment.id = appointment_id JOIN staff ON staff.id = appointment.staff_id
     WHERE self_appointment.facility_id = ? AND confirmed_by IS NULL ORDER BY made_on, appointment.id`,
    [facilityId],
  );
  const glass = await sql.get<{ usedAt: Instant | null }>(
    'SELECT used_at AS "usedAt" FROM break_glass WHERE facility_id = ?',
    [facilityId],
  );
  return {
    selfAppointments: waiting.map(({ id, staffId, name, level, madeOn }) => ({
      id,
      staff: { id: staffId, name: sql.sealed.open('staff.name', staffId, name) },
      level,
      confirmBy: confirmBy(madeOn),
    })),
    breakGlassUsedAt: glass?.usedAt ?? null,
  };
}
