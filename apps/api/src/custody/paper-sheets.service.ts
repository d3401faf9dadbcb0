import { Injectable } from '@nestjs/common';
import { enterSheet } from '@azukari/domain';
import type { CopiedSheet, LineProblem, Refusal, SheetLine } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Reads } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import { gather } from '../items/situations.ts';
import type { Gathered } from '../items/situations.ts';
import { withNames } from '../items/with-names.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { toldEntries } from '../ledger/told-entries.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { CustodyService } from './custody.service.ts';

type Body = BodyOf<typeof contract.enterSheet>;
type Known = AnswerOf<typeof contract.readSheet>['lines'];

interface Copied extends CopiedSheet {
  readonly situation: Gathered;
}

/** PaperSheetsService copies what was written on numbered paper into the record: a sheet is one command, and no line goes in twice. */
@Injectable()
export class PaperSheetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly custody: CustodyService,
  ) {}

  /** read says what of a sheet is in the record. */
  async read(by: SignedIn, sheet: string): Promise<AnswerOf<typeof contract.readSheet>> {
    const { rows } = this.database.reads;
    const { nextSheet } = await rows.findOneByOrFail(FacilityRow, { id: by.facilityId });
    const [form = '', number = '0'] = sheet.split('-');
    const printed = form !== 'F3' || Number(number) < nextSheet;
    return { sheet, printed, lines: [...(await linesOf(this.database.reads, by, sheet))] };
  }

  /** enter copies all lines, or says of each line what is in the way and copies none. */
  async enter(by: SignedIn, body: Body): Promise<AnswerOf<typeof contract.enterSheet>> {
    if (body.dryRun) {
      const { problems } = await this.judge(this.database.reads, by, body);
      return { problems: problems.map(({ line, refusal }) => ({ line, refusal: { ...refusal } })), receipt: null };
    }
    return this.commands.once(
      { by, route: 'enterSheet', body },
      async (tx, author) => {
        const { lines, problems, situation } = await this.judge(tx, by, body);
        const [first] = problems;
        if (first) throw new Refused(first.refusal);
        const drafts = lines.flatMap((line) => withNames(line.drafts, situation));
        const entries = await this.ledger.append(tx, author, [copiedEntry(body.sheet, lines), ...drafts]);
        await this.custody.keep(tx, by, entries, situation);
        return { entries };
      },
      (_, receipt) => ({ problems: [], receipt }),
    );
  }

  private async judge(reads: Reads, by: SignedIn, { sheet, lines }: Body): Promise<Copied> {
    const itemIds = [...new Set(lines.flatMap((line) => line.itemIds))];
    const situation = await gather(reads.sql, by, this.clock.now(), itemIds);
    const known = await linesOf(reads, by, sheet);
    const told: SheetLine[] = [];
    for (const { holder, ...line } of lines) {
      const items = situation.items.filter(({ id }) => line.itemIds.includes(id));
      const carrier = holder && (await this.custody.holder(reads, by, holder, { ...situation, items }));
      told.push({ ...line, ...(carrier?.order ?? { holder: null, holderName: null, contactId: null }) });
    }
    const fresh = told.filter(({ line }) => !known.some((one) => one.line === line));
    const copied = enterSheet({ sheet, lines: fresh }, situation);
    return { ...copied, problems: [...twice(sheet, lines, known), ...copied.problems], situation };
  }
}

/** The lines of a sheet that were entered, by whom and when, as the record tells. */
async function linesOf({ sql }: Reads, { facilityId }: SignedIn, sheet: string): Promise<Known> {
  const told = await toldEntries(sql, facilityId, ['sheet.entered']);
  return told
    .filter(({ facts }) => facts.sheet === sheet)
    .flatMap(({ seq, recordedAt, facts: { lines, parts }, words }) =>
      lines.map((line, n) => ({ line, seq: seq + (parts[n] ?? 0), at: recordedAt, by: words.actorName ?? '' })),
    )
    .sort((a, b) => a.line - b.line);
}

function twice(sheet: string, lines: Body['lines'], known: Known): readonly LineProblem[] {
  const again = known.filter((one) => lines.some(({ line }) => line === one.line));
  return again.map(({ line, by, at }) => {
    const refusal: Refusal = { kind: 'sheet-entered', sheet, lines: again.map((one) => one.line), name: by, at };
    return { line, refusal };
  });
}

function copiedEntry(sheet: string, lines: CopiedSheet['lines']) {
  let part = 1;
  const parts = lines.map(({ drafts }) => {
    const first = part;
    part += drafts.length;
    return first;
  });
  return houseEntry('sheet.entered', { sheet, lines: lines.map(({ line }) => line), parts });
}
