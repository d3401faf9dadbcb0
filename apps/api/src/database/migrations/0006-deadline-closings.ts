import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string): readonly string[] => [
  `CREATE TABLE deadline_closing (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    reason TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    closed_by TEXT REFERENCES staff (id),
    PRIMARY KEY (facility_id, item_id, kind, date)
  )${end}`,
];

/** Deadlines of which nobody is reminded any more, though the item was neither renewed nor given back. */
export class DeadlineClosings1763683200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of TABLES(sqlite ? ' STRICT, WITHOUT ROWID' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
