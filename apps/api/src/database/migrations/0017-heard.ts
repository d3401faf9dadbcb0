import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mail server said no with, to a mail to oneself. */
export class Heard1763683200017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ADD COLUMN heard TEXT');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
