import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (rowid: string, end: string): readonly string[] => [
  `CREATE TABLE insurer (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    year_ends TEXT NOT NULL,
    ends_at_seventy TEXT NOT NULL,
    automatic_from TEXT NOT NULL,
    retired INTEGER NOT NULL,
    version INTEGER NOT NULL
  )${rowid}`,
  'CREATE INDEX insurer_facility ON insurer (facility_id)',
  `CREATE TABLE item_insurer (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    insurer_id TEXT NOT NULL REFERENCES insurer (id),
    PRIMARY KEY (facility_id, item_id)
  )${end}`,
];

/** The insurers of a facility with what each does in its own way, and which item is of which. */
export class Insurers1763683200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of sqlite ? TABLES(' STRICT', ' STRICT, WITHOUT ROWID') : TABLES('', '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
