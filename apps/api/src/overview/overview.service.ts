import { Inject, Injectable, Logger } from '@nestjs/common';
import { addDays, dayInTokyo, GRACE_MINUTES, instantAt, millisecondsOf } from '@azukari/domain';
import type { CalendarDay, Instant, Uuid } from '@azukari/domain';
import type { AnswerOf, readOverview } from '@azukari/contract';
import { Backups } from '../backup/backup.service.ts';
import { nearDates } from '../board/board.dates.ts';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { CountsGlance } from '../counts/counts.glance.ts';
import { Database } from '../database/database.ts';
import { FacilityRow, StaffRow } from '../database/rows.ts';
import { breathe } from '../event-loop.ts';
import { LedgerCheck } from '../ledger/ledger-check.ts';
import { Machine } from '../notices/notices.machine.ts';
import { ReconciliationsGlance } from '../reconciliations/reconciliations.glance.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof readOverview>;
type Home = Answer['homes'][number];
type Reckoned = Pick<Home, 'counts' | 'monthsLate' | 'deadlines' | 'mails' | 'asOf'>;

interface Seen extends Reckoned {
  readonly size: number;
  readonly today: CalendarDay;
}

interface Places {
  readonly id: Uuid;
  readonly stored: number;
  readonly out: number;
  readonly late: number;
  readonly held: number;
  readonly missing: number;
}

interface Head {
  readonly id: Uuid;
  readonly size: number;
}

/** Ends in so many days are told. */
const SOON_DAYS = 30;
/** What no entry tells of, such as a change of shift, is reckoned anew after so long, once somebody has looked. */
const FRESH_MS = 60_000;

/**
 * OverviewService reads how the homes of an installation stand. What lies where is one question about all of them; what has to be
 * reckoned is reckoned for a home whose record has grown since, and for the others when it is a minute old, after the answer.
 */
@Injectable()
export class OverviewService {
  private readonly logger = new Logger(OverviewService.name);
  private readonly seen = new Map<Uuid, Seen>();
  private renewing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly check: LedgerCheck,
    private readonly counts: CountsGlance,
    private readonly machine: Machine,
    private readonly reconciliations: ReconciliationsGlance,
    private readonly backups: Backups,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(by: SignedIn): Promise<Answer> {
    const { rows } = this.database.reads;
    const whole = await this.isHeadOffice(by);
    const houses = await rows.find(FacilityRow, {
      ...(!whole && { where: { id: by.facilityId } }),
      order: { id: 'ASC' },
    });
    const now = this.clock.now();
    const places = new Map((await this.places(now)).map((one) => [one.id, one]));
    const heads = new Map((await this.heads()).map((one) => [one.id, one]));
    const homes: Home[] = [];
    for (const { id, name } of houses) {
      const { checkedAt, broken } = this.check.of(id);
      const { counts, monthsLate, deadlines, mails, asOf } = await this.reckoned(heads.get(id) ?? { id, size: 0 }, now);
      homes.push({
        ...(places.get(id) ?? { stored: 0, out: 0, late: 0, held: 0, missing: 0 }),
        id,
        name,
        counts,
        monthsLate,
        deadlines,
        mails,
        record: { checkedAt, broken: broken !== null },
        asOf,
      });
    }
    this.renew([...heads.values()].filter(({ id }) => houses.some((house) => house.id === id)));
    return { now, whole, backup: this.backups.standing(), homes };
  }

  /** settled ends when nothing is reckoned behind an answer any more. */
  async settled(): Promise<void> {
    await this.renewing;
  }

  /** Who runs the computer says whose auditor is the head office's; no home can say so of itself. */
  private async isHeadOffice(by: SignedIn): Promise<boolean> {
    if (this.config.headOffice.length === 0) return false;
    const me = await this.database.reads.rows.findOneBy(StaffRow, { id: by.staffId });
    return me !== null && this.config.headOffice.includes(me.loginId);
  }

  private async reckoned(head: Head, now: Instant): Promise<Reckoned> {
    const seen = this.seen.get(head.id);
    return seen?.size === head.size && seen.today === dayInTokyo(now) ? seen : this.reckon(head, now);
  }

  private async reckon({ id, size }: Head, now: Instant): Promise<Reckoned> {
    await breathe();
    const today = dayInTokyo(now);
    const { near } = await nearDates(this.database.reads.sql, id, today);
    const { state, due, skipped, awaited, late } = await this.counts.read(id, size);
    const month = await this.reconciliations.read(id, size);
    const { state: mail, failed, lastRunAt } = await this.machine.read(id);
    const last = addDays(today, SOON_DAYS);
    const seen: Seen = {
      size,
      today,
      counts: { state, due, skipped, awaited, late },
      monthsLate: month !== null && month.daysLate > 0 ? month.months : 0,
      deadlines: {
        soon: near.filter(({ date }) => date >= today && date <= last).length,
        overdue: near.filter(({ standing }) => standing === 'overdue').length,
      },
      mails: { state: mail, failed, lastRunAt },
      asOf: now,
    };
    this.seen.set(id, seen);
    return seen;
  }

  private renew(heads: readonly Head[]): void {
    const now = this.clock.now();
    const old = heads.filter(({ id }) => {
      const seen = this.seen.get(id);
      return seen === undefined || Math.abs(millisecondsOf(now) - millisecondsOf(seen.asOf)) > FRESH_MS;
    });
    if (this.renewing !== null || old.length === 0) return;
    this.renewing = this.reckonAll(old)
      // The database may be closed meanwhile; the next look begins anew.
      .catch((error: unknown) => this.logger.warn(`not reckoned: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => {
        this.renewing = null;
      });
  }

  private async reckonAll(heads: readonly Head[]): Promise<void> {
    for (const head of heads) await this.reckon(head, this.clock.now());
  }

  private places(now: Instant): Promise<readonly Places[]> {
    const late = instantAt(millisecondsOf(now) - GRACE_MINUTES * 60_000);
    return this.database.reads.sql.all<Places>(
      `SELECT facility_id AS id,
         SUM(CASE WHEN place = 'stored' THEN 1 ELSE 0 END) AS stored,
         SUM(CASE WHEN place = 'out' THEN 1 ELSE 0 END) AS out,
         SUM(CASE WHEN place = 'out' AND due_back_at <= ? THEN 1 ELSE 0 END) AS late,
         SUM(CASE WHEN place = 'stored' AND held = 1 THEN 1 ELSE 0 END) AS held,
         SUM(CASE WHEN place = 'missing' THEN 1 ELSE 0 END) AS missing
       FROM item WHERE place <> 'ended' GROUP BY facility_id`,
      [late],
    );
  }

  private heads(): Promise<readonly Head[]> {
    return this.database.reads.sql.all<Head>(
      "SELECT facility_id AS id, size FROM log JOIN log_head ON log_head.log = log.id WHERE kind = 'custody'",
    );
  }
}
