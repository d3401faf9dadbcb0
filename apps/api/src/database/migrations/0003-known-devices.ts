import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (big: string, end: string): readonly string[] => [
  `CREATE TABLE known_device (
    token_hash TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    seen_ms ${big} NOT NULL,
    PRIMARY KEY (token_hash, staff_id)
  )${end}`,
  'CREATE INDEX known_device_staff ON known_device (staff_id, seen_ms)',
];

/** Which browsers have signed in to which accounts before. */
export class KnownDevices1763683200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    const statements = sqlite ? TABLES('INTEGER', ' STRICT, WITHOUT ROWID') : TABLES('BIGINT', '');
    for (const sql of statements) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
