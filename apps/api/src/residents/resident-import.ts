import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type { AnswerOf, BodyOf, importResidents } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ResidentRow } from '../database/rows.ts';
import type { Rows } from '../database/sealed-rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { breathe } from '../event-loop.ts';
import { Malformed } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import type { Done } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger, lockHead } from '../ledger/ledger.ts';
import type { Author } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { markKnown, MOST_ROWS, tableOf, understand } from './import-rows.ts';
import type { Understood } from './import-rows.ts';
import { privateWords } from './residents.service.ts';

type Answer = AnswerOf<typeof importResidents>;

const ROWS_AT_ONCE = 100;

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
    const table = tableOf(body.table);
    if (table.lines.length === 0) throw new Malformed([{ path: 'table', code: 'empty' }]);
    if (table.lines.length > MOST_ROWS) throw new Malformed([{ path: 'table', code: 'too-long' }]);
    // Reading takes long and needs nobody's lock; who is here already is looked up under it.
    const understood = await understand(table, this.clock.today());
    if (body.dryRun) return answerOf(await look(this.database.reads.rows, by.facilityId, understood), 0);
    return this.write(by, body, understood).catch((error: unknown) => {
      if (error instanceof NobodyNew) return answerOf(error.understood, 0);
      throw error;
    });
  }

  private write(by: SignedIn, body: BodyOf<typeof importResidents>, understood: Understood): Promise<Answer> {
    return this.commands.once(
      { by, route: 'importResidents', body },
      (tx, author) => this.register(tx, author, understood),
      async (tx, receipt) => {
        // Those whom this very command registered were not known before it, however often it is sent.
        const { id: log } = await lockHead(tx, by.facilityId, 'custody');
        const own = await tx.sql.all<{ resident: Uuid }>(
          'SELECT resident FROM log_leaf WHERE log = ? AND command = ?',
          [log, body.commandId],
        );
        const without = new Set(own.map(({ resident }) => resident));
        return answerOf(await look(tx.rows, by.facilityId, understood, without), receipt.entries.length);
      },
    );
  }

  private async register(tx: Tx, author: Author, read: Understood): Promise<Done> {
    const understood = await look(tx.rows, author.facilityId, read);
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
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await breathe();
      await tx.rows.insert(ResidentRow, rows.slice(at, at + ROWS_AT_ONCE));
    }
    const drafts = rows.map((row) =>
      houseEntry('resident.registered', {}, { resident: row.id, private: privateWords(row) }),
    );
    return { entries: await this.ledger.append(tx, author, drafts) };
  }
}

async function look(
  people: Rows,
  facilityId: Uuid,
  understood: Understood,
  without: ReadonlySet<Uuid> = new Set(),
): Promise<Understood> {
  const here = await people.findBy(ResidentRow, { facilityId });
  return markKnown(
    understood,
    here.filter(({ id }) => !without.has(id)),
  );
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
