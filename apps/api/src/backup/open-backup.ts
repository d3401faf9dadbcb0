import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Config } from '../config.ts';
import { playOn } from '../database/journal.ts';
import { openReader } from '../database/reader.ts';
import { prepareWriter } from '../database/sqlite-assertions.ts';
import { Keys } from '../ledger/keys.ts';
import { DATABASE_NAME, KEYS_NAME, openArchive } from './archive.ts';
import { readDrillKey } from './backup-keys.ts';
import { flawOf, readLogs } from './examine.ts';
import type { CopiedLog, Flaw } from './examine.ts';
import { openWith } from './journal-lock.ts';
import type { Talk } from './talk.ts';

/** OpenedBackup is a backup in the scratch folder, with what was found in it. */
export interface OpenedBackup {
  readonly database: string;
  readonly keysFolder: string;
  readonly logs: readonly CopiedLog[];
  readonly flaw: Flaw | null;
  /** How many transactions after the backup came from the journal. */
  readonly played: number;
  /** Takes it all away again. */
  readonly discard: () => void;
}

/** openBackup opens a backup with the drill's key, or with the one from the safe, plays the journal on, and works its record out anew. */
export async function openBackup(file: string, backup: Config['backup'], talk: Talk): Promise<OpenedBackup> {
  // The server may be making a backup in its own scratch folder meanwhile.
  const folder = `${backup.scratch}-opened`;
  const secret = await unpack(file, { keysFolder: backup.keysFolder, folder }, talk);
  const database = join(folder, DATABASE_NAME);
  const keysFolder = join(folder, KEYS_NAME);
  const played = await playedAfter(database, backup.journal, secret);
  const copy = new BetterSqlite3(database, { readonly: true });
  const reader = await openReader({ database: { kind: 'sqlite', file: database }, keysFolder });
  try {
    // The tables are those of the release that made it; the start migrates and holds them against its own.
    const flaw = await flawOf(copy, reader.sql, { schema: null, outside: [], keys: new Keys(keysFolder) });
    const logs = flaw === 'pages' ? [] : await readLogs(reader.sql);
    return { database, keysFolder, flaw, logs, played, discard: () => empty(folder) };
  } finally {
    copy.close();
    await reader.close();
  }
}

async function playedAfter(database: string, folder: string | null, secret: string): Promise<number> {
  if (folder === null || !existsSync(folder)) return 0;
  const copy = new BetterSqlite3(database);
  try {
    prepareWriter(copy);
    return await playOn(copy, folder, { open: openWith(secret) });
  } finally {
    // One file, as it came.
    copy.pragma('journal_mode = DELETE');
    copy.close();
  }
}

async function unpack(
  file: string,
  { folder, keysFolder }: { readonly folder: string; readonly keysFolder: string },
  talk: Talk,
): Promise<string> {
  const into = async (secret: string): Promise<void> => {
    empty(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await openArchive(file, secret, folder);
  };
  const drill = readDrillKey(keysFolder);
  const opened =
    drill !== null &&
    (await into(drill).then(
      () => true,
      () => false,
    ));
  if (opened) return drill;
  const typed = await talk.ask(
    '金庫の紙にある鍵（AGE-SECRET-KEY-1…）を入れてください。\nType the key that is on the paper in the safe:',
  );
  const safe = typed.replaceAll(/\s/g, '').toUpperCase();
  await into(safe);
  return safe;
}

function empty(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
