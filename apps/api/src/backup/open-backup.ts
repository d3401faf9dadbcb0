import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import BetterSqlite3 from 'better-sqlite3';
import type { Config } from '../config.ts';
import { playOn } from '../database/journal.ts';
import type { Played } from '../database/journal.ts';
import { openReader } from '../database/reader.ts';
import { prepareWriter } from '../database/sqlite-assertions.ts';
import { Keys } from '../ledger/keys.ts';
import { DATABASE_NAME, KEYS_NAME, openArchive } from './archive.ts';
import { readDrillKey } from './backup-keys.ts';
import { flawOf, readLogs } from './examine.ts';
import type { CopiedLog, Flaw } from './examine.ts';
import { openWith } from './journal-lock.ts';
import type { Talk } from './talk.ts';

/** How every file begins that age has closed. */
const AGE = 'age-encryption.org/v1';

/** OpenedBackup is a backup in the scratch folder, with what was found in it. */
export interface OpenedBackup {
  readonly database: string;
  readonly keysFolder: string;
  readonly logs: readonly CopiedLog[];
  readonly flaw: Flaw | null;
  /** What came from the journal; `off`: there is to be none, `missing`: its folder is not there. */
  readonly played: Played | 'off' | 'missing';
  /** Takes it all away again. */
  readonly discard: () => void;
}

/**
 * openBackup opens a backup with the drill's key, or with the one from the safe, plays the journal on, and works its record out anew. What
 * does not open is null, and it has said why.
 */
export async function openBackup(file: string, backup: Config['backup'], talk: Talk): Promise<OpenedBackup | null> {
  // The server may be making a backup in its own scratch folder meanwhile.
  const folder = `${backup.scratch}-opened`;
  const secret = await unpack(file, { keysFolder: backup.keysFolder, folder }, talk);
  if (secret === null) {
    empty(folder);
    return null;
  }
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

async function playedAfter(database: string, folder: string | null, secret: string): Promise<OpenedBackup['played']> {
  if (folder === null) return 'off';
  if (!existsSync(folder)) return 'missing';
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
  { say, ask }: Talk,
): Promise<string | null> {
  const into = async (secret: string): Promise<boolean> => {
    empty(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openArchive(file, secret, folder).then(
      () => true,
      (error: unknown) => {
        if (isForOtherKeys(error)) return false;
        throw error;
      },
    );
  };
  try {
    if (!isClosedByAge(file)) {
      say(`これはバックアップのファイルではありません。/ This file is no backup. ${file}`);
      return null;
    }
    const drill = readDrillKey(keysFolder);
    if (drill !== null && (await into(drill))) return drill;
    const typed = await ask(
      '金庫の紙にある鍵（AGE-SECRET-KEY-1…）を入れてください。\nType the key that is on the paper in the safe:',
    );
    const safe = typed.replaceAll(/\s/g, '').toUpperCase();
    if ((await isKey(safe)) && (await into(safe))) return safe;
    say('この鍵では開けません。何も変えていません。/ This key does not open it. Nothing was changed.');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(
      `このファイルは開けません。途中で切れているか、読めません（${why}）。何も変えていません。`,
      `This file does not open: it breaks off or cannot be read (${why}). Nothing was changed.`,
    );
  }
  return null;
}

function isClosedByAge(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const first = Buffer.alloc(AGE.length);
    readSync(handle, first);
    return first.toString() === AGE;
  } finally {
    closeSync(handle);
  }
}

/** A key that was typed wrongly fails its own checksum. */
async function isKey(typed: string): Promise<boolean> {
  return identityToRecipient(typed).then(
    () => true,
    () => false,
  );
}

/** age says by words alone that none of its recipients is ours. */
function isForOtherKeys(error: unknown): boolean {
  return error instanceof Error && /no identity matched/.test(error.message);
}

function empty(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
