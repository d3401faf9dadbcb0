import { mkdirSync } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, BeforeApplicationShutdown } from '@nestjs/common';
import { anchorCode, checkpointBody, LOG_KINDS, logName, signCheckpoint } from '@azukari/domain';
import type { LogKind, LogName, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { AnchorFile } from './anchor-file.ts';
import { Continuity } from './continuity.ts';
import type { Standing } from './continuity.ts';
import { sha256 } from './crypto.ts';
import { Keys } from './keys.ts';
import { readHead } from './ledger.ts';
import type { Head } from './ledger.ts';
import type { StretchEnd } from './stretch-end.ts';

/** SignedCheckpoint is a checkpoint as it goes out. */
export interface SignedCheckpoint {
  readonly note: string;
  readonly size: number;
  readonly code: string;
  readonly at: string;
  readonly key: string;
}

const SIGN_WITHIN_MS = 60_000;

/**
 * Checkpoints signs the state of each log within a minute of a write and for each report (C2SP tlog-checkpoint). The newest one
 * is also kept in a file beside the database: after a restore nothing is signed that is not consistent with it.
 */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly logger = new Logger(Checkpoints.name);
  /** Logs that do not continue the newest checkpoint outside the database, or were begun with another key. */
  readonly discontinuous = new Set<LogName>();
  private readonly continuity: Continuity;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: Keys,
    file: AnchorFile,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.continuity = new Continuity(keys, file, config.anchorsFolder);
  }

  async onApplicationBootstrap(): Promise<void> {
    mkdirSync(this.config.anchorsFolder, { recursive: true });
    await this.signAll();
    this.timer = setInterval(() => {
      this.signAll().catch((error: unknown) => {
        this.logger.error('nothing was signed', error instanceof Error ? error.stack : error);
      });
    }, SIGN_WITHIN_MS);
    this.timer.unref();
  }

  /** The last minute of a day is signed too, before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.signAll();
  }

  /** newest signs the log as it stands now, unless that is signed already; it refuses where nothing may be signed. */
  async newest(facilityId: Uuid, kind: LogKind = 'custody'): Promise<SignedCheckpoint> {
    const signed = await this.newestIfContinuous(facilityId, kind);
    if (!signed) throw new Refused({ kind: 'record-discontinuous' });
    return signed;
  }

  /** newestIfContinuous is newest, or null where nothing may be signed: for paper, which then goes out without a signature. */
  async newestIfContinuous(facilityId: Uuid, kind: LogKind = 'custody'): Promise<SignedCheckpoint | null> {
    const { sql } = this.database.reads;
    const head = await readHead(sql, facilityId, kind);
    if (!head) throw new Error(`facility ${facilityId} has no ${kind} log`);
    const ended = await this.mayBeSigned(sql, head);
    if (ended === null) return null;
    const kept = await sql.get<{ note: string; at: string }>(
      'SELECT note, at FROM log_checkpoint WHERE log = ? AND size = ?',
      [head.id, head.size],
    );
    const body = checkpointBody({ log: head.name, size: head.size, root: head.root });
    const common = { size: head.size, code: anchorCode(body, sha256), key: this.keys.verifierText(head.name) };
    if (kept) {
      await this.continuity.keep(sql, head, kept.note, ended);
      return { ...common, ...kept };
    }
    const note = signCheckpoint({ log: head.name, size: head.size, root: head.root }, [this.keys.signer(head.name)]);
    const at = this.clock.now();
    await this.database.writes.run((tx) =>
      tx.sql.run(
        'INSERT INTO log_checkpoint (log, size, note, at) SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM log_checkpoint WHERE log = ? AND size = ?)',
        [head.id, head.size, note, at, head.id, head.size],
      ),
    );
    await this.continuity.keep(sql, head, note, ended);
    return { ...common, note, at };
  }

  /** standingOf says how a log stands to what is kept outside: as of now, or within a transaction. */
  standingOf(sql: Statements, head: Head): Promise<Standing> {
    return this.continuity.standingOf(sql, head);
  }

  /** goOn signs again after a person of that facility has given up what is missing; where something else is, nothing is signed. */
  async goOn(facilityId: Uuid): Promise<void> {
    for (const kind of LOG_KINDS) this.continuity.forget(logName(facilityId, kind));
    await this.signAll();
  }

  /** signAll signs every log that grew since its newest checkpoint; one that cannot be signed does not hold up the others. */
  async signAll(): Promise<void> {
    const logs = await this.database.reads.sql.all<{ facility: Uuid; kind: LogKind }>(
      'SELECT facility_id AS facility, kind FROM log ORDER BY id',
    );
    for (const { facility, kind } of logs)
      await this.newest(facility, kind).catch((error: unknown) => {
        this.logger.error(
          `the ${kind} log of ${facility} was not signed`,
          error instanceof Error ? error.stack : error,
        );
      });
  }

  /** After a restore, or with another key, nothing is signed until a person gave up what is missing; people can still put back and take out, and health says fail. */
  private async mayBeSigned(sql: Statements, head: Head): Promise<readonly StretchEnd[] | null> {
    const standing = await this.continuity.standingOf(sql, head);
    if (standing.kind === 'continues') this.discontinuous.delete(head.name);
    else this.discontinuous.add(head.name);
    return standing.kind === 'continues' ? standing.ended : null;
  }
}
