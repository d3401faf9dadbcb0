import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The backups that were opened again and worked out anew; what is not among them counts as none. */
export class Backups1763683200033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query(`CREATE TABLE backup (
      name TEXT NOT NULL PRIMARY KEY,
      made_at TEXT NOT NULL,
      bytes ${sqlite ? 'INTEGER' : 'BIGINT'} NOT NULL
    )${sqlite ? ' STRICT, WITHOUT ROWID' : ''}`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
