import type { MigrationInterface, QueryRunner } from 'typeorm';

const STEPS = [
  'ALTER TABLE resident ADD COLUMN notices_stopped INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE resident ADD COLUMN disputed_on TEXT',
  'ALTER TABLE resident ADD COLUMN representatives_changed_on TEXT',
  "UPDATE resident SET notices_stopped = 1 WHERE leave_reason = 'died'",
];

/** What stays when somebody was marked as dead by mistake, since when people do not agree, and since when somebody else signs for her. */
export class Leaving1763683200044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STEPS) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
