import pg from 'pg';
import { bigintIsNumber } from './bigint-is-number.ts';
import type { Reader } from './reader.ts';
import type { Sealed } from './sealed.ts';
import { PostgresStatements } from './statements.ts';

/** openPostgresReader opens a connection on which nothing can be written. */
export async function openPostgresReader(url: string, sealed: Sealed): Promise<Reader> {
  bigintIsNumber();
  const client = new pg.Client({ connectionString: url, options: '-c default_transaction_read_only=on' });
  await client.connect();
  const query = async (text: string, values?: unknown[]) => {
    const { rows, rowCount } = await client.query<Record<string, unknown>>(text, values);
    return { records: rows, affected: rowCount ?? 0 };
  };
  return { sql: new PostgresStatements({ query }, sealed), close: () => client.end() };
}
