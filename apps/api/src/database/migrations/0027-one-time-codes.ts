import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While a day stands here, what is hashed as the password is a one-time code. */
export class OneTimeCodes1763683200027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query(`ALTER TABLE staff ADD COLUMN code_ends_ms ${sqlite ? 'INTEGER' : 'BIGINT'}`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
