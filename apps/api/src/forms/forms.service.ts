import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { addDays, parseLeaf } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type { BodyOf, issueForm } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Malformed } from '../http/parse.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { Anchors } from '../ledger/anchors.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { reportOfCounted } from '../reconciliations/reconciliations.report.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { carriedOf } from './carried.ts';
import { FormData, NOTHING } from './form-data.ts';
import type { Gathered } from './form-data.ts';
import type { FormCode, Issue, PrintJob } from './paper/sheet.ts';
import { HousePapers } from './house-papers.ts';
import { Letters } from './letters.ts';
import { nightList } from './night-list.ts';
import { Printer } from './printer.ts';
import { readBook } from './record-book.ts';
import { Slips } from './slips.ts';
import { SupportSheets } from './support-sheets.ts';

type Body = BodyOf<typeof issueForm>;

const LONGEST_BOOK_DAYS = 366;
/** The server itself, which asks for nothing that only some may see. */
const NOBODY = { staffId: '', role: 'floor', level: null } as const;

interface Issued {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly sheetFrom: number | null;
}

/**
 * FormsService issues papers: what goes out is an entry, and the checkpoint that the paper carries covers that entry. Where nothing
 * may be signed, papers go out without one: they are what is left in the worst hour.
 */
@Injectable()
export class FormsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly access: AccessLog,
    private readonly checkpoints: Checkpoints,
    private readonly anchors: Anchors,
    private readonly data: FormData,
    private readonly letters: Letters,
    private readonly slips: Slips,
    private readonly supports: SupportSheets,
    private readonly house: HousePapers,
    private readonly printer: Printer,
  ) {}

  /** issue answers the PDF. A command that is sent again prints again, without a second entry or new sheet numbers. */
  async issue(by: SignedIn, form: FormCode, body: Body): Promise<Readable> {
    const shown = await this.gather(by, form, body);
    const issued = await this.record(by, form, body, shown);
    await this.access.note(by, shown.residentIds, 'form');
    const issue = await this.issueOf(by.facilityId, issued);
    return this.printer.print(jobOf(form, body, shown, { ...issued, issue }));
  }

  /** nightList draws F16 without a hand, as an entry of the server's; null where nothing is kept. */
  async nightList(facilityId: Uuid): Promise<readonly Uint8Array[] | null> {
    const { reads, writes } = this.database;
    const kept = await reads.sql.get("SELECT 1 AS one FROM item WHERE facility_id = ? AND place <> 'ended' LIMIT 1", [
      facilityId,
    ]);
    if (!kept) return null;
    const shown = await nightList(this.database, { facilityId, ...NOBODY }, this.clock.today());
    const author = { facilityId, actor: 'system', name: null, auth: 'none', authAge: null } as const;
    const entry = houseEntry('form.issued', { form: 'F16', copies: shown.copies, sheetFrom: null });
    const [made] = await writes.run((tx) =>
      this.ledger.append(tx, { ...author, command: crypto.randomUUID() }, [entry]),
    );
    if (!made || shown.house === null) throw new Error('no list was gathered');
    const issue = await this.issueOf(facilityId, { seq: made.seq, at: made.recordedAt, by: '', sheetFrom: null });
    const pieces: Uint8Array[] = [];
    for await (const piece of this.printer.print({ issue, ...shown.house })) pieces.push(piece as Uint8Array);
    return pieces;
  }

  private async gather(by: SignedIn, form: FormCode, body: Body): Promise<Gathered> {
    switch (form) {
      case 'F3':
        return this.book(by, body);
      case 'F6': {
        const { report, residentIds } = await reportOfCounted(
          this.database.reads.sql,
          by.facilityId,
          body.reconciliationId,
        );
        return { ...NOTHING, month: report, residentIds, copies: 1 };
      }
      case 'F4':
      case 'F11':
      case 'F15':
      case 'F16':
      case 'F21':
      case 'F22':
      case 'F23':
        return this.house.gather(by, form, body);
      case 'F7':
        return this.letters.reports(by.facilityId, body);
      case 'F8':
        return this.letters.notified(by.facilityId, body);
      case 'F20':
        return this.letters.guides(by.facilityId, body);
      case 'F12': {
        const supports = await this.supports.gather(by, body);
        const residentIds = supports.map(({ residentId }) => residentId);
        return { ...NOTHING, supports, residentIds, copies: supports.length };
      }
      case 'F13': {
        const slips = await this.slips.gather(by, body);
        return { ...NOTHING, slips, residentIds: slips.map(({ residentId }) => residentId), copies: slips.length };
      }
      case 'F18':
      case 'F19':
        return carriedOf({ database: this.database, data: this.data, today: this.clock.today() }, by, {
          form,
          ...body,
        });
      default:
        return this.data.gather(by.facilityId, form, body);
    }
  }

  /** book reads the period, by default this month until today; only blank sheets, when nothing but sheets is asked for. */
  private async book(by: SignedIn, body: Body): Promise<Gathered> {
    if (body.blankSheets > 0 && body.from === null && body.to === null) return { ...NOTHING, copies: body.blankSheets };
    const to = body.to ?? this.clock.today();
    const from = body.from ?? `${to.slice(0, 7)}-01`;
    if (from > to) throw new Malformed([{ path: 'to', code: 'before-from' }]);
    if (addDays(from, LONGEST_BOOK_DAYS) <= to) throw new Malformed([{ path: 'to', code: 'too-far' }]);
    const { items, residents } = await this.data.scope(by.facilityId, body);
    const { book, residentIds } = await readBook(
      this.database.reads.sql,
      by.facilityId,
      { from, to },
      { items, residents },
    );
    return { ...NOTHING, book, residentIds, copies: 1 + body.blankSheets };
  }

  private record(by: SignedIn, form: FormCode, body: Body, { copies, residentIds }: Gathered): Promise<Issued> {
    const [only, ...others] = residentIds;
    return this.commands.once(
      { by, route: `issueForm ${form}`, body },
      async (tx, author) => {
        const sheetFrom =
          form === 'F3' && body.blankSheets > 0 ? await takeSheets(tx, by.facilityId, body.blankSheets) : null;
        const about = only !== undefined && others.length === 0 ? { resident: only } : {};
        return {
          entries: await this.ledger.append(tx, author, [
            houseEntry('form.issued', { form, copies, sheetFrom }, about),
          ]),
        };
      },
      async (tx, receipt) => {
        const seq = receipt.entries[0]?.seq ?? 0;
        return {
          seq,
          at: receipt.recordedAt,
          by: receipt.by?.name ?? '',
          sheetFrom: await sheetFromOf(tx, by.facilityId, seq),
        };
      },
    );
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

function jobOf(
  form: FormCode,
  { blankSheets, largePrint }: Body,
  { book, carried, house, letters, month, sheets, slips, supports }: Gathered,
  { issue, sheetFrom }: Pick<Issued, 'sheetFrom'> & { readonly issue: Issue },
): PrintJob {
  if (house !== null) return { issue, ...house };
  switch (form) {
    case 'F3':
      return { form, issue, book, blanks: sheetNumbers(sheetFrom, blankSheets) };
    case 'F6':
      if (month === null) throw new Error('F6 is about a month');
      return { form, issue, month };
    case 'F7':
    case 'F8':
    case 'F20':
      return { form, issue, letters };
    case 'F12':
      return { form, issue, supports };
    case 'F13':
      return { form, issue, slips };
    case 'F18':
    case 'F19':
      return { form, issue, carried };
    case 'F2':
      return { form, issue, sheets, largePrint };
    case 'F4':
    case 'F11':
    case 'F15':
    case 'F16':
    case 'F21':
    case 'F22':
    case 'F23':
      throw new Error(`${form} was not gathered`);
    default:
      return { form, issue, sheets };
  }
}

/** Sheet numbers are taken in the unit of work of the entry that names them: a number is never printed twice. */
async function takeSheets(tx: Tx, facilityId: Uuid, count: number): Promise<number> {
  const facility = await tx.sql.get<{ next: number }>('SELECT next_sheet AS next FROM facility WHERE id = ?', [
    facilityId,
  ]);
  if (!facility) throw new Error(`no facility ${facilityId}`);
  await tx.sql.run('UPDATE facility SET next_sheet = next_sheet + ? WHERE id = ?', [count, facilityId]);
  return facility.next;
}

async function sheetFromOf(tx: Tx, facilityId: Uuid, seq: number): Promise<number | null> {
  const row = await tx.sql.get<{ body: string }>(
    "SELECT body FROM log_leaf WHERE log = (SELECT id FROM log WHERE facility_id = ? AND kind = 'custody') AND seq = ?",
    [facilityId, seq],
  );
  const parsed = row && parseLeaf(row.body);
  if (parsed?.kind !== 'leaf' || parsed.leaf.type !== 'form.issued')
    throw new Error(`entry ${String(seq)} issued no form`);
  return parsed.leaf.facts.sheetFrom;
}

function sheetNumbers(from: number | null, count: number): readonly string[] {
  return from === null ? [] : Array.from({ length: count }, (_, n) => `F3-${String(from + n).padStart(6, '0')}`);
}
