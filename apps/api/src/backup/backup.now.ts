import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupTrouble, Instant } from '@azukari/domain';
import type { Config } from '../config.ts';
import { keptOutside } from '../ledger/kept-outside.ts';
import { backupName, openFolder } from './backup-files.ts';
import { readBackupKeys } from './backup-keys.ts';
import { makeBackup } from './backup-worker.ts';

/** BackupNow is how a backup went that a command made, with the file it is in. */
export type BackupNow =
  | { readonly made: true; readonly file: string }
  | { readonly made: false; readonly trouble: BackupTrouble | 'no-keys'; readonly why: string };

/** backupNow makes a verified backup of a database that no server uses. */
export async function backupNow(
  { backup, anchorsFolder, keysFolder }: Config,
  database: string,
  at: Instant,
): Promise<BackupNow> {
  const keys = await readBackupKeys(backup.keysFolder);
  if (keys === null) return { made: false, trouble: 'no-keys', why: backup.keysFolder };
  if (!openFolder(backup)) return { made: false, trouble: 'folder-missing', why: backup.folder };
  const file = join(backup.folder, backupName(at));
  const outside = existsSync(anchorsFolder) ? keptOutside(anchorsFolder) : [];
  const report = await makeBackup({ database, keysFolder, keys, outside, scratch: backup.scratch, target: file });
  return report.made ? { made: true, file } : report;
}
