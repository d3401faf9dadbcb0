import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { backupHealth, backupState, instantAt, isBackupDue, millisecondsOf } from '@azukari/domain';
import type { BackupFacts, BackupState, BackupTrouble, Instant } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { AnchorFile } from '../ledger/anchor-file.ts';
import type { AnchorNote } from '../ledger/kept-outside.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { keptOutside } from '../ledger/kept-outside.ts';
import { isNote } from '../ledger/stretch-end.ts';
import { backupName, openFolder, removeOld, removeRemains, sharesDisk } from './backup-files.ts';
import { readBackupKeys } from './backup-keys.ts';
import type { BackupKeys } from './backup-keys.ts';
import { isThere, newestVerified } from './backup.standing.ts';
import type { Verified } from './backup.standing.ts';
import type { BackupOrder, BackupReport } from './backup-worker.ts';

const LOOK_EVERY_MS = 60_000;
const AGAIN_AFTER_MS = 10 * 60_000;
const LARGEST_HEAP_MB = 128;
const JOURNAL_KEPT_MS = 3 * 24 * 60 * 60_000;

/**
 * Backups makes a backup whenever one is due, in a worker of its own: copied in one read transaction, closed for two keys, opened again
 * and worked out anew. What was not verified has no name and counts as none. PostgreSQL has its own means, and a demo nothing to keep.
 */
