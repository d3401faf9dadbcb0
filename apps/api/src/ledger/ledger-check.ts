import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { dayInTokyo } from '@azukari/domain';
import type { Instant, LogKind, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { firstStale } from './check-items.ts';
import { firstBroken } from './check-log.ts';
import type { Head } from './ledger.ts';

/** Often, so that a new day, or the clock of a demo that was moved, is not told of an old check for long. */
const LOOK_EVERY_MS = 5_000;
const AGAIN_AFTER_MS = 24 * 60 * 60_000;
/** A check leaves the server three quarters of the time. */
const REST_FOR_WORK = 3;

interface Checked {
  readonly facilityId: Uuid;
  readonly kind: LogKind;
  readonly at: Instant;
  readonly atMs: number;
  readonly size: number;
  /** The first entry that is not as it was recorded, or that the screens do not show as it was. */
  readonly broken: number | null;
}

/** RecordCheck is how the newest whole check of a facility's two logs ended. */
export interface RecordCheck {
  /** As of when all of it was as recorded; null while the first check runs, and when something was not. */
  readonly checkedAt: Instant | null;
  /** How many entries of what happened it read; null with it. */
  readonly checkedSize: number | null;
  readonly broken: { readonly log: LogKind; readonly seq: number } | null;
}

/**
 * LedgerCheck reads both logs of every facility anew, a while after the start and every day, slowly and beside everything else. What was
 * altered in the database while nobody was looking is found by it, not only when somebody asks for a proof.
 */
@Injectable()
export class LedgerCheck implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LedgerCheck.name);
  private readonly stop = new AbortController();
  private readonly found = new Map<number, Checked>();
  private going: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.going = this.keepChecking();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.going;
  }

  /** broken says whether any log of this server is. */
  get broken(): boolean {
    return [...this.found.values()].some(({ broken }) => broken !== null);
  }

  /** of answers for one facility. */
  of(facilityId: Uuid): RecordCheck {
    const logs = [...this.found.values()].filter((log) => log.facilityId === facilityId);
    const bad = logs.find(({ broken }) => broken !== null);
    const whole = !bad && logs.length === 2;
    const [oldest = null] = logs.map(({ at }) => at).sort();
    return {
      checkedAt: whole ? oldest : null,
      checkedSize: whole ? (logs.find(({ kind }) => kind === 'custody')?.size ?? null) : null,
      broken: bad && bad.broken !== null ? { log: bad.kind, seq: bad.broken } : null,
    };
  }

  /** run checks every log whose newest check is older than that, or of another day, as it stands now. */
  async run(olderThanMs = 0): Promise<void> {
    const logs = await this.database.reads.sql.all<Log>(LOGS);
    const now = this.clock.elapsedMs();
    const isDue = ({ id }: Log): boolean => {
      const newest = this.found.get(id);
      return !newest || now - newest.atMs >= olderThanMs || dayInTokyo(newest.at) !== this.clock.today();
    };
    for (const log of logs.filter(isDue)) await this.check(log);
  }

  private async check({ facilityId, kind, ...head }: Log): Promise<void> {
    const asOf = { at: this.clock.now(), atMs: this.clock.elapsedMs() };
    let since = performance.now();
    const { sql } = this.database.reads;
    const rest = async (): Promise<void> => {
      await this.sleep(REST_FOR_WORK * (performance.now() - since));
      since = performance.now();
    };
    const altered = await firstBroken(sql, head, rest);
    const broken = altered ?? (kind === 'custody' ? await firstStale(sql, { ...head, facilityId }, rest) : null);
    this.found.set(head.id, { facilityId, kind, broken, size: head.size, ...asOf });
    if (broken !== null)
      this.logger.error(`entry ${String(broken)} of the ${kind} log of ${facilityId} is not as it was recorded`);
  }

  private async keepChecking(): Promise<void> {
    while (!this.stop.signal.aborted)
      await this.sleep(LOOK_EVERY_MS)
        .then(() => this.run(AGAIN_AFTER_MS))
        .catch((error: unknown) => {
          if (this.stop.signal.aborted) return;
          this.logger.error('the record was not checked', error instanceof Error ? error.stack : error);
        });
  }

  /** It ends with an error when the server stops. */
  private sleep(ms: number): Promise<void> {
    return setTimeout(ms, undefined, { signal: this.stop.signal, ref: false });
  }
}

type Log = Pick<Head, 'id' | 'size' | 'root'> & Pick<Checked, 'facilityId' | 'kind'>;
const LOGS = `SELECT id, facility_id AS "facilityId", kind, size, root FROM log JOIN log_head ON log_head.log = log.id ORDER BY id`;
