import { Injectable } from '@nestjs/common';
import { addDays, dayInTokyo, refuseSelfAppointment, refuseSelfConfirmation } from '@azukari/domain';
import type { CalendarDay, Refusal, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { AppointmentRow, StaffRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { toldEntries } from '../ledger/told-entries.ts';
import { managersOf, refuseBreakGlass } from '../session/break-glass.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { trainedBy } from './staff.book.ts';

type Answer = AnswerOf<typeof contract.appoint>;

/** AppointmentsService keeps the 任命簿: who may handle cards at which level, from which day to which. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  /** list answers the lines of a day, or all; the newest first. */
  async list(by: SignedIn, on?: CalendarDay): Promise<AnswerOf<typeof contract.listAppointments>> {
    const all = await answersOf(this.database.reads, by.facilityId);
    return {
      appointments: on === undefined ? all : all.filter(({ from, to }) => from <= on && (to === null || on <= to)),
    };
  }

  appoint(by: SignedIn, body: BodyOf<typeof contract.appoint>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'appoint', body },
      async (tx, author) => {
        const { staffId, level, from, to } = body;
        const { facilityId } = by;
        const staff = await ownRow(tx.rows, StaffRow, { id: staffId, facilityId });
        await refuseBreakGlass(tx.sql, staffId);
        const others = (await managersOf(tx.sql, facilityId)).filter((id) => id !== by.staffId);
        refuse(refuseSelfAppointment(staffId, by.staffId, others.length));
        if (staff.leftOn !== null) throw new Refused({ kind: 'staff-left', staffId });
        if (to !== null && to < from) throw new Refused({ kind: 'dates-out-of-order' });
        const lines = await tx.rows.findBy(AppointmentRow, { facilityId, staffId });
        const other = lines.find((line) => overlap(line, { from, to }));
        if (other) throw new Refused({ kind: 'appointment-overlaps', from: other.from, to: other.to });
        const id: Uuid = crypto.randomUUID();
        await tx.rows.insert(AppointmentRow, {
          id,
          facilityId,
          staffId,
          level,
          from,
          to,
          appointedBy: by.staffId,
          version: 1,
        });
        if (staffId === by.staffId)
          await tx.sql.run('INSERT INTO self_appointment (appointment_id, facility_id, made_on) VALUES (?, ?, ?)', [
            id,
            facilityId,
            this.clock.today(),
          ]);
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'appointment.made',
            { appointment: id, staff: staffId, level, from, to },
            { private: { name: staff.name } },
          ),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by.facilityId, subject),
    );
  }

  /** confirm is the second person of an appointment that a manager made of himself. */
  confirm(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.confirmAppointment>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'confirmAppointment', body: withId(id, body) },
      async (tx, author) => {
        const { facilityId } = by;
        const { staffId } = await ownRow(tx.rows, AppointmentRow, { id, facilityId });
        refuse(refuseSelfConfirmation(staffId, by.staffId));
        await refuseBreakGlass(tx.sql, by.staffId);
        const confirmed =
          'UPDATE self_appointment SET confirmed_by = ? WHERE appointment_id = ? AND confirmed_by IS NULL';
        if ((await tx.sql.run(confirmed, [by.staffId, id])) === 0) throw new Refused({ kind: 'nothing-to-change' });
        const { name } = await ownRow(tx.rows, StaffRow, { id: staffId, facilityId });
        const entry = houseEntry('appointment.confirmed', { appointment: id, staff: staffId }, { private: { name } });
        return { entries: await this.ledger.append(tx, author, [entry]), subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by.facilityId, subject),
    );
  }

  /** end makes `on` the last day. A day before today means at once: yesterday is then the last, because earlier days were true. */
  end(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.endAppointment>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'endAppointment', body: withId(id, body) },
      async (tx, author) => {
        const row = await ownRow(tx.rows, AppointmentRow, { id, facilityId: by.facilityId, version: body.version });
        const yesterday = addDays(this.clock.today(), -1);
        const on = body.on < yesterday ? yesterday : body.on;
        if (row.to !== null && row.to <= on) throw new Refused({ kind: 'dates-out-of-order' });
        await tx.rows.update(AppointmentRow, { id }, { to: on, version: row.version + 1 });
        const staff = await ownRow(tx.rows, StaffRow, { id: row.staffId, facilityId: by.facilityId });
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'appointment.ended',
            { appointment: id, staff: row.staffId, on },
            { private: { name: staff.name } },
          ),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by.facilityId, subject),
    );
  }
}

function refuse(no: Refusal | null): void {
  if (no) throw new Refused(no);
}

type Reading = Pick<Tx, 'rows' | 'sql'>;

interface Span {
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
}

/** A line that ended before it began holds no day. */
function overlap(line: Span, other: Span): boolean {
  if (line.to !== null && line.to < line.from) return false;
  return (line.to === null || other.from <= line.to) && (other.to === null || line.from <= other.to);
}

async function answersOf({ rows, sql }: Reading, facilityId: Uuid): Promise<Answer[]> {
  const lines = await rows.find(AppointmentRow, { where: { facilityId }, order: { from: 'DESC', id: 'ASC' } });
  const staff = new Map((await rows.findBy(StaffRow, { facilityId })).map(({ id, name }) => [id, { id, name }]));
  const told = await toldEntries(sql, facilityId, ['appointment.made', 'staff.trained', 'staff.training-withdrawn']);
  // A line that was written afterwards must not look as if it had stood there.
  const recorded = new Map(
    told.flatMap(({ type, facts, recordedAt }) =>
      type === 'appointment.made' ? [[facts.appointment, dayInTokyo(recordedAt)] as const] : [],
    ),
  );
  const named = (id: Uuid): { id: Uuid; name: string } => staff.get(id) ?? { id, name: '' };
  return lines.map(({ id, staffId, level, from, to, appointedBy, version }) => ({
    id,
    staff: named(staffId),
    level,
    from,
    to,
    appointedBy: named(appointedBy),
    recordedOn: recorded.get(id) ?? null,
    trainedOn: trainedBy(told, staffId, null),
    version,
  }));
}

async function answerFrom(from: Reading, facilityId: Uuid, subject: Uuid | null): Promise<Answer> {
  const found = (await answersOf(from, facilityId)).find(({ id }) => id === subject);
  if (!found) throw new Refused({ kind: 'not-found' });
  return found;
}
