import Database from 'better-sqlite3';

/**
 * holdAlone keeps a second server away from one SQLite file: BEGIN EXCLUSIVE on a file beside it, which the system frees
 * by itself when the process is killed. Node has no flock.
 */
export function holdAlone(databaseFile: string): { readonly release: () => void } {
  const guard = new Database(`${databaseFile}.lock`, { timeout: 0 });
  try {
    guard.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    guard.close();
    throw new Error(`another server already uses ${databaseFile}`, { cause: error });
  }
  return {
    release: () => {
      guard.close();
    },
  };
}
