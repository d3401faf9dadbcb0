import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { Config } from '../config.ts';
import { bigintIsNumber } from './bigint-is-number.ts';
import { PostgresStatements, SqliteStatements } from './statements.ts';
import type { Statements } from './statements.ts';

/** Reader is a read-only connection of its own, for work outside of the server's thread. */
export interface Reader {
  readonly sql: Statements;
  close(): Promise<void>;
}

/** openReader opens one on a database that the server has made. */
export async function openReader(database: Config['database']): Promise<Reader> {
  if (database.kind === 'sqlite') {
    const handle = new BetterSqlite3(database.file, { readonly: true });
    handle.pragma('trusted_schema = OFF');
    return { sql: new SqliteStatements(handle), close: () => Promise.resolve(void handle.close()) };
  }
  bigintIsNumber();
  const client = new pg.Client({
    connectionString: database.url,
    options: '-c default_transaction_read_only=on',
  });
  await client.connect();
  const query = async (text: string, values?: unknown[]) => {
    const { rows, rowCount } = await client.query<Record<string, unknown>>(text, values);
    return { records: rows, affected: rowCount ?? 0 };
  };
  return { sql: new PostgresStatements({ query }), close: () => client.end() };
}
