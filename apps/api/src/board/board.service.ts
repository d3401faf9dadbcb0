import { Injectable } from '@nestjs/common';
import {
  covers,
  dayInTokyo,
  GRACE_MINUTES,
  instantAt,
  LOG_KINDS,
  logName,
  may,
  millisecondsOf,
  tokyoTime,
} from '@azukari/domain';
import type { CalendarDay, Instant, ItemKind, Uuid } from '@azukari/domain';
import { LONGEST_BOARD_LIST } from '@azukari/contract';
import type { AnswerOf, readBoard } from '@azukari/contract';
import { Backups } from '../backup/backup.service.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { Disk } from '../disk/disk.service.ts';
import { places } from '../database/statements.ts';
import type { Statements, Value } from '../database/statements.ts';
import { CountsGlance } from '../counts/counts.glance.ts';
import { NightListGlance } from '../forms/forms.night.ts';
import { NightKeeper } from '../forms/forms.night-keeper.ts';
import { GapsGlance } from '../gaps/gaps.glance.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemSource, ItemView } from '../items/item-views.ts';
import { agreementsAt } from '../items/situations.ts';
import { KeysGlance } from '../keys/keys.glance.ts';
import { Certificate } from '../http/certificate.ts';
import { AnchorFile } from '../ledger/anchor-file.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { LedgerCheck } from '../ledger/ledger-check.ts';
import { readHead } from '../ledger/ledger.ts';
import type { Head } from '../ledger/ledger.ts';
import { LossesReader } from '../losses/losses.reader.ts';
import { NoticesGlance } from '../notices/notices.glance.ts';
import { ReconciliationsGlance } from '../reconciliations/reconciliations.glance.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { StaffGlance } from '../staff/staff.glance.ts';
import { TransfersGlance } from '../transfers/transfers.glance.ts';
import { ViewsGlance } from '../views/views.glance.ts';
import { nearDates } from './board.dates.ts';
import type { NearDates } from './board.dates.ts';
import { toLocate } from './to-locate.ts';

type Board = AnswerOf<typeof readBoard>;

/** Listed is the beginning of a list, and how many there are in all. */
interface Listed<T> {
  readonly list: T[];
  readonly total: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const REVIEW_WITHIN_MS = DAY_MS;
/** Days and times of return that have passed, far more than there can be. */
const READINGS_OF_A_SIZE = 1_000_000;

const UNCHANGED = {
  unchanged: true,
  out: [],
  held: [],
  missing: [],
  losses: [],
  toReview: [],
  toLocate: [],
  expiring: [],
  agreementEnded: [],
  totals: { out: 0, held: 0, missing: 0, toReview: 0, toLocate: 0, expiring: 0, agreementEnded: 0 },
  stored: 0,
  unknownDates: 0,
  envelopes: 0,
} satisfies Partial<Board>;

/** BoardService reads 今日. It only reads. */
@Injectable()
export class BoardService {
  private readonly reckoned = new Map<Uuid, NearDates & { readonly size: number; readonly today: CalendarDay }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly check: LedgerCheck,
    private readonly checkpoints: Checkpoints,
    private readonly file: AnchorFile,
    private readonly notices: NoticesGlance,
    private readonly counts: CountsGlance,
    private readonly keys: KeysGlance,
    private readonly reconciliations: ReconciliationsGlance,
    private readonly lossesKnown: LossesReader,
    private readonly views: ViewsGlance,
    private readonly staff: StaffGlance,
    private readonly certificate: Certificate,
    private readonly backups: Backups,
    private readonly disk: Disk,
    private readonly gaps: GapsGlance,
    private readonly nightList: NightListGlance,
    private readonly nightFiles: NightKeeper,
    private readonly transfers: TransfersGlance,
  ) {}

