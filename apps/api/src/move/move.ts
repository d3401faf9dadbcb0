import { existsSync, renameSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { equalBytes } from '@azukari/domain';
import type { Config } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { places } from '../database/statements.ts';
import type { Statements, Value } from '../database/statements.ts';
import { firstBroken } from '../ledger/check-log.ts';

/** Moved is what was carried over: how many rows of each table. */
export type Moved = ReadonlyMap<string, number>;

/** The list of migrations is made by the migrations; backups of PostgreSQL are not ours. */
const STAYING = new Set(['migrations', 'backup', 'journal']);
const MOST_VALUES = 8_000;

/**
 * moveToPostgres carries a whole SQLite database into an empty PostgreSQL one, in one transaction, and commits only when every table
 * has as many rows and every log, worked out anew there, has the root that it had here. The old file is then renamed: two servers
 * that go on with one record would each sign their own.
 */
export async function moveToPostgres(file: string, config: Config): Promise<Moved> {
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  // Opening it as the server does asserts its schema, brings it to this release, and keeps every other server away.
  const source = await openDatabase({ ...config, database: { kind: 'sqlite', file } });
  // oxlint-disable-next-line typescript/no-misused-promises -- finally waits for it
  const moved = await withTarget(config, (sql) => carryOver(file, source.reads.sql, sql)).finally(() => source.close());
  renameSync(file, `${file}.moved`);
  return moved;
}

async function withTarget<T>(config: Config, work: (sql: Statements) => Promise<T>): Promise<T> {
  const target = await openDatabase(config);
  try {
    return await target.writes.run(({ sql }) => work(sql));
  } finally {
    await target.close();
  }
}

async function carryOver(file: string, from: Statements, to: Statements): Promise<Moved> {
  if (await to.get('SELECT 1 AS one FROM facility')) throw new Error('the PostgreSQL database is not empty');
  const rows = new BetterSqlite3(file, { readonly: true });
  try {
    const moved = new Map<string, number>();
    for (const table of inOrder(rows)) moved.set(table, await carryTable(rows, to, table));
    for (const [table, count] of moved) {
      const there = await to.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
      if (Number(there?.n) !== count) throw new Error(`${table} has not as many rows as before`);
    }
    for (const head of await from.all<Head>(HEADS)) {
      const there = await to.get<Head>(`${HEADS} WHERE log = ?`, [head.id]);
      const holds = there !== undefined && there.size === head.size && equalBytes(there.root, head.root);
      if (!holds || (await firstBroken(to, head, () => Promise.resolve())) !== null)
        throw new Error(`log ${String(head.id)} is not what it was`);
    }
    return moved;
  } finally {
    rows.close();
  }
}

interface Head {
  readonly id: number;
  readonly size: number;
  readonly root: Uint8Array;
}
const HEADS = 'SELECT log AS id, size, root FROM log_head';

/** inOrder lists the tables so that what is referred to comes first. */
function inOrder(rows: BetterSqlite3.Database): readonly string[] {
  const tables = rows
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
    .filter((table) => !STAYING.has(table));
  const needs = new Map(
    tables.map((table) => {
      const references = rows.pragma(`foreign_key_list(${table})`) as readonly { readonly table: string }[];
      return [table, references.map((reference) => reference.table).filter((other) => other !== table)];
    }),
  );
  const ordered = new Set<string>();
  while (ordered.size < tables.length) {
    const ready = tables.filter(
      (table) => !ordered.has(table) && needs.get(table)?.every((other) => ordered.has(other)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of ready) ordered.add(table);
  }
  return [...ordered];
}

/** Rows come in the order in which they were made, so that a drawer comes after its locker. */
async function carryTable(rows: BetterSqlite3.Database, to: Statements, table: string): Promise<number> {
  const columns = rows.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
  const atOnce = Math.floor(MOST_VALUES / columns.length);
  const hasRowid =
    rows.prepare<[string], number>('SELECT wr FROM pragma_table_list WHERE name = ?').pluck().get(table) === 0;
  let count = 0;
  let waiting: Value[][] = [];
  const send = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const group = `(${places(columns.length)})`;
    await to.run(
      `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${waiting.map(() => group).join(', ')}`,
      waiting.flat(),
    );
    count += waiting.length;
    waiting = [];
  };
  const all = rows.prepare<[], Value[]>(`SELECT * FROM ${table}${hasRowid ? ' ORDER BY rowid' : ''}`).raw();
  for (const row of all.iterate()) {
    waiting.push(row);
    if (waiting.length >= atOnce) await send();
  }
  await send();
  return count;
}
