import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { MixedList } from 'typeorm';
import { MIGRATIONS } from './migrations/index.ts';
import { schemaOf } from './sqlite-assertions.ts';

type Migration = (typeof MIGRATIONS)[number];

/**
 * SchemaStanding is how a database stands to a release: empty, of it, to be brought to it by so many migrations, made by a later one, or
 * not what its own migrations made.
 */
export type SchemaStanding =
  | { readonly kind: 'empty' | 'current' | 'changed' }
  | { readonly kind: 'older'; readonly pending: readonly string[] }
  | { readonly kind: 'newer'; readonly unknown: readonly string[] };

/** unknownOf are the migrations that a database went through and this release does not know. */
export function unknownOf(done: readonly string[], migrations: readonly Migration[] = MIGRATIONS): readonly string[] {
  const known = new Set(migrations.map(({ name }) => name));
  return done.filter((name) => !known.has(name));
}

/** schemaStanding looks at a SQLite database and changes nothing. */
export async function schemaStanding(
  handle: BetterSqlite3.Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<SchemaStanding> {
  const done = new Set(migrationsIn(handle));
  if (done.size === 0) return { kind: schemaOf(handle) === '' ? 'empty' : 'changed' };
  const unknown = unknownOf([...done], migrations);
  if (unknown.length > 0) return { kind: 'newer', unknown };
  const [made, pending] = [
    migrations.filter(({ name }) => done.has(name)),
    migrations.filter(({ name }) => !done.has(name)),
  ];
  if (schemaOf(handle) !== (await schemaMadeBy(made))) return { kind: 'changed' };
  return pending.length === 0 ? { kind: 'current' } : { kind: 'older', pending: pending.map(({ name }) => name) };
}

let current: Promise<string> | undefined;

/** currentSchema is the schema that all migrations of this release make of nothing; a process makes it once. */
export function currentSchema(): Promise<string> {
  return (current ??= schemaMadeBy());
}

/** schemaMadeBy is the schema that migrations make of nothing. */
export async function schemaMadeBy(migrations: readonly Migration[] = MIGRATIONS): Promise<string> {
  const fresh = await new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    driver: BetterSqlite3,
    migrations: [...migrations] as MixedList<Migration>,
    logging: false,
  }).initialize();
  try {
    await fresh.runMigrations({ transaction: 'each' });
    return schemaOf((await fresh.createQueryRunner().connect()) as BetterSqlite3.Database);
  } finally {
    await fresh.destroy();
  }
}

function migrationsIn(handle: BetterSqlite3.Database): readonly string[] {
  const table = handle.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'").get();
  return table === undefined ? [] : handle.prepare<[], string>('SELECT name FROM migrations ORDER BY id').pluck().all();
}
