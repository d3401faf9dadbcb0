import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string): readonly string[] => [
  `CREATE TABLE key_policy (
    facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
    kept INTEGER NOT NULL
  )${end}`,
  // A locker that has no row has its key in the box, since nobody knows when.
  `CREATE TABLE locker_key (
    storage_id TEXT NOT NULL PRIMARY KEY REFERENCES storage (id),
    facility_id TEXT NOT NULL REFERENCES facility (id),
    holder_id TEXT REFERENCES staff (id),
    since TEXT NOT NULL
  )${end}`,
];

/** Who has the key of which locker, and whether a facility records it. */
export class LockerKeys1763683200022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of TABLES(sqlite ? ' STRICT, WITHOUT ROWID' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
