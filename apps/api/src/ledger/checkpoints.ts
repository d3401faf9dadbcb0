import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, BeforeApplicationShutdown } from '@nestjs/common';
import { anchorCode, checkpointBody, openCheckpoint, parseLeaf, signCheckpoint } from '@azukari/domain';
import type { Checkpoint, LogKind, LogName, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { AnchorFile } from './anchor-file.ts';
import type { AnchorNote } from './kept-outside.ts';
import { continues } from './continues.ts';
import { sha256, verifyEd25519 } from './crypto.ts';
import { OUTSIDE } from './kept-outside.ts';
import { Keys } from './keys.ts';
import { readHead } from './ledger.ts';
import type { Head } from './ledger.ts';
import { RARE_TYPE } from './leaf-indexes.ts';

/** SignedCheckpoint is a checkpoint as it goes out. */
export interface SignedCheckpoint {
  readonly note: string;
  readonly size: number;
  readonly code: string;
  readonly at: string;
  readonly key: string;
}

const SIGN_WITHIN_MS = 60_000;
const LOOKED_AT = 64;

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
  /** What the file on the second disk has of a log, as it was when this record was found to continue all of it. */
  private readonly vouched = new Map<LogName, readonly AnchorNote[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: Keys,
    private readonly file: AnchorFile,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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
    if (!(await this.mayBeSigned(sql, head))) return null;
    const kept = await sql.get<{ note: string; at: string }>(
      'SELECT note, at FROM log_checkpoint WHERE log = ? AND size = ?',
      [head.id, head.size],
    );
    const body = checkpointBody({ log: head.name, size: head.size, root: head.root });
    const common = { size: head.size, code: anchorCode(body, sha256), key: this.keys.verifierText(head.name) };
    if (kept) {
      await this.keepOutside(head, kept.note);
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
    await this.keepOutside(head, note);
    return { ...common, note, at };
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

  /** After a restore, or with another key, nothing is signed; people can still put back and take out, and health says fail. */
  private async mayBeSigned(sql: Statements, head: Head): Promise<boolean> {
    const continuous =
      (await this.hasOurKey(sql, head)) &&
      (await this.continuesOutside(sql, head)) &&
      (await this.continuesFile(sql, head));
    if (continuous) this.discontinuous.delete(head.name);
    else this.discontinuous.add(head.name);
    return continuous;
  }

  private async hasOurKey(sql: Statements, head: Head): Promise<boolean> {
    const newest = await sql.get<{ body: string }>(
      `SELECT body FROM log_leaf ${by(sql, 'log_leaf_type')} WHERE log = ? AND ${RARE_TYPE} AND type IN ('log.opened', 'key.rotated') ORDER BY seq DESC LIMIT 1`,
      [head.id],
    );
    const parsed = newest && parseLeaf(newest.body);
    if (parsed?.kind !== 'leaf') return false;
    const { leaf } = parsed;
    return (
      (leaf.type === 'log.opened' || leaf.type === 'key.rotated') &&
      leaf.facts.key === this.keys.verifierText(head.name)
    );
  }

  private async continuesOutside(sql: Statements, head: Head): Promise<boolean> {
    const file = this.outsideFile(head);
    if (!existsSync(file)) return true;
    const outside = this.readOutside(head);
    return outside !== null && continues(sql, head, outside);
  }

  private readOutside(head: Head): Checkpoint | null {
    const file = this.outsideFile(head);
    if (!existsSync(file)) return null;
    const opened = openCheckpoint(readFileSync(file, 'utf8'), [this.keys.verifier(head.name)], verifyEd25519);
    return opened.ok ? opened.checkpoint : null;
  }

  private async keepOutside(head: Head, note: string): Promise<void> {
    const file = this.outsideFile(head);
    const size = this.readOutside(head)?.size ?? -1;
    if (size < head.size) {
      writeFileSync(`${file}.new`, note, { flush: true });
      renameSync(`${file}.new`, file);
    }
    await this.file.keep({ log: head.name, note });
  }

  /** What stands in the file on the second disk has to be a beginning of this record; each reading of the file is looked at once. */
  private async continuesFile(sql: Statements, head: Head): Promise<boolean> {
    const kept = await this.file.kept(head.name);
    if (kept.length === 0 || this.vouched.get(head.name) === kept) return true;
    const notes = await sql.all<{ note: string }>('SELECT note FROM log_checkpoint WHERE log = ?', [head.id]);
    const known = new Set(notes.map(({ note }) => note));
    let ours = 0;
    // The newest vouch for all before them; of the rest those are looked at that this database does not know.
    for (const { note } of kept.toReversed()) {
      if (ours >= LOOKED_AT && known.has(note)) continue;
      const opened = openCheckpoint(note, [this.keys.verifier(head.name)], verifyEd25519);
      if (!opened.ok) continue;
      ours += 1;
      if (!(await continues(sql, head, opened.checkpoint))) return false;
    }
    if (ours === 0) return false;
    this.vouched.set(head.name, kept);
    return true;
  }

  private outsideFile(head: Head): string {
    return join(this.config.anchorsFolder, `${head.name.replaceAll('/', '-')}${OUTSIDE}`);
  }
}
