import { existsSync } from 'node:fs';
import type { Instant } from '@azukari/domain';
import BetterSqlite3 from 'better-sqlite3';
import { backupNow } from '../backup/backup.now.ts';
import type { BackupNow } from '../backup/backup.now.ts';
import type { Config } from '../config.ts';
import { MIGRATIONS } from '../database/migrations/index.ts';
import { schemaStanding } from '../database/schema.ts';
import type { SchemaStanding } from '../database/schema.ts';
import { holdAlone } from '../database/single-server.ts';

/** Upgrade is what there was to do before this release may open the database. */
export type Upgrade =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'backed-up'; readonly file: string }
  | { readonly kind: 'schema-changed' }
  | { readonly kind: 'schema-newer'; readonly unknown: readonly string[] }
  | { readonly kind: 'not-backed-up'; readonly trouble: Extract<BackupNow, { readonly made: false }> };

/**
 * prepareUpgrade looks at the database before anything of it is changed. One that a release has to bring up to date is backed up first
 * and verified; without that backup, on tables of a later release, or on tables that somebody changed, nothing may start.
 */
export async function prepareUpgrade(config: Config, at: Instant, migrations = MIGRATIONS): Promise<Upgrade> {
  // PostgreSQL is backed up by its own means; what a later release made of it is refused where it is opened.
  if (config.database.kind !== 'sqlite' || !existsSync(config.database.file)) return { kind: 'nothing' };
  const { file } = config.database;
  const standing = await standingOf(file, migrations);
  if (standing.kind === 'changed') return { kind: 'schema-changed' };
  if (standing.kind === 'newer') return { kind: 'schema-newer', unknown: standing.unknown };
  if (standing.kind !== 'older') return { kind: 'nothing' };
  const alone = holdAlone(file);
  try {
    const backup = await backupNow(config, file, at);
    return backup.made ? { kind: 'backed-up', file: backup.file } : { kind: 'not-backed-up', trouble: backup };
  } finally {
    alone.release();
  }
}

async function standingOf(file: string, migrations: typeof MIGRATIONS): Promise<SchemaStanding> {
  const handle = new BetterSqlite3(file, { readonly: true });
  try {
    return await schemaStanding(handle, migrations);
  } finally {
    handle.close();
  }
}
