import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when on 今日 asks for 夜間・停電用一覧; null: it does not. A house that has said nothing is asked from five in the afternoon. */
export class NightLists1763683200045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE facility ADD COLUMN night_list_at TEXT DEFAULT '17:00'");
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
