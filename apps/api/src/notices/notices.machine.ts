import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayInTokyo, inSendWindow, nextSendTime, tokyoTime } from '@azukari/domain';
import type { CalendarDay, Instant, Uuid } from '@azukari/domain';
import type { machineAnswer } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Value } from '../database/statements.ts';
import { Engine } from './engine.ts';
import { holdOf, readState, readWatch } from './engine-state.ts';
import { MailDoor } from './mail-door.ts';
import { MailRoom } from './mail-room.ts';
import { serverName } from './server-name.ts';

type Answer = z.output<typeof machineAnswer>;

const FAILED_DAYS = 30;
/** A mail to oneself is nobody's notice. */
const MAILS = "facility_id = ? AND channel = 'mail' AND contact_id IS NOT NULL";
const ACCEPTED = "state IN ('accepted', 'acknowledged')";

/** Machine tells from outside whether the machinery is alive, and has it look at once. */
@Injectable()
export class Machine {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly engine: Engine,
    private readonly mailRoom: MailRoom,
    private readonly door: MailDoor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** wake has it do all that is to be done now. */
  wake(): Promise<void> {
    return this.engine.wake();
  }

  /** trustDeclared takes a clock that was moved on purpose for no stop, after which a person would have to look first. */
  trustDeclared(): Promise<void> {
    return this.database.writes.run(async ({ sql }) => {
      await sql.run('UPDATE notice_machine SET last_planned_at = ?', [this.clock.now()]);
    });
  }

  /** read is what 今日 says of it to one facility. */
  async read(facilityId: Uuid): Promise<Answer> {
    const { sql } = this.database.reads;
    const state = await readState(sql, facilityId);
    const hold = holdOf(await readWatch(sql, serverName(this.config)), state);
    const now = this.clock.now();
    const today = dayInTokyo(now);
    const count = async (where: string, ...values: readonly Value[]): Promise<number> => {
      const row = await sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM notice WHERE ${MAILS} AND ${where}`, [
        facilityId,
        ...values,
      ]);
      return row?.n ?? 0;
    };
    const round = await sql.get<{ next: string | null }>(
      'SELECT next_on AS next FROM notice_round WHERE facility_id = ?',
      [facilityId],
    );
    // Where the clock went back, what was sent later has not been sent yet.
    const last = await sql.get<{ at: Instant | null }>(
      `SELECT MAX(settled_at) AS at FROM notice WHERE ${MAILS} AND ${ACCEPTED} AND settled_at <= ?`,
      [facilityId, now],
    );
    const since = addDays(today, -FAILED_DAYS);
    return {
      state: this.stateNow(facilityId, hold !== null),
      hold,
      missing: [...(this.mailRoom.missing.get(facilityId) ?? [])],
      lastRunAt: state.lastRunAt,
      lastAcceptedAt: last?.at ?? null,
      acceptedToday: await count(`${ACCEPTED} AND settled_at BETWEEN ? AND ?`, tokyoTime(today, '00:00'), now),
      pending: await count("state IN ('queued', 'sending')"),
      failed: await count("state IN ('dead', 'bounced', 'uncertain') AND made_on BETWEEN ? AND ?", since, today),
      nextDueOn: notBeforeSending(round?.next ?? null, now),
    };
  }

  /** health is for who watches the server: whether it runs, and whether mails go out. */
  async health(): Promise<{
    readonly scheduler: 'ok' | 'warn' | 'fail' | 'off';
    readonly mail: 'ok' | 'warn' | 'off';
    readonly houses: { readonly held: number; readonly stopped: number };
  }> {
    const { sql } = this.database.reads;
    const watch = await readWatch(sql, serverName(this.config));
    const houses = { held: 0, stopped: 0 };
    for (const { id } of await sql.all<{ id: Uuid }>('SELECT id FROM facility')) {
      if (holdOf(watch, await readState(sql, id)) !== null) houses.held++;
      if (this.hasStopped(id)) houses.stopped++;
    }
    const stopped = this.hasStopped() || houses.stopped > 0;
    const failing = await sql.get(
      "SELECT id FROM notice WHERE channel = 'mail' AND state IN ('queued', 'uncertain') AND failing_since IS NOT NULL LIMIT 1",
    );
    return {
      scheduler: !this.config.wakes ? 'off' : stopped ? 'fail' : houses.held > 0 ? 'warn' : 'ok',
      mail: !this.door.isOpen ? 'off' : failing || this.mailRoom.missing.size > 0 ? 'warn' : 'ok',
      houses,
    };
  }

  private stateNow(facilityId: Uuid, held: boolean): Answer['state'] {
    if (this.hasStopped(facilityId)) return 'stopped';
    if (held) return 'holding';
    if (!this.door.isOpen) return 'off';
    return inSendWindow(this.clock.now()) ? 'working' : 'resting';
  }

  private hasStopped(facilityId: Uuid | null = null): boolean {
    return this.config.wakes && this.engine.pulse.hasStopped(facilityId);
  }
}

/** What came due while nobody might be written to is told when they may be. */
function notBeforeSending(due: CalendarDay | null, now: Instant): CalendarDay | null {
  const first = dayInTokyo(nextSendTime(now));
  return due !== null && due < first ? first : due;
}
