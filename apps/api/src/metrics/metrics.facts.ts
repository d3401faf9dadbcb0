import { statSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { millisecondsOf } from '@azukari/domain';
import { Backups } from '../backup/backup.service.ts';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { freeBytes } from '../database/disk-room.ts';
import { gauge } from './exposition.ts';
import type { Family } from './exposition.ts';

/** MetricsFacts reads what stands in the database and on the disk, as numbers of the whole server. */
@Injectable()
export class MetricsFacts {
  /** Where the record stood at the start, and what came since by type: only what was committed is counted, each entry once. */
  private readonly upTo = new Map<number, number>();
  private readonly entries = new Map<string, number>();
  private counting: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly backups: Backups,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** begin counts from here. */
  async begin(): Promise<void> {
    for (const { log, size } of await this.heads()) this.upTo.set(log, size);
  }

  /** families are the facts as they are now. */
  async families(): Promise<readonly Family[]> {
    // Two who read at once would count the same entries twice.
    this.counting = this.counting.catch(() => undefined).then(() => this.countEntries());
    await this.counting;
    return [
      {
        name: 'azukari_entries_recorded_total',
        type: 'counter',
        help: 'Entries of the custody logs by type, since the start.',
        samples: [...this.entries].map(([type, value]) => ({ labels: { type }, value })),
      },
      {
        name: 'azukari_notices',
        type: 'gauge',
        help: 'Mails, letters and calls that are not settled, by state.',
        samples: await this.notices(),
      },
      ...this.backup(),
      gauge('azukari_database_bytes', 'The database and its write-ahead log.', await this.databaseBytes()),
      gauge('azukari_disk_free_bytes', 'What is free on the disk of the data.', freeBytes(this.config.dataFolder)),
    ];
  }

  private backup(): readonly Family[] {
    const { verifiedAt } = this.backups.standing();
    const age = verifiedAt === null ? null : (millisecondsOf(this.clock.now()) - millisecondsOf(verifiedAt)) / 1000;
    const health = this.backups.health();
    return [
      gauge('azukari_backup_age_seconds', 'Since the newest backup that was verified.', age),
      gauge(
        'azukari_backup_verified',
        '1: a backup that is young enough was opened again.',
        health === 'off' ? null : Number(verifiedAt !== null && health === 'ok'),
      ),
    ];
  }

  private async countEntries(): Promise<void> {
    for (const { log, size } of await this.heads()) {
      const rows = await this.database.reads.sql.all<{ type: string; n: number }>(
        'SELECT type, COUNT(*) AS n FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? GROUP BY type',
        [log, this.upTo.get(log) ?? 0, size],
      );
      for (const { type, n } of rows) this.entries.set(type, (this.entries.get(type) ?? 0) + n);
      this.upTo.set(log, size);
    }
  }

  private heads(): Promise<{ log: number; size: number }[]> {
    return this.database.reads.sql.all(
      "SELECT log_head.log AS log, size FROM log_head JOIN log ON log.id = log_head.log WHERE kind = 'custody'",
    );
  }

  private async notices(): Promise<Family['samples']> {
    const rows = await this.database.reads.sql.all<{ state: string; n: number }>(
      "SELECT state, COUNT(*) AS n FROM notice WHERE state IN ('queued', 'open', 'sending', 'uncertain') GROUP BY state ORDER BY state",
    );
    return rows.map(({ state, n }) => ({ labels: { state }, value: n }));
  }

  private async databaseBytes(): Promise<number> {
    const { database } = this.config;
    if (database.kind === 'sqlite')
      return ['', '-wal'].reduce(
        (bytes, end) => bytes + (statSync(`${database.file}${end}`, { throwIfNoEntry: false })?.size ?? 0),
        0,
      );
    const row = await this.database.reads.sql.get<{ bytes: number }>(
      'SELECT pg_database_size(current_database()) AS bytes',
    );
    return row?.bytes ?? 0;
  }
}
