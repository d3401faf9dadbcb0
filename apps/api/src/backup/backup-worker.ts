import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants, platform, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { isDiskFull } from '../database/disk-full.ts';
import { openReader } from '../database/reader.ts';
import { syncFolder } from '../database/secret-file.ts';
import { schemaOf } from '../database/sqlite-assertions.ts';
import type { AnchorNote } from '../ledger/kept-outside.ts';
import { Keys } from '../ledger/keys.ts';
import { DATABASE_NAME, KEYS_NAME, openArchive, writeArchive } from './archive.ts';
import type { BackupKeys } from './backup-keys.ts';
import { flawOf } from './examine.ts';

/** BackupOrder is what the worker is started with. */
export interface BackupOrder {
  readonly database: string;
  readonly keysFolder: string;
  readonly keys: BackupKeys;
  readonly outside: readonly AnchorNote[];
  /** A folder of its own on the disk of the database; what lies in it is removed. */
  readonly scratch: string;
  readonly target: string;
}

/** BackupReport is how it ended. */
export type BackupReport =
  | { readonly made: true; readonly bytes: number }
  | { readonly made: false; readonly trouble: 'disk-full' | 'flawed' | 'failed'; readonly why: string };

/** PARTIAL is how a file ends that is no backup yet. */
export const PARTIAL = '.partial';

if (parentPort) {
  // Whoever stands at the safe goes first. Only on Linux is this the priority of the thread; elsewhere it would be the server's.
  if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  parentPort.postMessage(await makeBackup(workerData as BackupOrder));
}

/** makeBackup copies, closes, opens again and examines; only then does the file get its name. */
export async function makeBackup(order: BackupOrder): Promise<BackupReport> {
  const partial = `${order.target}${PARTIAL}`;
  try {
    rmSync(order.scratch, { recursive: true, force: true });
    mkdirSync(order.scratch, { recursive: true, mode: 0o700 });
    const copy = join(order.scratch, DATABASE_NAME);
    const schema = copyDatabase(order.database, copy);
    await writeArchive({ ...order, ...order.keys, database: copy, path: partial });
    rmSync(copy);
    await openArchive(partial, order.keys.drill, order.scratch);
    const flaw = await examineCopy(copy, schema, order);
    if (flaw !== null) return { made: false, trouble: 'flawed', why: flaw };
    renameSync(partial, order.target);
    syncFolder(dirname(order.target));
    return { made: true, bytes: statSync(order.target).size };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { made: false, trouble: isDiskFull(error) ? 'disk-full' : 'failed', why };
  } finally {
    rmSync(partial, { force: true });
    rmSync(order.scratch, { recursive: true, force: true });
  }
}

/** One read transaction on a connection of its own: whoever writes goes on, and pages that were erased are not in the copy. */
function copyDatabase(file: string, copy: string): string {
  const original = new BetterSqlite3(file, { readonly: true });
  try {
    original.prepare('VACUUM INTO ?').run(copy);
    return schemaOf(original);
  } finally {
    original.close();
  }
}

async function examineCopy(file: string, schema: string, order: BackupOrder): ReturnType<typeof flawOf> {
  const keysFolder = join(order.scratch, KEYS_NAME);
  const copy = new BetterSqlite3(file, { readonly: true });
  const reader = await openReader({ database: { kind: 'sqlite', file }, keysFolder });
  try {
    return await flawOf(copy, reader.sql, { schema, keys: new Keys(keysFolder), outside: order.outside });
  } finally {
    copy.close();
    await reader.close();
  }
}
