import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (rowid: string, end: string): readonly string[] => [
  `CREATE TABLE place_opening (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    place TEXT NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (facility_id, place)
  )${end}`,
  `CREATE TABLE blind_count (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    place TEXT NOT NULL,
    stage TEXT NOT NULL,
    counted_by TEXT NOT NULL REFERENCES staff (id),
    owner_id TEXT NOT NULL REFERENCES staff (id),
    started_at TEXT NOT NULL,
    started_seq INTEGER NOT NULL,
    expected INTEGER,
    seen INTEGER,
    closed_at TEXT,
    second_id TEXT REFERENCES staff (id)
  )${rowid}`,
  'CREATE INDEX blind_count_place ON blind_count (facility_id, place, closed_at)',
  `CREATE TABLE count_expected (
    count_id TEXT NOT NULL REFERENCES blind_count (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (count_id, item_id)
  )${end}`,
  `CREATE TABLE count_difference (
    count_id TEXT NOT NULL REFERENCES blind_count (id),
    n INTEGER NOT NULL,
    side TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    settled_as TEXT,
    item_id TEXT REFERENCES item (id),
    settled_by TEXT REFERENCES staff (id),
    settled_at TEXT,
    PRIMARY KEY (count_id, n)
  )${end}`,
  `CREATE TABLE count_policy (
    facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
    shifts TEXT NOT NULL,
    second TEXT NOT NULL,
    version INTEGER NOT NULL
  )${end}`,
];

/** Blind counts with what was expected and what differed, which places were opened since they were counted, and how a facility counts. */
export class Counts1763683200014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of sqlite ? TABLES(' STRICT', ' STRICT, WITHOUT ROWID') : TABLES('', '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
