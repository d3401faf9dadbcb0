import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string): readonly string[] => [
  `CREATE TABLE moving_in (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    resident_id TEXT NOT NULL REFERENCES resident (id),
    address TEXT NOT NULL,
    moved_on TEXT,
    notice_given_on TEXT,
    card_continued_on TEXT,
    PRIMARY KEY (facility_id, resident_id)
  )${end}`,
  `CREATE TABLE application (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    resident_id TEXT NOT NULL REFERENCES resident (id),
    ground TEXT NOT NULL,
    applicant TEXT NOT NULL,
    by_proxy TEXT NOT NULL,
    applied_on TEXT,
    arrived_on TEXT,
    renews TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    PRIMARY KEY (facility_id, resident_id)
  )${end}`,
];

/** What has been done about an address after a move, and about a 資格確認書 that was applied for; what was noted before is in the ledger. */
export class WorkLists1763683200009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of TABLES(sqlite ? ' STRICT, WITHOUT ROWID' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
