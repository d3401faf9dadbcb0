import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string, whole: string): readonly string[] => [
  // No reference to a row of a person: after a restore an erasure may be older than what was restored.
  `CREATE TABLE erasure (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('resident', 'contact', 'staff')),
    person_id TEXT NOT NULL,
    ground TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    withdrawn_at TEXT,
    confirmed_by TEXT,
    confirmed_at TEXT,
    compacted INTEGER NOT NULL DEFAULT 0 CHECK (compacted IN (0, 1))
  )${end}`,
  'CREATE INDEX erasure_facility ON erasure (facility_id, asked_at)',
  `CREATE TABLE erasure_hold (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    person_id TEXT NOT NULL,
    PRIMARY KEY (facility_id, person_id)
  )${whole}`,
];

/** What was asked to be erased and what was, by ids alone; and of whom nothing may be erased for now. */
export class Erasures1763683200042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of sqlite ? TABLES(' STRICT', ' STRICT, WITHOUT ROWID') : TABLES('', '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