  /** read answers all lists, or only that the board still reads as it did at the revision `since`. */
  async read(by: SignedIn, since: number | undefined): Promise<Board> {
    const { sql } = this.database.reads;
    const { facilityId } = by;
    const now = this.clock.now();
    const head = await readHead(sql, facilityId, 'custody');
    if (!head) throw new Error('no custody log');
    const revision = await revisionOf(sql, { facilityId, size: head.size, now });
    const common = {
      revision,
      now,
      notices: await this.notices.read(facilityId, head.size),
      counts: await this.counts.read(facilityId, head.size),
      nightList: await this.nightList.read(facilityId, head.size),
      nightFile: this.nightFiles.told(by),
      transfers: await this.transfers.read(facilityId),
      keys: await this.keys.read(facilityId, head.size),
      reconciliation: await this.reconciliations.read(facilityId, head.size),
      views: await this.views.read(by, head.size),
      staff: await this.staff.read(by, head.size),
      certificateEndsOn: may(by, 'read-settings') ? this.certificate.endsSoonOn : null,
      backup: may(by, 'read-settings') ? this.backups.standing() : null,
      disk: this.disk.short?.room === 'full' || may(by, 'read-settings') ? this.disk.short : null,
      ledger: await this.ledger(by, head, now),
    };
    if (since === revision) return { ...common, ...UNCHANGED };

    const source: ItemSource = { sql, by, today: dayInTokyo(now) };
    const out = await listed(source, "item.place = 'out'", 'due_back_at IS NULL, due_back_at');
    const held = await listed(source, "item.held = 1 AND item.place = 'stored'", 'last_at');
    const missing = await listed(source, "item.place = 'missing'", 'last_at');
    const toReview = await emergenciesToReview(source);
    const located = await toLocate(source, head.id);
    const { near, unknown } = await this.dates(by.facilityId, { size: head.size, today: source.today });
    const agreementEnded = await withoutAgreement(source);
    return {
      ...common,
      unchanged: false,
      out: out.list,
      held: held.list,
      missing: missing.list,
      losses: await this.losses(by, missing.list),
      toReview: toReview.list,
      toLocate: located.slice(0, LONGEST_BOARD_LIST),
      expiring: near.slice(0, LONGEST_BOARD_LIST),
      unknownDates: unknown,
      agreementEnded: agreementEnded.list,
      totals: {
        out: out.total,
        held: held.total,
        missing: missing.total,
        toReview: toReview.total,
        toLocate: located.length,
        expiring: near.length,
        agreementEnded: agreementEnded.total,
      },
      stored: await count(sql, "item WHERE facility_id = ? AND place = 'stored'", [facilityId]),
      envelopes: await count(sql, "item WHERE facility_id = ? AND place <> 'ended' AND kind = 'sealed-envelope'", [
        facilityId,
      ]),
    };
  }

  private async ledger(by: SignedIn, head: Head, now: Instant): Promise<Board['ledger']> {
    const { checkedAt, checkedSize, broken } = this.check.of(by.facilityId);
    return {
      size: head.size,
      checkpointAt: await newestCheckpointAt(this.database.reads.sql, head.id),
      checkedAt,
      checkedSize,
      aheadUntil: millisecondsOf(head.highestAt) - millisecondsOf(now) > MINUTE_MS ? head.highestAt : null,
      broken: may(by, 'read-settings') ? broken : null,
      outside: may(by, 'read-settings') ? this.outside(by.facilityId) : null,
      gapExplained: await this.gaps.read(by, head),
    };
  }

  private outside(facilityId: Uuid): Board['ledger']['outside'] {
    const logs = LOG_KINDS.map((kind) => logName(facilityId, kind));
    if (logs.some((log) => this.checkpoints.discontinuous.has(log))) return 'discontinuous';
    const { state } = this.file;
    return state === 'off' || state === 'ok' ? null : `file-${state}`;
  }

  private async losses(by: SignedIn, missing: readonly ItemView[]): Promise<Board['losses']> {
    const lost = missing.filter(({ custody }) => custody.at === 'missing' && custody.stage === 'lost');
    const known = await this.lossesKnown.of(
      by,
      lost.map(({ id }) => id),
    );
    return known
      .filter(({ view }) => view.ending === null)
      .map(({ view: { seq, item, noticedAt, steps } }) => {
        const settled = steps.filter((step) => step.settled).length;
        return { seq, itemId: item.id, noticedAt, settled, steps: steps.length };
      });
  }

  /** Every tablet asks after every entry; the dates are reckoned for the first of them. */
  private async dates(
    facilityId: Uuid,
    { size, today }: { readonly size: number; readonly today: CalendarDay },
  ): Promise<NearDates> {
    const seen = this.reckoned.get(facilityId);
    if (seen?.size === size && seen.today === today) return seen;
    const dates = await nearDates(this.database.reads.sql, facilityId, today);
    this.reckoned.set(facilityId, { ...dates, size, today });
    return dates;
  }
}

/**
 * The board reads otherwise after an entry, on another day, and when a time of return or its grace has passed. Within one size of
 * the record the latter only grow in number, so that their sum tells one reading from the next.
 */