@Injectable()
export class Backups implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Backups.name);
  private readonly file: string | null;
  private newest: Verified | null = null;
  private keys: BackupKeys | null = null;
  private trouble: BackupTrouble | null = null;
  private sameDisk = false;
  private triedMs = -AGAIN_AFTER_MS;
  private working: Promise<void> | null = null;
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checkpoints: Checkpoints,
    private readonly anchorFile: AnchorFile,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.file = config.database.kind === 'sqlite' && !config.demo ? config.database.file : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.file === null) return;
    this.newest = await newestVerified(this.database.reads.sql, this.config.backup.folder);
    this.sameDisk = sharesDisk(this.config.backup.folder, this.config.dataFolder);
    this.keys = await readBackupKeys(this.config.backup.keysFolder);
    if (!this.config.wakes) return;
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.worker?.terminate();
    await this.working;
  }

  /** standing is how it stands now. */
  standing(): { readonly state: BackupState; readonly verifiedAt: Instant | null } {
    if (this.file === null) return { state: 'off', verifiedAt: null };
    const facts = this.facts();
    return { state: backupState(facts), verifiedAt: facts.verifiedAt };
  }

  /** health is that as a machine asks it. */
  health(): ReturnType<typeof backupHealth> | 'off' {
    return this.file === null ? 'off' : backupHealth(this.facts());
  }

  /** look makes a backup if one is due; after a failure not before a while. */
  async look(): Promise<void> {
    this.keys ??= await readBackupKeys(this.config.backup.keysFolder);
    if (this.newest && !isThere(this.config.backup.folder, this.newest)) this.newest = null;
    const waits = this.trouble !== null && this.clock.elapsedMs() - this.triedMs < AGAIN_AFTER_MS;
    if (!waits && (this.isJournalBroken() || isBackupDue(this.facts()))) await this.make();
  }

  /** While its disk takes nothing, one backup follows the other: not without a pause. */
  private isJournalBroken(): boolean {
    const { journal } = this.database;
    if (journal?.broken !== true) return false;
    return !journal.failing || this.clock.elapsedMs() - this.triedMs >= AGAIN_AFTER_MS;
  }

  /** make makes one now, or waits for the one that is being made; how it went is told by `standing`. */
  async make(): Promise<void> {
    const { file, keys } = this;
    if (file === null || keys === null) return;
    this.working ??= this.attempt(file, keys)
      .catch((error: unknown) => {
        this.trouble = 'failed';
        this.logger.error('no backup was made', error instanceof Error ? error.stack : error);
      })
      .finally(() => {
        this.working = null;
      });
    await this.working;
  }

  private async attempt(file: string, keys: BackupKeys): Promise<void> {
    const { folder, scratch } = this.config.backup;
    this.triedMs = this.clock.elapsedMs();
    if (!openFolder(this.config.backup)) {
      this.trouble = 'folder-missing';
      return;
    }
    this.sameDisk = sharesDisk(folder, this.config.dataFolder);
    removeRemains(folder);
    const at = this.clock.now();
    const name = backupName(at);
    const { keysFolder } = this.config;
    const order = { database: file, keysFolder, keys, outside: await this.outside(), scratch };
    const { journal } = this.database;
    // Whatever is not in the journal from now on breaks it anew; all that is in the parts until now is in the copy.
    if (journal) journal.broken = false;
    await this.database.writes.run(async () => journal?.endPart());
    const report = await this.inWorker({ ...order, target: join(folder, name) });
    if (!report.made) {
      this.trouble = report.trouble;
      if (journal) journal.broken = true;
      this.logger.error(`no backup was made: ${report.trouble}`, report.why);
      return;
    }
    this.newest = { name, at, bytes: report.bytes };
    this.trouble = null;
    await this.remember(this.newest, removeOld(folder, name));
    await this.forgetParts(at);
  }

  /** Parts are kept for a while, in case the newest backup cannot be had; not those with words that were erased since. */
  private async forgetParts(at: Instant): Promise<void> {
    const { journal } = this.database;
    if (!journal) return;
    const old = instantAt(millisecondsOf(at) - JOURNAL_KEPT_MS);
    const last = await this.database.reads.sql.get<{ erased: Instant | null }>(
      'SELECT MAX(confirmed_at) AS erased FROM erasure WHERE confirmed_at <= ?',
      [at],
    );
    const erased = last?.erased ?? old;
    try {
      journal.forget(erased > old ? erased : old);
    } catch (error) {
      this.logger.error('the old parts of the journal stay', error instanceof Error ? error.stack : error);
    }
  }

  private async inWorker(order: BackupOrder): Promise<BackupReport> {
    // Compiled beside compiled, TypeScript (whose types Node strips) beside TypeScript.
    const worker = new Worker(new URL(`./backup-worker${extname(import.meta.url)}`, import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
    });
    this.worker = worker;
    let report: BackupReport = { made: false, trouble: 'failed', why: 'the worker ended without a backup' };
    worker.on('message', (told: BackupReport) => (report = told));
    try {
      await once(worker, 'exit');
      return report;
    } finally {
      this.worker = null;
    }
  }

  /** A record that does not continue what was kept outside is told of by itself, and needs backups no less. */
  private async outside(): Promise<readonly AnchorNote[]> {
    await this.checkpoints.signAll();
    const beside = keptOutside(this.config.anchorsFolder);
    const elsewhere = await Promise.all(
      beside.map(async ({ log }) => (await this.anchorFile.kept(log)).findLast(isNote) ?? []),
    );
    return [...beside, ...elsewhere.flat()].filter(({ log }) => !this.checkpoints.discontinuous.has(log));
  }

  private facts(): BackupFacts {
    return {
      verifiedAt: this.newest?.at ?? null,
      now: this.clock.now(),
      everyMs: this.config.backup.everyMs,
      hasKeys: this.keys !== null,
      trouble: this.trouble,
      sameDisk: this.sameDisk,
      journalFails: this.database.journal?.failing === true,
    };
  }

  private async remember(made: Verified, left: readonly string[]): Promise<void> {
    await this.database.writes.run(async ({ sql }) => {
      const rows = await sql.all<Pick<Verified, 'name'>>('SELECT name FROM backup');
      for (const { name } of rows) if (!left.includes(name)) await sql.run('DELETE FROM backup WHERE name = ?', [name]);
      await sql.run('INSERT INTO backup (name, made_at, bytes) VALUES (?, ?, ?)', [made.name, made.at, made.bytes]);
    });
  }
}
