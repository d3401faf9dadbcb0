import { AsyncLocalStorage } from 'node:async_hooks';
import { isDiskFull } from './disk-full.ts';
import type { Rows } from './sealed-rows.ts';
import type { Statements } from './statements.ts';

/** Tx is an open unit of work; a function that takes one never opens another. */
export interface Tx {
  readonly rows: Rows;
  readonly sql: Statements;
  /** What was read under the write lock and need not be read again; forgotten at every rollback. */
  readonly known: Map<string, unknown>;
}

/** OpenTransaction is a transaction that has begun. */
export interface OpenTransaction extends Pick<Tx, 'rows' | 'sql'> {
  /** Whether another process may have written since the last one; on PostgreSQL always. */
  readonly othersWrote: boolean;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Writer begins transactions, one after the other; each database has its own. */
export interface Writer {
  begin(): Promise<OpenTransaction>;
}

interface Job {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly settle: (outcome: Outcome) => void;
  /** How often two transactions have stood in each other's way with it. */
  crossed: number;
}

type Outcome =
  | { readonly ok: true; readonly value: unknown; readonly wrote: boolean }
  | { readonly ok: false; readonly error: unknown };

const LARGEST_BATCH = 64;
const MOST_CROSSED = 5;

/**
 * UnitOfWork is the only way to write. TypeORM on SQLite shares one connection, so that a write answered "ok" can vanish when
 * another request rolls back; therefore all writes take their turn here. Waiting units share one commit, each in its own
 * savepoint; none is answered before the commit, and a failed commit fails all. On PostgreSQL two servers can take locks in each
 * other's way; the unit that the database then gave up is done anew. Proved by unit-of-work.spec.ts.
 */
export class UnitOfWork {
  private readonly waiting: Job[] = [];
  private readonly inside = new AsyncLocalStorage<true>();
  private draining: Promise<void> | null = null;
  private closed = false;
  private failing = false;
  private full = false;
  private readonly writer: Writer;
  private readonly known = new Map<string, unknown>();

  constructor(writer: Writer) {
    this.writer = writer;
  }

  /**
   * writable says whether a write goes through now; after a failed start of a transaction it tries one. A full disk still begins
   * and commits a transaction that writes nothing: until something was written again, it is full.
   */
  async writable(): Promise<boolean> {
    if (this.full) return false;
    if (!this.failing) return true;
    return this.run(() => Promise.resolve(true)).catch(() => false);
  }

  /** run does the work in its turn and answers after the commit. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.inside.getStore()) throw new Error('a unit of work may not open another');
    if (this.closed) throw new Error('the database is closed');
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({
        crossed: 0,
        work,
        settle: (outcome) => {
          if (outcome.ok) resolve(outcome.value as T);
          // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what the work threw goes on as it is
          else reject(outcome.error);
        },
      });
      this.draining ??= this.drain();
    });
  }

  /** close waits for the units that are under way and refuses new ones. */
  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
  }

  private async drain(): Promise<void> {
    // A tick first, so that requests which arrived together share the first commit as well.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.commitTogether(this.waiting.splice(0, LARGEST_BATCH));
    this.draining = null;
  }

  private async commitTogether(jobs: readonly Job[]): Promise<void> {
    let open: OpenTransaction | null = null;
    try {
      open = await this.writer.begin();
      const tx: Tx = { ...open, known: this.known };
      if (open.othersWrote) this.known.clear();
      const outcomes: Outcome[] = [];
      for (const job of jobs) outcomes.push(await this.inside.run(true, () => this.inSavepoint(job, tx)));
      await open.commit();
      this.failing = false;
      if (outcomes.some((outcome) => !outcome.ok && isDiskFull(outcome.error))) this.full = true;
      else if (outcomes.some((outcome) => outcome.ok && outcome.wrote)) this.full = false;
      jobs.forEach((job, n) => {
        const outcome = outcomes[n] ?? { ok: false, error: new Error('no outcome') };
        if (!outcome.ok && isCrossed(outcome.error) && job.crossed++ < MOST_CROSSED) this.waiting.push(job);
        else job.settle(outcome);
      });
    } catch (error) {
      this.known.clear();
      this.failing = true;
      if (isDiskFull(error)) this.full = true;
      await open?.rollback().catch(() => undefined);
      for (const job of jobs) job.settle({ ok: false, error });
    }
  }

  private async inSavepoint(job: Job, tx: Tx): Promise<Outcome> {
    await tx.sql.run('SAVEPOINT unit');
    let wrote = false;
    const sql = noting(tx.sql, () => (wrote = true));
    try {
      const value = await job.work({ ...tx, sql });
      await tx.sql.run('RELEASE SAVEPOINT unit');
      return { ok: true, value, wrote };
    } catch (error) {
      this.known.clear();
      // When the database itself gave up the transaction (a full disk), this throws and the whole batch fails, for that reason.
      await tx.sql.run('ROLLBACK TO SAVEPOINT unit').catch((lost: unknown) => {
        throw isDiskFull(error) ? error : lost;
      });
      await tx.sql.run('RELEASE SAVEPOINT unit');
      return { ok: false, error };
    }
  }
}

/** PostgreSQL: deadlock detected, or not serializable. The unit has changed nothing. */
function isCrossed(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === '40P01' || code === '40001';
}

/** The same statements, which tell when one has changed something. */
function noting(sql: Statements, wrote: () => void): Statements {
  return {
    dialect: sql.dialect,
    sealed: sql.sealed,
    all: (text, values) => sql.all(text, values),
    get: (text, values) => sql.get(text, values),
    run: async (text, values) => {
      const changed = await sql.run(text, values);
      if (changed > 0) wrote();
      return changed;
    },
  };
}
