import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the name of a facility is read, for who does not read its kanji. */
export class FacilityKana1763683200026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE facility ADD COLUMN kana TEXT NOT NULL DEFAULT ''");
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
