import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Journal } from './journal.ts';
import { Rows } from './sealed-rows.ts';
import type { Sealed } from './sealed.ts';
import type { Alone } from './single-server.ts';
import { PostgresStatements, SqliteStatements } from './statements.ts';
import type { Statements } from './statements.ts';
import type { OpenTransaction, Writer } from './unit-of-work.ts';

const BUSY_RETRY_MS = 50;
const BUSY_LIMIT_MS = 5000;

/** What a writer of SQLite works with beside its connection. */
interface Beside {
  readonly alone: Alone;
  readonly sealed: Sealed;
  /** Null: changes are written nowhere else. */
  readonly journal: Journal | null;
}

/**
 * SqliteWriter begins with BEGIN IMMEDIATE, because a deferred BEGIN that turns into a write can fail at once with
 * SQLITE_BUSY_SNAPSHOT. TypeORM is told that a transaction is open, but never counts: its count does not survive a failed BEGIN.
 */
export class SqliteWriter implements Writer {
  private readonly rows: Rows;
  private readonly sql: Statements;
  private readonly runner: QueryRunner;
  private readonly handle: BetterSqlite3.Database;
  private readonly alone: Alone;
  private readonly journal: Journal | null;
  private readonly version: BetterSqlite3.Statement<[], number>;
  private seen: number | undefined;

  constructor(runner: QueryRunner, handle: BetterSqlite3.Database, { alone, sealed, journal }: Beside) {
    this.runner = runner;
    this.handle = handle;
    this.alone = alone;
    this.journal = journal;
    this.rows = new Rows(runner.manager, sealed);
    this.sql = new SqliteStatements(handle, sealed);
    // It changes when another connection has written, and never by our own writes.
    this.version = handle.prepare<[], number>('PRAGMA data_version').pluck();
  }

  async begin(): Promise<OpenTransaction> {
    this.alone.assure();
    await this.beginWhenFree();
    this.journal?.anew();
    const earlier = this.seen;
    this.seen = this.version.get();
    Object.assign(this.runner, { isTransactionActive: true });
    const end = (sql: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
      try {
        // After a full disk SQLite has rolled back by itself.
        if (this.handle.inTransaction) this.handle.exec(sql);
        else if (sql === 'COMMIT') throw new Error('the transaction was rolled back by the database');
        return Promise.resolve();
      } catch (error) {
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what the database threw goes on as it is
        return Promise.reject(error);
      } finally {
        if (!this.handle.inTransaction) Object.assign(this.runner, { isTransactionActive: false });
      }
    };
    return {
      rows: this.rows,
      sql: this.sql,
      othersWrote: this.seen !== earlier,
      commit: async () => {
        await this.journal?.keep(this.handle);
        await end('COMMIT');
      },
      rollback: () => end('ROLLBACK'),
    };
  }

  /** Another program may hold the file for a moment; waiting inside SQLite would hold up every request. */
  private async beginWhenFree(): Promise<void> {
    const until = Date.now() + BUSY_LIMIT_MS;
    for (;;) {
      try {
        this.handle.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > until) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, BUSY_RETRY_MS));
    }
  }
}

/** PostgresWriter takes a connection of the pool for each transaction, so that a cut one is replaced by the next. */
export class PostgresWriter implements Writer {
  private readonly source: DataSource;
  private readonly sealed: Sealed;

  constructor(source: DataSource, sealed: Sealed) {
    this.source = source;
    this.sealed = sealed;
  }

  async begin(): Promise<OpenTransaction> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
    } catch (error) {
      await runner.release();
      throw error;
    }
    const end = async (how: () => Promise<void>): Promise<void> => {
      try {
        await how();
      } finally {
        if (!runner.isReleased) await runner.release();
      }
    };
    return {
      rows: new Rows(runner.manager, this.sealed),
      sql: new PostgresStatements(runner, this.sealed),
      othersWrote: true,
      commit: () => end(() => runner.commitTransaction()),
      rollback: () => end(() => runner.rollbackTransaction()),
    };
  }
}
