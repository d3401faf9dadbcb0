import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which changes the database is the result of, so that a journal on a second disk can be played on from a backup. */
export class Journal1763683200034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query(`CREATE TABLE journal (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      digest TEXT NOT NULL
    )${sqlite ? ' STRICT' : ''}`);
    await runner.query("INSERT INTO journal (id, digest) VALUES (1, '')");
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
