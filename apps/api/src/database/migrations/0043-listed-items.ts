import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a list brought and nobody has looked for yet; counts that go by such a list, and what was said of each item of it. */
export class ListedItems1763683200043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query(`CREATE TABLE listed_item (
      item_id TEXT NOT NULL PRIMARY KEY REFERENCES item (id),
      facility_id TEXT NOT NULL REFERENCES facility (id)
    )${sqlite ? ' STRICT, WITHOUT ROWID' : ''}`);
    await runner.query('CREATE INDEX listed_item_facility ON listed_item (facility_id)');
    await runner.query('ALTER TABLE blind_count ADD COLUMN listed INTEGER NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE count_expected ADD COLUMN there INTEGER');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
