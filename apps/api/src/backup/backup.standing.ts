import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupHealth, backupState } from '@azukari/domain';
import type { BackupState, Instant } from '@azukari/domain';
import type { Config } from '../config.ts';
import type { Statements } from '../database/statements.ts';
import { sharesDisk } from './backup-files.ts';
import { readBackupKeys } from './backup-keys.ts';

export { makeBackupKeys } from './backup-keys.ts';

/** Verified is a backup that was opened again. */
export interface Verified {
  readonly name: string;
  readonly at: Instant;
  readonly bytes: number;
}

/** isThere says whether the file of a backup is still what it was when it was verified. */
export function isThere(folder: string, { name, bytes }: Verified): boolean {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.size === bytes;
}

/** newestVerified is the newest backup that was verified and is still there. */
export async function newestVerified(sql: Statements, folder: string): Promise<Verified | null> {
  const rows = await sql.all<Verified>('SELECT name, made_at AS at, bytes FROM backup ORDER BY name');
  return rows.findLast((row) => isThere(folder, row)) ?? null;
}

/** backupStanding says how it stands with the backups as far as their files tell it, also while the server does not run. */
export async function backupStanding(
  sql: Statements,
  { backup, dataFolder }: Config,
  now: Instant,
): Promise<{ state: BackupState; health: ReturnType<typeof backupHealth>; verifiedAt: Instant | null }> {
  const there = statSync(backup.folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const verifiedAt = (await newestVerified(sql, backup.folder))?.at ?? null;
  const facts = {
    verifiedAt,
    now,
    everyMs: backup.everyMs,
    hasKeys: (await readBackupKeys(backup.keysFolder)) !== null,
    trouble: there || backup.own ? null : ('folder-missing' as const),
    journalFails: backup.journal !== null && !existsSync(backup.journal),
    sameDisk: sharesDisk(backup.folder, dataFolder),
  };
  return { state: backupState(facts), health: backupHealth(facts), verifiedAt };
}