async function revisionOf(
  sql: Statements,
  { facilityId, size, now }: { readonly facilityId: Uuid; readonly size: number; readonly now: Instant },
): Promise<number> {
  const days = Math.floor(millisecondsOf(tokyoTime(dayInTokyo(now), '00:00')) / DAY_MS);
  const afterGrace = instantAt(millisecondsOf(now) - GRACE_MINUTES * MINUTE_MS);
  const passed = await sql.get<{ due: number; late: number }>(
    `SELECT COUNT(CASE WHEN due_back_at <= ? THEN 1 END) AS due, COUNT(CASE WHEN due_back_at <= ? THEN 1 END) AS late
     FROM item WHERE facility_id = ? AND place = 'out'`,
    [now, afterGrace, facilityId],
  );
  return size * READINGS_OF_A_SIZE + days + (passed?.due ?? 0) + (passed?.late ?? 0);
}

async function newestCheckpointAt(sql: Statements, log: number): Promise<Instant | null> {
  const newest = 'SELECT at FROM log_checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1';
  return (await sql.get<{ at: Instant }>(newest, [log]))?.at ?? null;
}

async function count(sql: Statements, from: string, values: readonly Value[]): Promise<number> {
  return (await sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, values))?.n ?? 0;
}

/** Only a list that is full needs to be counted. */
async function listed(
  source: ItemSource,
  where: string,
  order: string,
  values: readonly Value[] = [],
): Promise<Listed<ItemView>> {
  const list = await readItems(
    source,
    `${where} ORDER BY ${order}, item.id LIMIT ${String(LONGEST_BOARD_LIST)}`,
    values,
  );
  const total =
    list.length < LONGEST_BOARD_LIST
      ? list.length
      : await count(source.sql, `item WHERE facility_id = ? AND ${where}`, [source.by.facilityId, ...values]);
  return { list, total };
}

/** What lies in the safe and no agreement covers today. The rule itself judges, so that no query can differ from it. */
async function withoutAgreement(source: ItemSource): Promise<Listed<ItemView>> {
  const { sql, by, today } = source;
  const kept = await sql.all<{ id: Uuid; kind: ItemKind; residentId: Uuid | null }>(
    `SELECT id, kind, resident_id AS "residentId" FROM item
     WHERE facility_id = ? AND place = 'stored' AND held = 0 ORDER BY resident_id, id`,
    [by.facilityId],
  );
  const agreements = Map.groupBy(await agreementsAt(sql, by.facilityId), ({ residentId }) => residentId);
  const ids = kept
    .filter(({ kind, residentId }) => {
      const own = residentId === null ? [] : (agreements.get(residentId) ?? []);
      return !own.some((agreement) => covers(agreement, kind, today));
    })
    .map(({ id }) => id);
  return { list: await itemsIn(source, ids.slice(0, LONGEST_BOARD_LIST)), total: ids.length };
}

async function emergenciesToReview(source: ItemSource): Promise<Listed<Board['toReview'][number]>> {
  const { sql, by } = source;
  const unreviewed = 'emergency WHERE facility_id = ? AND reviewed_seq IS NULL';
  const waiting = await sql.all<{ seq: number; itemId: string; at: string; by: string; unsigned: number }>(
    `SELECT seq, item_id AS "itemId", at, by_name AS "by", unsigned FROM ${unreviewed} ORDER BY seq LIMIT ${String(LONGEST_BOARD_LIST)}`,
    [by.facilityId],
  );
  const items = await itemsIn(source, [...new Set(waiting.map(({ itemId }) => itemId))]);
  const list = waiting.flatMap(({ seq, at, by: name, unsigned, itemId }) => {
    const item = items.find(({ id }) => id === itemId);
    const reviewBy = instantAt(millisecondsOf(at) + REVIEW_WITHIN_MS);
    return item
      ? [
          {
            seq,
            at,
            by: sql.sealed.open('emergency.by_name', [by.facilityId, seq], name),
            unsigned: unsigned === 1,
            item,
            reviewBy,
          },
        ]
      : [];
  });
  return {
    list,
    total: list.length < LONGEST_BOARD_LIST ? list.length : await count(sql, unreviewed, [by.facilityId]),
  };
}

async function itemsIn(source: ItemSource, ids: readonly Uuid[]): Promise<ItemView[]> {
  if (ids.length === 0) return [];
  return readItems(source, `item.id IN (${places(ids.length)}) ORDER BY item.resident_id, item.id`, ids);
}
