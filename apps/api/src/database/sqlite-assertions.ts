import type Database from 'better-sqlite3';

const OLDEST_SQLITE = [3, 51, 3] as const;

/** PRAGMAS of the writer, each asserted at boot: `enableWAL` alone would silently mean synchronous=NORMAL. */
export const PRAGMAS: readonly (readonly [name: string, value: string, reads: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['recursive_triggers', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  // Hot pages are written once per checkpoint, not once per thousand pages of the log.
  ['wal_autocheckpoint', '4000', 4000],
];

/** prepareWriter sets what a durable, guarded SQLite needs. */
export function prepareWriter(handle: Database.Database): void {
  // Waiting is the unit of work's: the driver is synchronous, and a wait in it holds up every request.
  handle.pragma('busy_timeout = 0');
  for (const [name, value] of PRAGMAS) handle.pragma(`${name} = ${value}`);
}

/** assertWriter stops the start when the database would not keep what it acknowledges. */
export function assertWriter(handle: Database.Database): void {
  const version = handle.prepare('SELECT sqlite_version() AS version').pluck().get() as string;
  const parts = version.split('.').map(Number);
  const older = OLDEST_SQLITE.findIndex((least, n) => (parts[n] ?? 0) !== least);
  if (older >= 0 && (parts[older] ?? 0) < (OLDEST_SQLITE[older] ?? 0))
    throw new Error(`SQLite ${version} can lose committed writes; ${OLDEST_SQLITE.join('.')} or newer is needed`);
  for (const [name, , expected] of PRAGMAS) {
    const actual: unknown = handle.pragma(name, { simple: true });
    if (actual !== expected)
      throw new Error(`SQLite runs with ${name}=${String(actual)} instead of ${String(expected)}`);
  }
}

/**
 * schemaOf lists every table, index, trigger and view with its text; two databases of one release answer the same. Only the tables
 * that SQLite makes for its own statistics are left out: a pattern on names would let a trigger in.
 */
export function schemaOf(handle: Database.Database): string {
  return handle
    .prepare(
      "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS line FROM sqlite_master WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4')) ORDER BY 1",
    )
    .pluck()
    .all()
    .join('\n');
}
