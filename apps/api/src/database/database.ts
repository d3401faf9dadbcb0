import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, QueryRunner } from 'typeorm';
import { bigintIsNumber } from './bigint-is-number.ts';
import type { Journal } from './journal.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { assertPostgres } from './postgres-assertions.ts';
import type { Readable } from './reader.ts';
import { Sealed } from './sealed.ts';
import { SEALED_COLUMNS } from './sealed-columns.ts';
import { Rows } from './sealed-rows.ts';
import { ringOf, sealAtStart } from './sealing.ts';
import { currentSchema, unknownOf } from './schema.ts';
import { holdAlone } from './single-server.ts';
import { assertWriter, prepareWriter, schemaOf } from './sqlite-assertions.ts';
import { PostgresStatements, SqliteStatements } from './statements.ts';
import type { Row, Statements } from './statements.ts';
import { UnitOfWork } from './unit-of-work.ts';
import { PostgresWriter, SqliteWriter } from './writers.ts';
import { ROWS } from './rows.ts';

/** Reads is the read-only way in: a second connection that cannot write and never sees an uncommitted row. */
export interface Reads {
  readonly rows: Rows;
  readonly sql: Statements;
}

/** Database is the open database: one unit of work for writes, a read-only connection for everything else. */
export class Database {
  readonly writes: UnitOfWork;
  readonly reads: Reads;
  /** Null: changes are written nowhere else. */
  readonly journal: Journal | null;
  /** forget wipes what was deleted from the files beside the database; false while somebody is in the way, and it is asked again. */
  readonly forget: () => boolean;
  private readonly closers: readonly (() => Promise<void> | void)[];

  constructor(
    writes: UnitOfWork,
    reads: Reads,
    closers: readonly (() => Promise<void> | void)[],
    { journal, forget }: Pick<Database, 'journal' | 'forget'> = { journal: null, forget: () => true },
  ) {
    this.journal = journal;
    this.forget = forget;
    this.writes = writes;
    this.reads = reads;
    this.closers = closers;
  }

  async close(): Promise<void> {
    await this.writes.close();
    for (const close of this.closers) await close();
  }
}

/** openDatabase migrates, asserts and opens; it throws with the reason when the database could not be relied upon. */
export function openDatabase({ database, keysFolder }: Readable, journal: Journal | null = null): Promise<Database> {
  return database.kind === 'sqlite'
    ? openSqlite(database.file, keysFolder, journal)
    : openPostgres(database, keysFolder);
}

const common = {
  entities: ROWS,
  synchronize: false,
  migrations: MIGRATIONS,
  migrationsRun: false,
  logging: false,
} as const;

async function openSqlite(file: string, keysFolder: string, journal: Journal | null): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const alone = holdAlone(file);
  const options = (readonly: boolean): DataSourceOptions => ({
    ...common,
    type: 'better-sqlite3',
    database: file,
    readonly,
    driver: BetterSqlite3,
    prepareDatabase: (handle: BetterSqlite3.Database) => {
      if (readonly) handle.pragma('trusted_schema = OFF');
      else prepareWriter(handle);
    },
  });
  const writer = new DataSource(options(false));
  const begun = async (): Promise<{ writes: UnitOfWork; sealed: Sealed; forget: () => boolean }> => {
    const { runner, handle } = await openWriter(writer);
    journal?.begin(handle);
    journal?.listen(handle);
    const ring = await ringOf(keysFolder, (sql) => Promise.resolve(handle.prepare<[], Row>(sql).all()));
    const sealed = new Sealed(ring);
    const writes = new UnitOfWork(new SqliteWriter(runner, handle, { alone, sealed, journal }));
    const compact = (): Promise<void> => forgetPages(handle);
    await sealAtStart({ writes, keysFolder, compact }, ring);
    await compactErased(writes, compact);
    return { writes, sealed, forget: () => forgetJournal(handle) };
  };
  const { writes, sealed, forget } = await begun().catch(async (error: unknown) => {
    if (writer.isInitialized) await writer.destroy();
    alone.release();
    throw error;
  });
  const reader = await new DataSource(options(true)).initialize();
  const readRunner = reader.createQueryRunner();
  const readHandle = (await readRunner.connect()) as BetterSqlite3.Database;
  return new Database(
    writes,
    { rows: new Rows(reader.manager, sealed), sql: new SqliteStatements(readHandle, sealed) },
    [
      () => reader.destroy(),
      () => writer.destroy(),
      () => journal?.endPart(),
      () => {
        alone.release();
      },
    ],
    { journal, forget },
  );
}

/** Deleted values are zeroed where they were (`secure_delete`); the journal beside the file still has their pages until it is cut. */
function forgetJournal(handle: BetterSqlite3.Database): boolean {
  if (handle.inTransaction) return false;
  const [outcome] = handle.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return outcome?.busy === 0;
}

