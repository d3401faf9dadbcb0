import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a facility says to families in its own words. */
export class NoticeWords1763683200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE notice_settings ADD COLUMN words TEXT NOT NULL DEFAULT '[]'");
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
