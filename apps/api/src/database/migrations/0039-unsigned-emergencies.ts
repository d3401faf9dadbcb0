import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a 救急 was recorded at a tablet by whoever pressed a name, without signing in. */
export class UnsignedEmergencies1763683200039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE emergency ADD COLUMN unsigned INTEGER NOT NULL DEFAULT 0');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
