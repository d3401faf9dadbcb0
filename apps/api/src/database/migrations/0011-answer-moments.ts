import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a family answered: of two answers of one day the later one stands. */
export class AnswerMoments1763683200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE notice_answer ADD COLUMN given_at TEXT NOT NULL DEFAULT ''");
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
