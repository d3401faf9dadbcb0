import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = (end: string): string => `CREATE TABLE resident_check (
    resident_id TEXT NOT NULL REFERENCES resident (id),
    question TEXT NOT NULL,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    answer TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    PRIMARY KEY (resident_id, question)
  )${end}`;

/** What was last heard about a resident's マイナ保険証; what was heard before is in the ledger. */
export class ResidentChecks1763683200005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE(runner.dataSource.options.type === 'better-sqlite3' ? ' STRICT, WITHOUT ROWID' : ''));
    await runner.query('CREATE INDEX resident_check_facility ON resident_check (facility_id)');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
