import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { parseLeaf } from '@azukari/domain';
import type { DeliveryState, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { namesOf } from '../database/people.ts';
import { FacilityRow } from '../database/rows.ts';
import type { Statements } from '../database/statements.ts';
import { fontFiles } from '../forms/forms.paper.ts';
import type { Issue } from '../forms/forms.paper.ts';
import { HousePapers, lossOnPaper } from '../forms/forms.house.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { Anchors } from '../ledger/anchors.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger, lockHead } from '../ledger/ledger.ts';
import { LossesReader } from '../losses/losses.reader.ts';
import type { SignedIn } from '../session/signed-in.ts';
import type { Progress } from '../pack/pack.making.ts';
import { headOfficeMail } from './head-office-mail.ts';
import type { Told } from './head-office-mail.ts';
import { HeadOffice } from './inspection.head-office.ts';
import { Inspector } from './inspector.ts';
import type { Tally } from './paper/pages.ts';
import { ownNames, readInspectionSettings } from './settings.ts';
import { leavesOf, overlaps, sightOf } from './sight.ts';
import type { Sight } from './sight.ts';
import { tallyOf } from './tally.ts';

type Made = AnswerOf<typeof contract.listInspections>['made'][number];

interface Issued {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** Up to which entry the record is shown, and what was counted of it. */
  readonly until: number;
  readonly tally: Tally;
}

/** InspectionService makes the pack for a 運営指導: that it leaves the house is an entry, and told to the head office, before its first byte does. */
@Injectable()
export class InspectionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly access: AccessLog,
    private readonly checkpoints: Checkpoints,
    private readonly anchors: Anchors,
    private readonly headOffice: HeadOffice,
    private readonly inspector: Inspector,
    private readonly papers: HousePapers,
    private readonly losses: LossesReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** make answers the ZIP. A command that is sent again makes it again, without a second entry or mail. */
  async make(by: SignedIn, body: BodyOf<typeof contract.makeInspection>): Promise<Readable> {
    const period = { from: body.from, to: body.to };
    const now = this.clock.now();
    const { sql } = this.database.reads;
    const sight = await sightOf(sql, { facilityId: by.facilityId, period, now });
    const issued = await this.record(by, body, { sight, counted: await tallyOf(sight) });
    await this.access.noteExport(by, { log: sight.log, from: sight.first, to: issued.until });
    const issue = await this.issueOf(by.facilityId, issued);
    const today = this.clock.today();
    const on = period.to < today ? period.to : today;
    const known = await this.losses.all(by);
    return this.inspector.make(by.staffId, {
      database: this.config.database,
      keysFolder: this.config.keysFolder,
      facilityId: by.facilityId,
      period,
      until: issued.until,
      now: issued.at,
      issue,
      tally: issued.tally,
      names: ownNames(await readInspectionSettings(sql, by.facilityId)),
      regulation: await this.papers.regulation(by.facilityId, on),
      appointments: { lines: await this.papers.appointments(by.facilityId, on), on },
      losses: known
        .filter(({ view: { noticedAt, ending } }) => overlaps(period, noticedAt, ending && ending.at))
        .map(lossOnPaper),
      face: fontFiles(),
    });
  }

  progress(by: SignedIn): Progress | null {
    return this.inspector.progress(by.staffId);
  }

  /** list are the packs that were made, as the record tells of them. */
  async list({ facilityId }: SignedIn): Promise<Made[]> {
    const { sql } = this.database.reads;
    const today = this.clock.today();
    const sight = await sightOf(sql, { facilityId, period: { from: today, to: today }, now: this.clock.now() });
    const entries = await leavesOf(sight, ['inspection.made']);
    const staff = await namesOf(sql, 'staff', facilityId);
    const mails = new Map(
      (
        await sql.all<{ seq: number; state: DeliveryState }>(
          `SELECT seq, state FROM inspection_mail JOIN notice ON notice.id = notice_id WHERE inspection_mail.facility_id = ?`,
          [facilityId],
        )
      ).map(({ seq, state }) => [seq, state]),
    );
    return entries.toReversed().map(({ seq, recordedAt, actor, facts: { from, to, ...counts } }) => {
      const id = actor.slice('staff:'.length);
      return {
        seq,
        at: recordedAt,
        by: { id, name: staff.get(id) ?? '' },
        from,
        to,
        counts,
        mail: mails.get(seq) ?? null,
      };
    });
  }

  private async record(
    by: SignedIn,
    body: BodyOf<typeof contract.makeInspection>,
    { sight, counted }: { readonly sight: Sight; readonly counted: Tally },
  ): Promise<Issued> {
    const checkpoint = await this.checkpoints.newestIfContinuous(by.facilityId);
    const { name: house } = await this.database.reads.rows.findOneByOrFail(FacilityRow, { id: by.facilityId });
    return this.commands.once(
      { by, route: 'makeInspection', body },
      async (tx, author) => {
        const { size } = await lockHead(tx, by.facilityId, 'custody');
        // What was written while it was counted is counted as well.
        const tally = size === sight.until ? counted : await tallyOf({ ...sight, sql: tx.sql, until: size });
        const entries = await this.ledger.append(tx, author, [
          houseEntry('inspection.made', { from: body.from, to: body.to, ...tally }),
        ]);
        const [entry] = entries;
        if (entry) {
          const told = { house, by: by.name, at: entry.recordedAt, period: sight.period, tally, checkpoint };
          await this.tell(tx.sql, by.facilityId, entry.seq, told);
        }
        return { entries };
      },
      async (tx, receipt) => {
        const seq = receipt.entries[0]?.seq ?? 0;
        const made = await madeBy(tx.sql, sight.log, seq);
        return { seq, at: receipt.recordedAt, by: receipt.by?.name ?? '', until: seq, tally: made };
      },
    );
  }

  private async tell(sql: Statements, facilityId: Uuid, seq: number, told: Told): Promise<void> {
    const { house, at, checkpoint: carries } = told;
    const id = await this.headOffice.tell(sql, { facilityId, house, at, carries }, headOfficeMail(told));
    if (id !== null)
      await sql.run('INSERT INTO inspection_mail (facility_id, seq, notice_id) VALUES (?, ?, ?)', [
        facilityId,
        seq,
        id,
      ]);
  }

  private async issueOf(facilityId: Uuid, { seq, at, by }: Issued): Promise<Issue> {
    const signed = await this.checkpoints.newestIfContinuous(facilityId);
    if (signed) await this.anchors.keep(facilityId, 'paper', signed, `entry ${String(seq)}`);
    const { name, head, address, phone, residentWord } = await this.database.reads.rows.findOneByOrFail(FacilityRow, {
      id: facilityId,
    });
    return {
      facility: { name, head, address, phone, residentWord },
      issuedAt: at,
      issuedBy: by,
      seq,
      anchor: signed && { note: signed.note, code: signed.code, size: signed.size, at: signed.at },
    };
  }
}

/** What the entry says was counted; a command that is sent again shows the same. */
async function madeBy(sql: Statements, log: number, seq: number): Promise<Tally> {
  const row = await sql.get<{ body: string }>('SELECT body FROM log_leaf WHERE log = ? AND seq = ?', [log, seq]);
  const parsed = row && parseLeaf(row.body);
  if (parsed?.kind !== 'leaf' || parsed.leaf.type !== 'inspection.made')
    throw new Error(`entry ${String(seq)} made no pack`);
  const { from: _, to: __, ...tally } = parsed.leaf.facts;
  return tally;
}
