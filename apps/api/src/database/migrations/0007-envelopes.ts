import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string): readonly string[] => [
  // A cache of the ledger: what is seen of an envelope from outside.
  `CREATE TABLE envelope (
    item_id TEXT NOT NULL PRIMARY KEY REFERENCES item (id),
    sender TEXT NOT NULL,
    expected TEXT NOT NULL
  )${end}`,
  'ALTER TABLE agreement ADD COLUMN envelopes TEXT',
];

/** Envelopes that arrive, and what the agreements say about them. */
export class Envelopes1763683200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of TABLES(sqlite ? ' STRICT, WITHOUT ROWID' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
