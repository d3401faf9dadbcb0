import type BetterSqlite3 from 'better-sqlite3';
import { breathe } from '../event-loop.ts';
import type { Sealed } from './sealed.ts';

/** Value is what both databases can bind. */
export type Value = string | number | null | Uint8Array;

/** Row is one row of an answer. */
export type Row = Readonly<Record<string, Value>>;

/**
 * Statements runs hand-written SQL with `?` placeholders on both databases. Log tables and the custody cache use it, because
 * TypeORM's query() costs about half of the throughput.
 */
export interface Statements {
  readonly dialect: 'sqlite' | 'postgres';
  /** What is read of a personal column is opened by this, and what is written into one is closed by it. */
  readonly sealed: Sealed;
  all<R = Row>(sql: string, values?: readonly Value[]): Promise<R[]>;
  get<R = Row>(sql: string, values?: readonly Value[]): Promise<R | undefined>;
  /** run answers how many rows changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
}

/**
 * SqliteStatements keeps prepared statements on one handle. The driver is synchronous; the promises keep one shape for both
 * databases, and between two statements of a long series others have their turn.
 */
export class SqliteStatements implements Statements {
  readonly dialect = 'sqlite';
  readonly sealed: Sealed;
  private readonly prepared = new Map<string, BetterSqlite3.Statement>();
  private readonly handle: BetterSqlite3.Database;

  constructor(handle: BetterSqlite3.Database, sealed: Sealed) {
    this.handle = handle;
    this.sealed = sealed;
  }

  async all<R>(sql: string, values: readonly Value[] = []): Promise<R[]> {
    const pause = breathe();
    if (pause) await pause;
    return this.prepare(sql).all(...values) as R[];
  }

  async get<R>(sql: string, values: readonly Value[] = []): Promise<R | undefined> {
    const pause = breathe();
    if (pause) await pause;
    return this.prepare(sql).get(...values) as R | undefined;
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    const pause = breathe();
    if (pause) await pause;
    return this.prepare(sql).run(...values).changes;
  }

  private prepare(sql: string): BetterSqlite3.Statement {
    let statement = this.prepared.get(sql);
    if (!statement) {
      statement = this.handle.prepare(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }
}

/** Asked is what PostgresStatements needs of a query runner. */
interface Asked {
  query(text: string, values?: unknown[], structured?: true): Promise<{ records: unknown; affected?: number }>;
}

/** PostgresStatements sends the same SQL through a query runner, with `$1…` for `?`. */
export class PostgresStatements implements Statements {
  readonly dialect = 'postgres';
  readonly sealed: Sealed;
  private readonly runner: Asked;

  constructor(runner: Asked, sealed: Sealed) {
    this.runner = runner;
    this.sealed = sealed;
  }

  async all<R>(sql: string, values: readonly Value[] = []): Promise<R[]> {
    return (await this.runner.query(numbered(sql), [...values], true)).records as R[];
  }

  async get<R>(sql: string, values: readonly Value[] = []): Promise<R | undefined> {
    return (await this.all<R>(sql, values))[0];
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    return (await this.runner.query(numbered(sql), [...values], true)).affected ?? 0;
  }
}

const numberedSql = new Map<string, string>();

/** numbered turns `?` into `$1`, `$2`, …; our SQL has no question mark in a literal. */
function numbered(sql: string): string {
  let text = numberedSql.get(sql);
  if (text === undefined) {
    let n = 0;
    text = sql.replaceAll('?', () => `$${String(++n)}`);
    numberedSql.set(sql, text);
  }
  return text;
}

/** places is `?, ?, ?` for so many values. */
export function places(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/**
 * by names the index that SQLite shall take. Without statistics it believes that one log holds a handful of rows, and walks all of
 * it by number; PostgreSQL keeps statistics and takes no hints.
 */
export function by(sql: Pick<Statements, 'dialect'>, index: string): string {
  return sql.dialect === 'sqlite' ? `INDEXED BY ${index}` : '';
}
