import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody looked at an item and no date is printed on it. */
export class NoDatePrinted1763683200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE item ADD COLUMN no_date_printed INTEGER NOT NULL DEFAULT 0 CHECK (no_date_printed IN (0, 1))',
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
