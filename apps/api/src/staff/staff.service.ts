import { Injectable } from '@nestjs/common';
import { addDays, hiragana, may, STAFF_FIELDS } from '@azukari/domain';
import type { Level, PrivateFields, Role, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { IsNull } from 'typeorm';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { AppointmentRow, StaffRow } from '../database/rows.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author } from '../ledger/ledger.ts';
import { toldEntries } from '../ledger/told-entries.ts';
import { IS_BREAK_GLASS, managersOf, refuseBreakGlass } from '../session/break-glass.ts';
import { KnownDevices, strangersBucket } from '../session/known-devices.ts';
import { forgetFactors } from '../session/factors.service.ts';
import { CODE_MS, hashPassword, inventCode } from '../session/passwords.ts';
import { LEVEL_TODAY } from '../session/level-today.ts';
import { Sessions } from '../session/sessions.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Throttle } from '../session/throttle.ts';
import { trainedBy } from './staff.book.ts';

type Answer = AnswerOf<typeof contract.changeStaff>;
type WithCode = AnswerOf<typeof contract.addStaff>;

const BY_KANA = new Intl.Collator('ja');

/** StaffService keeps accounts. What a person may do with cards is not here: that is the appointment. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly devices: KnownDevices,
  ) {}

  /** list answers who works here, with `left` also who has left, in the order of the syllabary; sign-in names to who keeps them. */
  async list(by: SignedIn, left = false): Promise<AnswerOf<typeof contract.listStaff>> {
    const { sql } = this.database.reads;
    const staff = await this.read(sql, by.facilityId);
    const taught = await toldEntries(sql, by.facilityId, ['staff.trained', 'staff.training-withdrawn']);
    const accounts = may(by, 'keep-accounts');
    return {
      staff: staff
        .filter(({ leftOn }) => left || leftOn === null)
        .map((row) => ({
          ...row,
          loginId: accounts || row.id === by.staffId ? row.loginId : null,
          trainedOn: trainedBy(taught, row.id, null) ?? undefined,
        })),
    };
  }

  /** add invents a one-time code; only its hash is kept, and it is told once: a command sent again tells none. */
  async add(by: SignedIn, body: BodyOf<typeof contract.addStaff>): Promise<WithCode> {
    const code = inventCode();
    const passwordHash = await hashPassword(code);
    return this.commands.once(
      { by, route: 'addStaff', body },
      async (tx, author) => {
        const { name, kana, loginId, role } = body;
        refuseRole(by, role);
        if (await tx.rows.findOneBy(StaffRow, { loginId })) throw new Refused({ kind: 'login-taken' });
        const id: Uuid = crypto.randomUUID();
        const { facilityId } = by;
        await refuseSameName(tx, { id, facilityId, name });
        await tx.rows.insert(StaffRow, {
          id,
          facilityId,
          name,
          kana,
          loginId,
          passwordHash,
          codeEndsMs: this.clock.elapsedMs() + CODE_MS,
          role,
          leftOn: null,
          version: 1,
        });
        const entries = await this.ledger.append(tx, author, [
          houseEntry('staff.added', { staff: id, role }, { private: { name, kana, loginId } }),
        ]);
        return { entries, subject: id };
      },
      async (tx, _, subject, again) => ({
        staff: await this.readOne(tx, by, subject),
        code: again ? null : code,
      }),
    );
  }

  change(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.changeStaff>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'changeStaff', body: withId(id, body) },
      async (tx, author) => {
        const { commandId, version, ...given } = body;
        const row = await this.present(tx, by, id, version);
        refuseRole(by, row.role);
        const fields = STAFF_FIELDS.filter((field) => given[field] !== undefined && given[field] !== row[field]);
        if (fields.length === 0) throw new Refused({ kind: 'nothing-to-change' });
        const role = given.role ?? row.role;
        if (role !== row.role) {
          if (id === by.staffId) throw new Refused({ kind: 'not-allowed', action: 'keep-accounts', level: by.level });
          refuseRole(by, role);
          await refuseLastManager(tx, row);
        }
        if (fields.includes('name')) await refuseSameName(tx, { ...row, ...given });
        await tx.rows.update(StaffRow, { id }, { ...given, version: version + 1 });
        const changed = Object.fromEntries(fields.map((field) => [field, given[field]])) as Partial<
          Pick<StaffRow, 'name' | 'kana'>
        >;
        const words: PrivateFields = {
          ...(changed.name !== undefined && { name: changed.name }),
          ...(changed.kana !== undefined && { kana: changed.kana }),
        };
        const entries = await this.ledger.append(tx, author, [
          houseEntry('staff.changed', { staff: id, role, fields }, { private: words }),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => this.readOne(tx, by, subject),
    );
  }

  /** leave ends the account, its sessions and its appointments at once; what the person did stays named. */
  leave(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.leaveStaff>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'leaveStaff', body: withId(id, body) },
      async (tx, author) => {
        const { version } = body;
        const row = await this.present(tx, by, id, version);
        refuseRole(by, row.role);
        await refuseLastManager(tx, row);
        const on = this.clock.today();
        await tx.rows.update(StaffRow, { id }, { leftOn: on, version: version + 1 });
        await this.sessions.endAllOf(tx, id);
        await this.devices.forgetAllOf(tx, id);
        const ended = await this.endAppointments(tx, author, id);
        const entries = await this.ledger.append(tx, author, [
          houseEntry('staff.left', { staff: id, on }, { private: { name: row.name } }),
          ...ended.map(({ appointment, last }) =>
            houseEntry('appointment.ended', { appointment, staff: id, on: last }, { private: { name: row.name } }),
          ),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => this.readOne(tx, by, subject),
    );
  }

  /**
   * giveCode puts a one-time code in the place of the password; all sessions of the person end, and the wait after wrong tries too.
   * Whoever gets it could act as that person: those who answer for the cards get theirs from a manager only.
   */
  async giveCode(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.giveCode>): Promise<WithCode> {
    const code = inventCode();
    const passwordHash = await hashPassword(code);
    return this.commands.once(
      { by, route: 'giveCode', body: withId(id, body) },
      async (tx, author) => {
        const { version } = body;
        const row = await this.present(tx, by, id, version);
        refuseRole(by, row.role);
        const { level } = await this.readOne(tx, by, id);
        if (level === 'deputy' || level === 'responsible') refuseRole(by, 'manager');
        const codeEndsMs = this.clock.elapsedMs() + CODE_MS;
        await tx.rows.update(StaffRow, { id }, { passwordHash, codeEndsMs, version: version + 1 });
        await this.sessions.endAllOf(tx, id);
        await this.throttle.passed(tx, strangersBucket(tx.sql, row.loginId));
        await this.devices.forgive(tx, id);
        const removed = body.withFactors ? await forgetFactors(tx, id) : [];
        const entries = await this.ledger.append(tx, author, [
          houseEntry('staff.code-given', { staff: id }, { private: { name: row.name } }),
          ...removed.map((factor) => houseEntry('staff.factor-removed', { staff: id, factor })),
        ]);
        return { entries, subject: id };
      },
      async (tx, _, subject, again) => ({
        staff: await this.readOne(tx, by, subject),
        code: again ? null : code,
      }),
    );
  }

  /** An appointment that runs ends today, as the book must say for this morning; one that never began gets no day. */
  private async endAppointments(
    tx: Tx,
    { facilityId }: Author,
    staffId: Uuid,
  ): Promise<{ appointment: Uuid; last: string }[]> {
    const today = this.clock.today();
    const rows = await tx.rows.findBy(AppointmentRow, { facilityId, staffId });
    const ended: { appointment: Uuid; last: string }[] = [];
    for (const { id, from, to, version } of rows) {
      if (to !== null && to <= today) continue;
      const last = from > today ? addDays(from, -1) : today;
      await tx.rows.update(AppointmentRow, { id }, { to: last, version: version + 1 });
      ended.push({ appointment: id, last });
    }
    return ended;
  }

  private async present(tx: Tx, by: SignedIn, id: Uuid, version: number): Promise<StaffRow> {
    const row = await ownRow(tx.rows, StaffRow, { id, facilityId: by.facilityId, version });
    await refuseBreakGlass(tx.sql, id);
    if (row.leftOn !== null) throw new Refused({ kind: 'staff-left', staffId: id });
    return row;
  }

  private async readOne({ sql }: Tx, by: SignedIn, id: Uuid | null): Promise<Answer> {
    const found = (await this.read(sql, by.facilityId)).find((staff) => staff.id === id);
    if (!found) throw new Refused({ kind: 'not-found' });
    return found;
  }

  private async read(sql: Statements, facilityId: Uuid): Promise<Answer[]> {
    const today = this.clock.today();
    const rows = await sql.all<Answer & { readonly level: Level | null }>(
      `SELECT id, name, kana, login_id AS "loginId", role, left_on AS "leftOn", version,
         CASE WHEN left_on IS NULL THEN ${LEVEL_TODAY} END AS level
       FROM staff WHERE facility_id = ? AND NOT ${IS_BREAK_GLASS}`,
      [today, today, facilityId],
    );
    return rows
      .map((row) => ({
        ...row,
        name: sql.sealed.open('staff.name', row.id, row.name),
        loginId: sql.sealed.open('staff.login_id', row.id, row.loginId),
        kana: sql.sealed.open('staff.kana', row.id, row.kana),
      }))
      .sort((a, b) => BY_KANA.compare(hiragana(a.kana), hiragana(b.kana)) || (a.id < b.id ? -1 : 1));
  }
}

/** Only a manager makes, changes or unmakes a manager: who keeps accounts may not raise themselves, nor clear the way. */
function refuseRole(by: SignedIn, role: Role): void {
  if (role === 'manager' && !may(by, 'appoint'))
    throw new Refused({ kind: 'not-allowed', action: 'appoint', level: by.level });
}

/** The record names people; two colleagues of one name could not be told apart in it. */
async function refuseSameName(tx: Tx, one: Pick<StaffRow, 'id' | 'facilityId' | 'name'>): Promise<void> {
  const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
  const colleagues = await tx.rows.findBy(StaffRow, { facilityId: one.facilityId, leftOn: IsNull() });
  const same = colleagues.find(({ id, name }) => id !== one.id && plain(name) === plain(one.name));
  if (same) throw new Refused({ kind: 'name-taken', staffId: same.id });
}

/** A facility always keeps somebody who can appoint. */
async function refuseLastManager(tx: Tx, { role, facilityId }: StaffRow): Promise<void> {
  if (role !== 'manager') return;
  if ((await managersOf(tx.sql, facilityId)).length <= 1) throw new Refused({ kind: 'last-manager' });
}
