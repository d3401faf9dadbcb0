import type { MigrationInterface, QueryRunner } from 'typeorm';

const COPIED = { may_have_left_at: 'mayHaveLeftAt', failing_since: 'failingSince' };

/** What is asked of a mail on its way is a column, not a piece of text: whether a copy may have arrived, and since when it fails. */
export class NoticeColumns1763683200025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const [column, field] of Object.entries(COPIED)) {
      await runner.query(`ALTER TABLE notice ADD COLUMN ${column} TEXT`);
      const value = sqlite ? `json_extract(progress, '$.${field}')` : `progress::json ->> '${field}'`;
      await runner.query(`UPDATE notice SET ${column} = ${value}`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
