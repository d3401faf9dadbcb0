import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string): readonly string[] => [
  `CREATE TABLE self_appointment (
    appointment_id TEXT NOT NULL PRIMARY KEY REFERENCES appointment (id),
    facility_id TEXT NOT NULL REFERENCES facility (id),
    made_on TEXT NOT NULL,
    confirmed_by TEXT REFERENCES staff (id)
  )${end}`,
  `CREATE TABLE break_glass (
    facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
    staff_id TEXT NOT NULL UNIQUE REFERENCES staff (id),
    sealed_at TEXT,
    used_at TEXT
  )${end}`,
];

/** What waits for somebody else: an appointment that a manager made of himself, and the use of the account in the sealed envelope. */
export class SecondPersons1763683200040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of TABLES(sqlite ? ' STRICT, WITHOUT ROWID' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
