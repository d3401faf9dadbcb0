import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sign-in name is sealed, so an account is found by a mark of it that only the house's key can make. */
export class LoginMarks1763683200030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE staff ADD COLUMN login_mark TEXT');
    await runner.query('CREATE UNIQUE INDEX staff_login_mark ON staff (login_mark)');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
