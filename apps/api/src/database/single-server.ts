import { lstatSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Alone is the right to be the only server on one SQLite file. */
export interface Alone {
  /** assure throws when another server may write; a lock file that was only taken away is made and locked anew. */
  assure(): void;
  release(): void;
}

/**
 * holdAlone keeps a second server away from one SQLite file: BEGIN EXCLUSIVE on a file beside it, which the system frees
 * by itself when the process is killed. Node has no flock.
 */
export function holdAlone(databaseFile: string): Alone {
  const path = `${databaseFile}.lock`;
  let held = lock(databaseFile, path);
  return {
    assure: () => {
      if (identityOf(path) === held.identity) return;
      held.guard.close();
      held = lock(databaseFile, path);
    },
    release: () => {
      held.guard.close();
    },
  };
}

function lock(databaseFile: string, path: string): { readonly guard: Database.Database; readonly identity: string } {
  // Under a second name it would have a second lock, and SQLite a second journal for the same pages.
  for (const file of [databaseFile, path]) refuseSecondName(file);
  const guard = new Database(path, { timeout: 0 });
  try {
    guard.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    guard.close();
    throw new Error(`another server already uses ${databaseFile}`, { cause: error });
  }
  return { guard, identity: identityOf(path) };
}

function refuseSecondName(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found && (!found.isFile() || found.nlink > 1)) throw new Error(`${file} is a link or has a second name`);
}

/** The same path may be another file by now. A file is never opened and closed to look: that would free the lock (POSIX). */
function identityOf(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${String(found.dev)}:${String(found.ino)}` : '';
}
