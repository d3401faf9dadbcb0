import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether what was seen in a drawer was entered once already, and is counted anew. */
export class Recounts1763683200037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE blind_count ADD COLUMN recounted INTEGER NOT NULL DEFAULT 0');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
