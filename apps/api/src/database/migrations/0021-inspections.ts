import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string): readonly string[] => [
  `CREATE TABLE inspection_settings (
    facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
    form_names TEXT NOT NULL,
    head_office TEXT NOT NULL,
    version INTEGER NOT NULL
  )${end}`,
  // That a pack was made is an entry; which mail told the head office of it is not.
  `CREATE TABLE inspection_mail (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    seq INTEGER NOT NULL,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    PRIMARY KEY (facility_id, seq)
  )${end}`,
];

/** The pack for a 運営指導: under which names a facility hands over its forms, and what its head office was told. */
export class Inspections1763683200021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of TABLES(sqlite ? ' STRICT' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