/** What was overwritten is neither left in a page that is free now nor in the journal. */
function forgetPages(handle: BetterSqlite3.Database): Promise<void> {
  handle.exec('VACUUM');
  handle.pragma('wal_checkpoint(TRUNCATE)');
  return Promise.resolve();
}

/** What was overwritten is not left in rows that are dead now. */
async function forgetRows(owner: DataSource): Promise<void> {
  for (const table of Object.keys(SEALED_COLUMNS)) await owner.query(`VACUUM FULL ${table}`);
}

/** Since the last start somebody's words were erased: the files are written anew once, so that no free page or dead row has them. */
async function compactErased(writes: UnitOfWork, compact: () => Promise<void>): Promise<void> {
  const rows = await writes.run(({ sql }) =>
    sql.all('SELECT id FROM erasure WHERE confirmed_at IS NOT NULL AND compacted = 0 LIMIT 1'),
  );
  if (rows.length === 0) return;
  await compact();
  await writes.run(({ sql }) => sql.run('UPDATE erasure SET compacted = 1 WHERE confirmed_at IS NOT NULL'));
}

async function openWriter(writer: DataSource): Promise<{ runner: QueryRunner; handle: BetterSqlite3.Database }> {
  await writer.initialize();
  await writer.runMigrations({ transaction: 'each' });
  await assertKnown(writer);
  const runner = writer.createQueryRunner();
  const handle = (await runner.connect()) as BetterSqlite3.Database;
  assertWriter(handle);
  await assertSchema(handle);
  return { runner, handle };
}

/** The schema must be exactly what the migrations make: a dropped trigger or a rebuilt table stops the start. */
async function assertSchema(handle: BetterSqlite3.Database): Promise<void> {
  if (schemaOf(handle) !== (await currentSchema()))
    throw new Error('the schema of the database was changed outside this program');
}

/** What a later release has made of the tables, this one does not know. */
async function assertKnown(migrated: DataSource): Promise<void> {
  const done = await migrated.query<{ name: string }[]>('SELECT name FROM migrations');
  const unknown = unknownOf(done.map(({ name }) => name));
  if (unknown.length > 0) throw new Error(`the database was made by a newer release (${unknown.join(', ')})`);
}

async function openPostgres(
  { url, ownerUrl }: { readonly url: string; readonly ownerUrl: string },
  keysFolder: string,
): Promise<Database> {
  bigintIsNumber();
  const owner = await new DataSource({ ...common, type: 'postgres', url: ownerUrl, poolSize: 1 }).initialize();
  const writer = new DataSource({ ...common, type: 'postgres', url, poolSize: 1 });
  const begun = async (): Promise<{ writes: UnitOfWork; sealed: Sealed }> => {
    const role = decodeURIComponent(new URL(url).username);
    await owner.runMigrations({ transaction: 'each' });
    await assertKnown(owner);
    await owner.query('SELECT azukari_grant($1)', [role]);
    await writer.initialize();
    const runner = writer.createQueryRunner();
    // oxlint-disable-next-line typescript/no-misused-promises -- finally waits for it
    await assertPostgres(runner).finally(() => runner.release());
    const ring = await ringOf(keysFolder, (sql) => writer.query<Row[]>(sql));
    const sealed = new Sealed(ring);
    const writes = new UnitOfWork(new PostgresWriter(writer, sealed));
    const compact = (): Promise<void> => forgetRows(owner);
    await sealAtStart({ writes, keysFolder, compact }, ring);
    await compactErased(writes, compact);
    return { writes, sealed };
  };
  const { writes, sealed } = await begun()
    .catch(async (error: unknown) => {
      if (writer.isInitialized) await writer.destroy();
      throw error;
    })
    // oxlint-disable-next-line typescript/no-misused-promises -- finally waits for it
    .finally(() => owner.destroy());
  const reader = await new DataSource({
    ...common,
    type: 'postgres',
    url,
    poolSize: 4,
    extra: { options: '-c default_transaction_read_only=on' },
  }).initialize();
  return new Database(
    writes,
    { rows: new Rows(reader.manager, sealed), sql: new PostgresStatements(pooled(reader), sealed) },
    [() => reader.destroy(), () => writer.destroy()],
  );
}

/** Reads may run side by side, each on a connection of the pool. */
function pooled(reader: DataSource): Pick<QueryRunner, 'query'> & QueryRunner {
  const query = async (sql: string, values?: unknown[], structured?: boolean): Promise<unknown> => {
    const runner = reader.createQueryRunner();
    try {
      return await (structured ? runner.query(sql, values, true) : runner.query(sql, values));
    } finally {
      await runner.release();
    }
  };
  return { query } as unknown as QueryRunner;
}
