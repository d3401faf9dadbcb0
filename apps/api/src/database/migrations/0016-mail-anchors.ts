import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail carries a checkpoint out of the house: which one it was is known when it has been accepted. */
export class MailAnchors1763683200016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ADD COLUMN anchor_size INTEGER');
    await runner.query('ALTER TABLE notice ADD COLUMN anchor_code TEXT');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
