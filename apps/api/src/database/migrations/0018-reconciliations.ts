import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string, whole: string): readonly string[] => [
  `CREATE TABLE reconciliation (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    month TEXT NOT NULL,
    stage TEXT NOT NULL,
    started_by TEXT NOT NULL REFERENCES staff (id),
    started_at TEXT NOT NULL,
    counted_by TEXT REFERENCES staff (id),
    counted_at TEXT,
    expected INTEGER,
    seen INTEGER,
    differences INTEGER,
    second_id TEXT REFERENCES staff (id),
    closed_at TEXT,
    days_late INTEGER
  )${end}`,
  'CREATE UNIQUE INDEX reconciliation_month ON reconciliation (facility_id, month)',
  `CREATE TABLE reconciled_item (
    reconciliation_id TEXT NOT NULL REFERENCES reconciliation (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    place TEXT NOT NULL,
    held INTEGER NOT NULL,
    storage TEXT NOT NULL,
    seen TEXT NOT NULL,
    since TEXT NOT NULL,
    holder_name TEXT,
    purpose TEXT,
    disposition TEXT,
    printed_expires_on TEXT,
    PRIMARY KEY (reconciliation_id, item_id)
  )${whole}`,
  `CREATE TABLE reconciliation_correction (
    reconciliation_id TEXT NOT NULL REFERENCES reconciliation (id),
    seq INTEGER NOT NULL,
    reason TEXT NOT NULL,
    explanation TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    at TEXT NOT NULL,
    PRIMARY KEY (reconciliation_id, seq)
  )${whole}`,
  `CREATE TABLE reconciliation_from (
    facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
    month TEXT NOT NULL
  )${whole}`,
  'ALTER TABLE blind_count ADD COLUMN reconciliation_id TEXT REFERENCES reconciliation (id)',
  'CREATE INDEX blind_count_reconciliation ON blind_count (reconciliation_id)',
];

/**
 * 毎月の照合: one for each month, what it found of each item, and what was set right beside it. A facility that was there before is
 * asked from this month on; nobody counts the past.
 */
export class Reconciliations1763683200018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of sqlite ? TABLES(' STRICT', ' STRICT, WITHOUT ROWID') : TABLES('', '')) await runner.query(sql);
    const month = sqlite
      ? `strftime('%Y-%m', 'now', '+9 hours')`
      : `to_char(now() AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM')`;
    await runner.query(`INSERT INTO reconciliation_from (facility_id, month) SELECT id, ${month} FROM facility`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
