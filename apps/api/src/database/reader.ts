import BetterSqlite3 from 'better-sqlite3';
import type { Config } from '../config.ts';
import { SqliteStatements } from './statements.ts';
import type { Statements } from './statements.ts';

/** Reader is a read-only connection of its own, for work outside of the server's thread. */
export interface Reader {
  readonly sql: Statements;
  close(): Promise<void>;
}

/** openReader opens one on a database that the server has made. */
export async function openReader(database: Config['database']): Promise<Reader> {
  if (database.kind === 'postgres') {
    // A driver that is not needed would take its memory once more in every worker.
    const { openPostgresReader } = await import('./postgres-reader.ts');
    return openPostgresReader(database.url);
  }
  const handle = new BetterSqlite3(database.file, { readonly: true });
  handle.pragma('trusted_schema = OFF');
  return { sql: new SqliteStatements(handle), close: () => Promise.resolve(void handle.close()) };
}
