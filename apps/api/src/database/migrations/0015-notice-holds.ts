import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each house looks for itself before much is sent after a stop; where all were held, those in which something waits still are. */
export class NoticeHolds1763683200015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query(`CREATE TABLE notice_machine (
      facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
      last_run_at TEXT,
      last_planned_at TEXT,
      confirm_since TEXT
    )${sqlite ? ' STRICT' : ''}`);
    await runner.query(`INSERT INTO notice_machine (facility_id, last_run_at, last_planned_at, confirm_since)
      SELECT facility.id, last_run_at, last_planned_at,
        CASE WHEN EXISTS (SELECT 1 FROM notice WHERE facility_id = facility.id AND state = 'queued') THEN confirm_since END
      FROM facility CROSS JOIN notice_engine`);
    await runner.query('DROP TABLE notice_engine');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
