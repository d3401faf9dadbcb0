import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import {
  confirmFirst,
  dayInTokyo,
  deliveryOf,
  inSendWindow,
  isAboutTheServer,
  maySend,
  nextLookOn,
  planNotices,
  reckonedNow,
  smtpOutcome,
} from '@azukari/domain';
import type { CalendarDay, ClockWatch, Instant, ReminderFacts, SmtpReply, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { lockHead } from '../ledger/ledger.ts';
import { holdOf, keepState, lookAtClock, readState } from './engine-state.ts';
import { MailDoor } from './mail-door.ts';
import { MailRoom } from './mail-room.ts';
import { serverName } from './server-name.ts';
import { NoticeBook } from './notice-book.ts';
import { keepHeard, readNotices, residentsOf } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';
import { Pulse } from './pulse.ts';
import { reminderFacts } from './reminder-facts.ts';

const WAKE_MS = 60_000;

interface Turn {
  readonly tx: Tx;
  readonly now: Instant;
  readonly watch: ClockWatch;
}

/**
 * Engine tells families in time. It is woken every minute, looks what is due, writes it down, composes it, and hands it over; every
 * step is a transaction of its own, so that wherever the power is cut the next minute goes on. It never asks "is it the day": what
 * is due and not told yet is told.
 */
@Injectable()
export class Engine implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Engine.name);
  private readonly server: string;
  readonly pulse: Pulse;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | null = null;
  private again = false;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: NoticeBook,
    private readonly mailRoom: MailRoom,
    private readonly door: MailDoor,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.server = serverName(config);
    this.pulse = new Pulse(() => clock.elapsedMs());
  }

  onApplicationBootstrap(): void {
    if (!this.config.wakes) return;
    this.timer = setInterval(() => {
      this.nudge();
    }, WAKE_MS);
    this.timer.unref();
    this.nudge();
  }

  /** nudge has it look now, as it would within a minute. */
  nudge(): void {
    if (!this.config.wakes) return;
    this.wake().catch((error: unknown) => {
      for (const one of error instanceof AggregateError ? error.errors : [error])
        this.logger.error('the notices stand still', one instanceof Error ? one.stack : one);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.working?.catch(() => undefined);
  }

  /** wake does all that is to be done now; who calls while it works waits for a round that began afterwards. */
  async wake(): Promise<void> {
    if (this.working) {
      this.again = true;
      return this.working;
    }
    this.working = this.rounds();
    try {
      await this.working;
    } finally {
      this.working = null;
    }
  }

  private async rounds(): Promise<void> {
    for (let more = true; more; more = this.takeAgain()) await this.round();
  }

  private takeAgain(): boolean {
    const { again } = this;
    this.again = false;
    return again && !this.stopping;
  }

  /** A defect in what one facility has written down must not silence the others: it is thrown when all else is done. */
  private async round(): Promise<void> {
    const defects = new Map<Uuid, unknown>();
    const inEach = async (work: (facilityId: Uuid) => Promise<unknown>): Promise<void> => {
      for (const facilityId of await this.facilities())
        await work(facilityId).catch((defect: unknown) => defects.set(facilityId, defect));
    };
    if (await this.inTurn(({ tx, now }) => this.endLeases(tx, now))) {
      if (inSendWindow(this.clock.now())) await inEach((facilityId) => this.plan(facilityId));
      await inEach((facilityId) => this.mailRoom.prepare(facilityId));
      await inEach(async (facilityId) => {
        if (!defects.has(facilityId))
          await this.inTurn(({ tx, now }) => keepState(tx.sql, facilityId, 'last_run_at', now));
      });
      await this.sendAll(defects);
    }
    this.pulse.ended(new Set(defects.keys()));
    if (defects.size > 0) throw new AggregateError(defects.values(), 'not all that was due could be seen to');
  }

  /** Where the server itself cannot be spoken with, the others would fare no better: they wait until the next minute. */
  private async sendAll(defects: Map<Uuid, unknown>): Promise<void> {
    for (const { id, facilityId } of await this.toSend()) {
      if (this.stopping) return;
      const reply = await this.send(id).catch((defect: unknown) => void defects.set(facilityId, defect));
      if (reply && isAboutTheServer(reply)) return;
      this.pulse.beat();
    }
  }

  /**
   * inTurn does the work in one transaction, after a look at the clock: where that was set, nothing is done until it is right again
   * or a person has looked. Two servers on one database take turns at the head of each facility's record.
   */
  private async inTurn(work: (turn: Turn) => Promise<void>): Promise<boolean> {
    return this.database.writes.run(async (tx) => {
      const watch = await lookAtClock(tx.sql, this.server, this.clock.reading());
      if (watch.hold !== null) return false;
      await work({ tx, now: this.clock.now(), watch });
      return true;
    });
  }

  private async endLeases(tx: Tx, now: Instant): Promise<void> {
    const late = await tx.sql.all<{ id: Uuid; facility: Uuid }>(
      "SELECT id, facility_id AS facility FROM notice WHERE state = 'sending' AND due_at <= ?",
      [now],
    );
    for (const { id, facility } of late) {
      await lockHead(tx, facility, 'custody');
      const [notice] = await readNotices(tx.sql, 'id = ?', [id]);
      if (notice) await this.book.happen(tx, notice, { kind: 'lease-expired' }, { now });
    }
  }

  private async facilities(): Promise<readonly Uuid[]> {
    const rows = await this.database.reads.sql.all<{ id: Uuid }>('SELECT id FROM facility ORDER BY id');
    return rows.map(({ id }) => id);
  }

  /** A facility is looked at on another day and after every entry; families are planned for while they may be written to. */
  private async plan(facilityId: Uuid): Promise<void> {
    await this.inTurn(async ({ tx, now }) => {
      const today = dayInTokyo(now);
      const { size } = await lockHead(tx, facilityId, 'custody');
      const last = await tx.sql.get<{ day: string; size: number }>(
        'SELECT on_day AS day, log_size AS size FROM notice_round WHERE facility_id = ?',
        [facilityId],
      );
      if (last?.day !== today || last.size !== size) {
        const facts = await reminderFacts(tx.sql, { facilityId, today, mails: this.door.isOpen });
        const notices = await this.book.live(tx.sql, facilityId, today);
        await this.book.carryOut(tx, { facilityId, now }, { plan: planNotices(facts, notices), notices });
        const { size: sizeNow } = await lockHead(tx, facilityId, 'custody');
        await tx.sql.run(
          `INSERT INTO notice_round (on_day, log_size, next_on, facility_id) VALUES (?, ?, ?, ?)
           ON CONFLICT (facility_id) DO UPDATE SET on_day = excluded.on_day, log_size = excluded.log_size, next_on = excluded.next_on`,
          [today, sizeNow, nextLook(facts), facilityId],
        );
      }
      await planned(tx.sql, facilityId, now);
    });
  }

  /** A mail to oneself is waited for, and goes first. */
  private async toSend(): Promise<readonly { readonly id: Uuid; readonly facilityId: Uuid }[]> {
    if (!this.door.isOpen) return [];
    return this.database.reads.sql.all(
      `SELECT id, facility_id AS "facilityId" FROM notice
       WHERE due_at <= ? AND bytes IS NOT NULL AND state IN ('queued', 'uncertain')
         AND facility_id NOT IN (SELECT facility_id FROM notice_machine WHERE confirm_since IS NOT NULL)
       ORDER BY contact_id IS NOT NULL, due_at, id`,
      [this.clock.now()],
    );
  }

  /** send is one attempt: taken in hand, handed over, and what was heard written down; null when nothing was to be sent. */
  private async send(id: Uuid): Promise<SmtpReply | null> {
    const taken = await this.takeInHand(id);
    if (taken === null) return null;
    const { notice, ...mail } = taken;
    const attempt = deliveryOf(notice)?.attempts ?? 0;
    const reply = await this.door.deliver({ from: this.config.mail?.from ?? '', ...mail });
    const outcome = smtpOutcome(reply);
    if (outcome !== 'accepted') this.logger.warn(`a mail was not accepted: ${outcome}`);
    await this.database.writes.run(async (tx) => {
      const reading = this.clock.reading();
      const watch = await lookAtClock(tx.sql, this.server, reading);
      const now = this.clock.declared(reckonedNow(watch, reading));
      await lockHead(tx, notice.facilityId, 'custody');
      const [current] = await readNotices(tx.sql, 'id = ?', [id]);
      if (!current) return;
      await this.book.happen(tx, current, { kind: 'reported', attempt, outcome }, { now });
      // Of a mail to oneself alone: an answer may repeat the address.
      if (notice.lines.length === 0) await keepHeard(tx.sql, id, reply.said ?? null);
    });
    return reply;
  }

  private async isTrue(tx: Tx, notice: StoredNotice, now: Instant): Promise<boolean> {
    const { facilityId, lines } = notice;
    // A mail to oneself says nothing that could have become untrue.
    if (lines.length === 0) return true;
    const about = { facilityId, today: dayInTokyo(now), residentIds: residentsOf([notice]), mails: this.door.isOpen };
    return maySend(notice, await reminderFacts(tx.sql, about));
  }

  /** The moment of sending: clock, hold, truth and lease in one transaction. */
  private async takeInHand(
    id: Uuid,
  ): Promise<{ readonly notice: StoredNotice; readonly to: string; readonly bytes: string } | null> {
    let taken: Awaited<ReturnType<Engine['takeInHand']>> = null;
    await this.inTurn(async ({ tx, now, watch }) => {
      const row = await tx.sql.get<{ address: string | null; bytes: string | null; facility: Uuid }>(
        'SELECT address, bytes, facility_id AS facility FROM notice WHERE id = ?',
        [id],
      );
      if (!row?.bytes || !row.address) return;
      const { sealed } = tx.sql;
      // What is read before its turn has come may be another server's already.
      await lockHead(tx, row.facility, 'custody');
      if (holdOf(watch, await readState(tx.sql, row.facility)) !== null) return;
      const [notice] = await readNotices(tx.sql, 'id = ?', [id]);
      if (!notice) return;
      if (!(await this.isTrue(tx, notice, now))) {
        await this.book.happen(tx, notice, { kind: 'cancelled', cause: 'untrue' }, { now });
        this.again = true;
        return;
      }
      if (!(await this.book.happen(tx, notice, { kind: 'leased' }, { now }))) return;
      const [leased] = await readNotices(tx.sql, 'id = ?', [id]);
      if (leased)
        taken = {
          notice: leased,
          to: sealed.open('notice.address', id, row.address),
          bytes: sealed.open('notice.bytes', id, row.bytes),
        };
    });
    return taken;
  }
}

/** After a stop of more than a day with much to send a person of the facility looks first, before any of it is sent. */
async function planned(sql: Statements, facilityId: Uuid, now: Instant): Promise<void> {
  const { lastPlannedAt, confirmSince } = await readState(sql, facilityId);
  // What stayed open and is tried again goes out as well.
  const row = await sql.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM notice WHERE facility_id = ? AND due_at IS NOT NULL',
    [facilityId],
  );
  if (confirmSince === null && confirmFirst(lastPlannedAt ?? now, now, row?.n ?? 0))
    await keepState(sql, facilityId, 'confirm_since', now);
  await keepState(sql, facilityId, 'last_planned_at', now);
}

/** The next day on which somebody is to be told of a date. */
function nextLook({ cases, settings, today }: ReminderFacts): CalendarDay | null {
  let first: CalendarDay | null = null;
  for (const one of cases.values()) {
    const on = nextLookOn(one, settings, today);
    if (on !== null && (first === null || on < first)) first = on;
  }
  return first;
}
