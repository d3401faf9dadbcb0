import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type { AnswerOf, BodyOf, importResidents } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ResidentRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Malformed } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import type { Done } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { MOST_ROWS, understand } from './import-rows.ts';
import type { Understood } from './import-rows.ts';
import { privateWords } from './residents.service.ts';

type Answer = AnswerOf<typeof importResidents>;

const ROWS_AT_ONCE = 500;

/** ResidentImport takes residents from a pasted table: one command, one entry a resident, and nobody twice. */
@Injectable()
export class ResidentImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  async run(by: SignedIn, body: BodyOf<typeof importResidents>): Promise<Answer> {
    const here = await this.database.reads.rows.findBy(ResidentRow, { facilityId: by.facilityId });
    const looked = understand(body.table, here, this.clock.today());
    if (looked.rows.length === 0) throw new Malformed([{ path: 'table', code: 'empty' }]);
    if (looked.rows.length > MOST_ROWS) throw new Malformed([{ path: 'table', code: 'too-long' }]);
    if (body.dryRun) return answerOf(looked, 0);
    return this.write(by, body).catch((error: unknown) => {
      if (error instanceof NobodyNew) return answerOf(error.understood, 0);
      throw error;
    });
  }

  private write(by: SignedIn, body: BodyOf<typeof importResidents>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'importResidents', body },
      (tx, author) => this.register(tx, author, body.table),
      async (tx, receipt) => {
        // Those whom this very command registered were not known before it, however often it is sent.
        const own = await tx.sql.all<{ resident: Uuid }>('SELECT resident FROM log_leaf WHERE command = ?', [
          body.commandId,
        ]);
        const understood = await this.look(tx, by.facilityId, body.table, new Set(own.map(({ resident }) => resident)));
        return answerOf(understood, receipt.entries.length);
      },
    );
  }

  private async register(tx: Tx, author: Author, table: string): Promise<Done> {
    const understood = await this.look(tx, author.facilityId, table);
    const wrong = understood.rows.filter(({ errors }) => errors.length > 0).length;
    if (wrong > 0) throw new Refused({ kind: 'row-errors', count: wrong });
    const rows = understood.rows
      .filter(({ known }) => !known)
      .map(({ name, kana, room, birthDate }): ResidentRow => ({
        id: crypto.randomUUID(),
        facilityId: author.facilityId,
        name,
        kana,
        room,
        birthDate,
        note: null,
        admittedOn: null,
        leftOn: null,
        leaveReason: null,
        version: 1,
      }));
    if (rows.length === 0) throw new NobodyNew(understood);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await tx.rows.insert(ResidentRow, rows.slice(at, at + ROWS_AT_ONCE));
    const drafts = rows.map((row) =>
      houseEntry('resident.registered', {}, { resident: row.id, private: privateWords(row) }),
    );
    return { entries: await this.ledger.append(tx, author, drafts) };
  }

  private async look(
    tx: Tx,
    facilityId: Uuid,
    table: string,
    without: ReadonlySet<Uuid> = new Set(),
  ): Promise<Understood> {
    const here = await tx.rows.findBy(ResidentRow, { facilityId });
    return understand(
      table,
      here.filter(({ id }) => !without.has(id)),
      this.clock.today(),
    );
  }
}

/** NobodyNew unwinds the unit of work when everybody is already here: there is nothing to record. */
class NobodyNew extends Error {
  readonly understood: Understood;

  constructor(understood: Understood) {
    super('nobody new');
    this.understood = understood;
  }
}

function answerOf({ columns, rows }: Understood, written: number): Answer {
  return { columns: [...columns], rows: [...rows], written };
}
