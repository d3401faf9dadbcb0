import BetterSqlite3 from 'better-sqlite3';
import type { Config } from '../config.ts';
import { openSealed } from './sealed.ts';
import { SqliteStatements } from './statements.ts';
import type { Statements } from './statements.ts';

/** Reader is a read-only connection of its own, for work outside of the server's thread. */
export interface Reader {
  readonly sql: Statements;
  close(): Promise<void>;
}

/** Readable is what a reader must be told: where the database is, and where the keys of what is sealed in it. */
export type Readable = Pick<Config, 'database' | 'keysFolder'>;

/** openReader opens one on a database that the server has made. */
export async function openReader({ database, keysFolder }: Readable): Promise<Reader> {
  const sealed = openSealed(keysFolder);
  if (database.kind === 'postgres') {
    // A driver that is not needed would take its memory once more in every worker.
    const { openPostgresReader } = await import('./postgres-reader.ts');
    return openPostgresReader(database.url, sealed);
  }
  const handle = new BetterSqlite3(database.file, { readonly: true });
  handle.pragma('trusted_schema = OFF');
  return { sql: new SqliteStatements(handle, sealed), close: () => Promise.resolve(void handle.close()) };
}
