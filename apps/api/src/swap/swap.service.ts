import { Injectable } from '@nestjs/common';
import { askFamilyFrom, covers, NOTHING_PRINTED, seasonAfter, swapPapers, swapSeasons } from '@azukari/domain';
import type { CalendarDay, Draft, HandOver, NewPaper, SwapRow, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { accepted } from '../http/refused.ts';
import { marksOf } from '../items/envelope-marks.ts';
import type { Marks } from '../items/envelope-marks.ts';
import { insurerNamed, insurersOf, keepNamed } from '../items/insurers.ts';
import { gather, itemsNamed, staffNamed } from '../items/situations.ts';
import type { CachedItem } from '../items/situations.ts';
import { Commands } from '../ledger/commands.ts';
import type { Receipt } from '../ledger/commands.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { appendBatch, namesOf } from './batch.ts';
import { answerLines, linesOf, readHouse } from './swap-list.ts';

type Body = BodyOf<typeof contract.swapPapers>;

/** Known is what the record knows of everything that a batch names. */
interface Known {
  readonly items: ReadonlyMap<Uuid, CachedItem>;
  readonly marks: ReadonlyMap<Uuid, Marks>;
}

/** SwapService is the mass swap of 1 August: how far it is, and many papers swapped in one command. */
@Injectable()
export class SwapService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  /** read answers the season that was asked for, else the last one while something of it is open, else the one ahead. */
  async read(by: SignedIn, query: QueryOf<typeof contract.readSwap>): Promise<AnswerOf<typeof contract.readSwap>> {
    const { sql } = this.database.reads;
    const asOf = this.clock.today();
    const house = await readHouse(sql, by.facilityId, asOf);
    const seasons = swapSeasons(asOf).map((endsOn) => ({ endsOn, lines: linesOf(house, endsOn) }));
    const open = seasons.find(({ lines }) => lines.some(({ state }) => state !== 'done')) ?? seasons.at(-1);
    const endsOn = query.endsOn ?? open?.endsOn ?? asOf;
    const lines = seasons.find((season) => season.endsOn === endsOn)?.lines ?? linesOf(house, endsOn);
    return {
      asOf,
      endsOn,
      askFrom: askFamilyFrom(endsOn),
      nextEndsOn: seasonAfter(endsOn),
      seasons: seasons.map((season) => ({
        endsOn: season.endsOn,
        total: season.lines.length,
        done: season.lines.filter(({ state }) => state === 'done').length,
      })),
      lines: await answerLines(sql, { facilityId: by.facilityId, today: asOf, endsOn }, house, lines),
    };
  }

  swap(by: SignedIn, body: Body): Promise<{ readonly receipt: Receipt }> {
    return this.commands.once(
      { by, route: 'swapPapers', body },
      async (tx, author) => {
        const situation = await gather(tx.sql, by, this.clock.now(), []);
        const known = await knownOf(tx, by, body);
        const rows = body.rows.map((row) => swapRow(row, known, { today: situation.today, endsOn: body.endsOn }));
        const decided = accepted(swapPapers({ rows, ending: await endingOf(tx, by, body) }, situation));
        const items = [...known.items.values()];
        const drafts = [...decided, ...(await inherited(tx, by, body, rows))];
        const entries = await appendBatch(tx, this.ledger, author, { drafts, items, names: namesOf(items) });
        await keepNamed(tx.sql, by.facilityId, entries);
        return { entries };
      },
      (_, receipt) => ({ receipt }),
    );
  }
}

async function knownOf(tx: Tx, by: SignedIn, { rows }: Body): Promise<Known> {
  const ids = new Set(rows.flatMap(({ oldId, nextId, envelopeId }) => [oldId, nextId ?? [], envelopeId ?? []].flat()));
  const items = await itemsNamed(tx.sql, by, [...ids]);
  const marks = await marksOf(tx.sql, [...ids]);
  return { items: new Map(items.map((item) => [item.id, item])), marks };
}

/** A new paper is of the insurer of the old one. */
async function inherited(tx: Tx, by: SignedIn, body: Body, rows: readonly SwapRow[]): Promise<readonly Draft[]> {
  const insurers = await insurersOf(tx.sql, by.facilityId);
  return rows.flatMap(({ next }, n) => {
    const insurer = insurers.of(body.rows[n]?.oldId ?? '');
    if (insurer === null || !('order' in next) || next.item.residentId === null) return [];
    return [insurerNamed({ of: next.item.id, insurer, residentId: next.item.residentId })];
  });
}

async function endingOf(tx: Tx, by: SignedIn, { disposition, receiver, witnessId, note }: Body) {
  const witnessName = witnessId === null ? null : await staffNamed(tx, by, witnessId);
  const given: HandOver['receiver'] = disposition === 'destroyed' ? 'other:other' : `other:${receiver}`;
  return { disposition, receiver: given, receiverName: '', witnessId, witnessName, note };
}

interface Days {
  readonly today: CalendarDay;
  readonly endsOn: CalendarDay;
}

/** What a row names was found: an id that is unknown never comes so far. */
function swapRow(row: Body['rows'][number], { items, marks }: Known, { today, endsOn }: Days): SwapRow {
  const of = (id: Uuid): CachedItem => {
    const item = items.get(id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  };
  const old = of(row.oldId);
  const counts = (old.description.printedExpiresOn ?? endsOn) >= today;
  const ends = counts ? null : old;
  if (row.nextId !== null) return { old: ends, next: of(row.nextId), envelope: null };
  const { envelopeId } = row;
  const envelope = envelopeId === null ? null : { ...of(envelopeId), from: marks.get(envelopeId)?.from ?? null };
  return { old: ends, next: newPaper(old, row.printedExpiresOn, today), envelope };
}

/** The new paper is of the kind and insurer of the old one, and lies where that lay. */
function newPaper(old: CachedItem, printedExpiresOn: CalendarDay | null, today: CalendarDay): NewPaper {
  const agreement = old.agreements.find((one) => covers(one, old.kind, today));
  return {
    item: { ...old, id: crypto.randomUUID() },
    order: {
      agreementId: agreement?.id ?? '',
      storageId: old.custody.at === 'ended' ? null : old.custody.storage,
      description: { ...NOTHING_PRINTED, insurerType: old.description.insurerType, printedExpiresOn },
      condition: 'good',
      occurredAt: null,
      note: null,
    },
  };
}
