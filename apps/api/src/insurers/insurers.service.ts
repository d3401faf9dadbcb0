import { Injectable } from '@nestjs/common';
import { yearEndText } from '@azukari/domain';
import type { EntryFacts, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Database } from '../database/database.ts';
import type { Reads } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { InsurerRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { choicesOf, insurerNamed, keepNamed } from '../items/insurers.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof contract.addInsurer>;
type Given = Pick<Answer, 'name' | 'type' | 'yearEnds' | 'endsAtSeventy' | 'automaticFrom'>;
type Facts = EntryFacts<'insurer.added'>;

/** InsurersService keeps a facility's insurers and issuers: names and habits, never a number. */
@Injectable()
export class InsurersService {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  async list(by: SignedIn): Promise<AnswerOf<typeof contract.listInsurers>> {
    return { insurers: await read(this.database.reads, by.facilityId) };
  }

  add(by: SignedIn, body: BodyOf<typeof contract.addInsurer>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'addInsurer', body },
      async (tx, author) => {
        const row: InsurerRow = {
          ...stored(body),
          id: crypto.randomUUID(),
          facilityId: by.facilityId,
          retired: 0,
          version: 1,
        };
        await tx.rows.insert(InsurerRow, row);
        const entries = await this.ledger.append(tx, author, [
          houseEntry('insurer.added', factsOf(row), { private: { name: row.name } }),
        ]);
        return { entries, subject: row.id };
      },
      (tx, _, subject) => readOne(tx, by, subject),
    );
  }

  change(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.changeInsurer>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'changeInsurer', body: withId(id, body) },
      async (tx, author) => {
        const row = await ownRow(tx.rows, InsurerRow, { id, facilityId: by.facilityId, version: body.version });
        const next = { ...row, ...stored(body), version: row.version + 1 };
        if (JSON.stringify([factsOf(next), next.name]) === JSON.stringify([factsOf(row), row.name]))
          throw new Refused({ kind: 'nothing-to-change' });
        await tx.rows.update(InsurerRow, { id }, next);
        const entries = await this.ledger.append(tx, author, [
          houseEntry('insurer.changed', factsOf(next), { private: { name: next.name } }),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => readOne(tx, by, subject),
    );
  }

  retire(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.retireInsurer>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'retireInsurer', body: withId(id, body) },
      async (tx, author) => {
        const row = await ownRow(tx.rows, InsurerRow, { id, facilityId: by.facilityId, version: body.version });
        if (row.retired === 1) throw new Refused({ kind: 'nothing-to-change' });
        await tx.rows.update(InsurerRow, { id }, { retired: 1, version: row.version + 1 });
        const entries = await this.ledger.append(tx, author, [
          houseEntry('insurer.retired', { insurer: id }, { private: { name: row.name } }),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => readOne(tx, by, subject),
    );
  }

  /** name says whose paper an item is. */
  name(
    by: SignedIn,
    id: Uuid,
    body: BodyOf<typeof contract.nameInsurer>,
  ): Promise<AnswerOf<typeof contract.nameInsurer>> {
    return this.commands.once(
      { by, route: 'nameInsurer', body: withId(id, body) },
      async (tx, author) => {
        const { facilityId } = by;
        const { insurerId } = body;
        const item = await tx.sql.get<{ residentId: Uuid | null; insurerId: Uuid | null }>(
          `SELECT item.resident_id AS "residentId", insurer_id AS "insurerId" FROM item
             LEFT JOIN item_insurer ON item_insurer.facility_id = item.facility_id AND item_insurer.item_id = item.id
           WHERE item.id = ? AND item.facility_id = ? AND place <> 'ended'`,
          [id, facilityId],
        );
        if (!item) throw new Refused({ kind: 'not-found' });
        const insurer = insurerId === null ? null : await ownRow(tx.rows, InsurerRow, { id: insurerId, facilityId });
        if (item.insurerId === insurerId) throw new Refused({ kind: 'nothing-to-change' });
        const naming = insurerNamed({ of: id, insurer, residentId: item.residentId });
        const entries = await this.ledger.append(tx, author, [naming]);
        await keepNamed(tx.sql, facilityId, entries);
        return { entries };
      },
      (_, receipt) => ({ receipt }),
    );
  }
}

function stored({ name, type, yearEnds, endsAtSeventy, automaticFrom }: Given) {
  return {
    name,
    type,
    yearEnds,
    endsAtSeventy: endsAtSeventy ? ('yes' as const) : ('no' as const),
    automaticFrom: String(automaticFrom),
  };
}

function factsOf({ id, type, yearEnds, endsAtSeventy, automaticFrom }: InsurerRow): Facts {
  return {
    insurer: id,
    type,
    yearEnds: yearEnds.map(yearEndText).sort(),
    endsAtSeventy,
    automaticFrom: automaticFrom as Facts['automaticFrom'],
  };
}

async function readOne(tx: Tx, by: SignedIn, id: Uuid | null): Promise<Answer> {
  const found = (await read(tx, by.facilityId)).find((one) => one.id === id);
  if (!found) throw new Refused({ kind: 'not-found' });
  return found;
}

async function read({ rows, sql }: Reads, facilityId: Uuid): Promise<Answer[]> {
  const counts = await sql.all<{ id: Uuid; items: number }>(
    `SELECT insurer_id AS id, COUNT(*) AS items FROM item_insurer JOIN item ON item.id = item_insurer.item_id
     WHERE item_insurer.facility_id = ? AND place <> 'ended' GROUP BY insurer_id`,
    [facilityId],
  );
  const items = new Map(counts.map((row) => [row.id, row.items]));
  const all = await rows.findBy(InsurerRow, { facilityId });
  return all
    .sort((one, other) => one.name.localeCompare(other.name, 'ja') || (one.id < other.id ? -1 : 1))
    .map((row) => {
      const { id, name, type, retired, version } = row;
      const { yearEnds, ...choices } = choicesOf(row);
      return {
        id,
        name,
        type,
        version,
        ...choices,
        yearEnds: [...yearEnds],
        items: items.get(id) ?? 0,
        retired: retired === 1,
      };
    });
}
