import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (big: string, end: string): readonly string[] => [
  `CREATE TABLE tablet (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    name TEXT NOT NULL,
    code_hash TEXT UNIQUE,
    code_ends_ms ${big},
    token_hash TEXT UNIQUE,
    enrolled_at TEXT,
    seen_ms ${big}
  )${end}`,
  'CREATE INDEX tablet_facility ON tablet (facility_id)',
  'ALTER TABLE session ADD COLUMN tablet_id TEXT REFERENCES tablet (id)',
  'CREATE INDEX session_tablet ON session (tablet_id)',
];

/** The shared tablets of a facility, and which sessions were opened on one. */
export class Tablets1763683200038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    const statements = sqlite ? TABLES('INTEGER', ' STRICT') : TABLES('BIGINT', '');
    for (const sql of statements) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
