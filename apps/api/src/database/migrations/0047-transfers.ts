import type { MigrationInterface, QueryRunner } from 'typeorm';

const STEPS = (end: string): readonly string[] => [
  `CREATE TABLE transfer (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    to_facility_id TEXT NOT NULL REFERENCES facility (id),
    resident_id TEXT NOT NULL REFERENCES resident (id),
    to_resident_id TEXT REFERENCES resident (id),
    sent_at TEXT NOT NULL,
    version INTEGER NOT NULL
  )${end}`,
  `CREATE TABLE transfer_line (
    transfer_id TEXT NOT NULL REFERENCES transfer (id),
    line INTEGER NOT NULL,
    item_id TEXT NOT NULL REFERENCES item (id),
    answer TEXT,
    answered_at TEXT,
    PRIMARY KEY (transfer_id, line)
  )${end}`,
  'CREATE INDEX transfer_from ON transfer (facility_id)',
  'CREATE INDEX transfer_to ON transfer (to_facility_id)',
  'CREATE INDEX transfer_line_item ON transfer_line (item_id)',
];

/** What is on its way from one home of the installation to another, thing by thing. */
export class Transfers1763683200047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of STEPS(sqlite ? ' STRICT, WITHOUT ROWID' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
