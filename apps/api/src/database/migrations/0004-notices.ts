import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (end: string): readonly string[] => [
  `ALTER TABLE contact ADD COLUMN notices TEXT NOT NULL DEFAULT 'not-asked'
    CHECK (notices IN ('mail', 'letter', 'phone', 'none', 'not-asked'))`,
  'ALTER TABLE contact ADD COLUMN mail_fails INTEGER NOT NULL DEFAULT 0 CHECK (mail_fails IN (0, 1))',
  `CREATE TABLE notice_settings (
    facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
    signer TEXT NOT NULL,
    title TEXT NOT NULL,
    hours TEXT NOT NULL,
    steps TEXT NOT NULL,
    version INTEGER NOT NULL
  )${end}`,
  // A notice is one mail, letter, call or matter for the office; state and due_at say again what stands in progress, to be found by.
  `CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    contact_id TEXT REFERENCES contact (id),
    person TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('mail', 'letter', 'phone', 'office')),
    language TEXT,
    made_on TEXT NOT NULL,
    state TEXT NOT NULL,
    due_at TEXT,
    progress TEXT NOT NULL,
    message_id TEXT UNIQUE,
    address TEXT,
    bytes TEXT,
    link_hash TEXT UNIQUE,
    link_until TEXT,
    reply_code TEXT,
    made_at TEXT NOT NULL,
    settled_at TEXT
  )${end}`,
  'CREATE INDEX notice_waiting ON notice (due_at) WHERE due_at IS NOT NULL',
  'CREATE INDEX notice_facility ON notice (facility_id, made_at)',
  `CREATE TABLE notice_line (
    notice_id TEXT NOT NULL REFERENCES notice (id),
    facility_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    contact_id TEXT,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    threshold TEXT NOT NULL,
    PRIMARY KEY (notice_id, n)
  )${end}`,
  'CREATE INDEX notice_line_of ON notice_line (facility_id, item_id, kind, date)',
  `CREATE TABLE notice_answer (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    notice_id TEXT NOT NULL REFERENCES notice (id),
    contact_id TEXT,
    answer TEXT NOT NULL,
    on_day TEXT NOT NULL,
    planned_on TEXT,
    way TEXT NOT NULL,
    task TEXT,
    task_closed_on TEXT
  )${end}`,
  'CREATE INDEX notice_answer_of ON notice_answer (notice_id)',
  'CREATE INDEX notice_answer_open ON notice_answer (facility_id) WHERE task IS NOT NULL AND task_closed_on IS NULL',
  // One row: the machinery as a whole; whoever writes it first in a transaction has its turn.
  `CREATE TABLE notice_engine (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    last_run_at TEXT,
    last_planned_at TEXT,
    confirm_since TEXT
  )${end}`,
  'INSERT INTO notice_engine (id) VALUES (1)',
  // What was looked at when: a facility is due again on another day, and when its record has grown.
  `CREATE TABLE notice_round (
    facility_id TEXT NOT NULL PRIMARY KEY REFERENCES facility (id),
    on_day TEXT NOT NULL,
    log_size INTEGER NOT NULL,
    next_on TEXT
  )${end}`,
  `CREATE TABLE notice_clock (
    server TEXT NOT NULL PRIMARY KEY,
    watch TEXT NOT NULL
  )${end}`,
];

/** The outbox of the notices to families, and the machinery that works through it. */
export class Notices1763683200004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of TABLES(sqlite ? ' STRICT' : '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
