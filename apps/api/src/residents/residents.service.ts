import { Injectable } from '@nestjs/common';
import { hiragana, matchesName, may, RESIDENT_FIELDS } from '@azukari/domain';
import type { PrivateFields, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { ResidentRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import type { Statements } from '../database/statements.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { checksOf, noteCheck } from '../items/resident-checks.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof contract.readResident>;
type Words = Partial<Pick<ResidentRow, 'name' | 'kana' | 'room' | 'birthDate' | 'admittedOn' | 'note'>>;

const BY_KANA = new Intl.Collator('ja');

/** ResidentsService keeps who lives here. Names are sealed, so people are found in memory (≤ 2,000 a facility). */
@Injectable()
export class ResidentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly accessLog: AccessLog,
  ) {}

  /** list answers who lives here, with `left` also who has left, in the order of the syllabary. */
  async list(
    by: SignedIn,
    { q, left = false }: QueryOf<typeof contract.listResidents>,
  ): Promise<AnswerOf<typeof contract.listResidents>> {
    const rows = await this.database.reads.rows.findBy(ResidentRow, { facilityId: by.facilityId });
    const profiles = may(by, 'see-profile');
    const residents = rows
      .filter((row) => (left || row.leftOn === null) && !isErased(row) && (q === undefined || matchesName(q, row)))
      .map(({ id, name, kana, room, birthDate, leftOn }) => ({
        id,
        name,
        kana,
        room,
        leftOn,
        birthDate: profiles ? birthDate : null,
      }))
      .sort((a, b) => BY_KANA.compare(hiragana(a.kana), hiragana(b.kana)) || (a.id < b.id ? -1 : 1));
    return { residents };
  }

  async read(by: SignedIn, id: Uuid): Promise<Answer> {
    const row = await ownRow(this.database.reads.rows, ResidentRow, { id, facilityId: by.facilityId });
    if (isErased(row)) throw new Refused({ kind: 'not-found' });
    await this.accessLog.note(by, [id], 'profile');
    return answerOf(this.database.reads.sql, row);
  }

  register(by: SignedIn, body: BodyOf<typeof contract.registerResident>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'registerResident', body },
      async (tx, author) => {
        const { commandId, ...given } = body;
        const row: ResidentRow = {
          ...given,
          id: crypto.randomUUID(),
          facilityId: by.facilityId,
          ...MOVED_IN,
        };
        await tx.rows.insert(ResidentRow, row);
        const entries = await this.ledger.append(tx, author, [
          houseEntry('resident.registered', {}, { resident: row.id, private: privateWords(row) }),
        ]);
        return { entries, subject: row.id };
      },
      (tx, _, subject) => residentFrom(tx, by, subject),
    );
  }

  change(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.changeResident>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'changeResident', body: withId(id, body) },
      async (tx, author) => {
        const { commandId, version, ...given } = body;
        const row = await ownRow(tx.rows, ResidentRow, { id, facilityId: by.facilityId, version });
        const fields = RESIDENT_FIELDS.filter((field) => given[field] !== undefined && given[field] !== row[field]);
        if (fields.length === 0) throw new Refused({ kind: 'nothing-to-change' });
        const changed = Object.fromEntries(fields.map((field) => [field, given[field]])) as Partial<ResidentRow>;
        await tx.rows.update(ResidentRow, { id }, { ...changed, version: version + 1 });
        const words = { residentName: row.name, ...privateWords(changed) };
        const entries = await this.ledger.append(tx, author, [
          houseEntry('resident.changed', { fields }, { resident: id, private: words }),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => residentFrom(tx, by, subject),
    );
  }

  /** check notes what was heard about 利用登録 or 一時利用停止, and when. */
  check(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.checkResident>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'checkResident', body: withId(id, body) },
      async (tx, author) => {
        const { question, answer, on } = body;
        const { name } = await ownRow(tx.rows, ResidentRow, { id, facilityId: by.facilityId });
        if (on > this.clock.today()) throw new Refused({ kind: 'occurred-in-future', now: this.clock.now() });
        await noteCheck(tx.sql, by.facilityId, { residentId: id, question, answer, checkedOn: on });
        const entries = await this.ledger.append(tx, author, [
          houseEntry('resident.checked', { question, answer, on }, { resident: id, private: { residentName: name } }),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => residentFrom(tx, by, subject),
    );
  }
}

/** MOVED_IN is what nobody has said yet of somebody who has just come. */
export const MOVED_IN = {
  leftOn: null,
  leaveReason: null,
  noticesStopped: 0,
  disputedOn: null,
  representativesChangedOn: null,
  version: 1,
} as const satisfies Partial<ResidentRow>;

/** A resident has a name as long as her words are there. */
function isErased({ name }: ResidentRow): boolean {
  return name === '';
}

/** privateWords are the personal fields of a resident's entry; what is not there is left out. */
export function privateWords({ name, kana, room, birthDate, admittedOn, note }: Words): PrivateFields {
  return {
    ...(name !== undefined && { name }),
    ...(kana !== undefined && { kana }),
    ...(room !== undefined && { room }),
    ...(birthDate && { birthDate }),
    ...(admittedOn && { admittedOn }),
    ...(note && { note }),
  };
}

/** residentFrom answers with a resident as she is after a command. */
export async function residentFrom(tx: Tx, by: SignedIn, subject: Uuid | null): Promise<Answer> {
  return answerOf(tx.sql, await ownRow(tx.rows, ResidentRow, { id: subject ?? '', facilityId: by.facilityId }));
}

async function answerOf(
  sql: Statements,
  { facilityId, leaveReason, noticesStopped, representativesChangedOn, ...row }: ResidentRow,
): Promise<Answer> {
  const checks = (await checksOf(sql, facilityId, row.id))(row.id);
  return {
    ...row,
    leaveReason: leaveReason as Answer['leaveReason'],
    noticesStopped: noticesStopped === 1,
    checks,
  };
}
