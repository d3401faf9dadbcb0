import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (big: string, end: string): readonly string[] => [
  `CREATE TABLE facility (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    head TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    resident_word TEXT NOT NULL,
    honorific TEXT NOT NULL,
    next_sheet INTEGER NOT NULL,
    version INTEGER NOT NULL
  )${end}`,
  `CREATE TABLE agreement_text (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    published_at TEXT NOT NULL,
    PRIMARY KEY (facility_id, version)
  )${end}`,
  `CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    name TEXT NOT NULL,
    kana TEXT NOT NULL,
    login_id TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    left_on TEXT,
    version INTEGER NOT NULL
  )${end}`,
  'CREATE INDEX staff_facility ON staff (facility_id)',
  `CREATE TABLE appointment (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    level TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    appointed_by TEXT NOT NULL REFERENCES staff (id),
    version INTEGER NOT NULL
  )${end}`,
  'CREATE INDEX appointment_staff ON appointment (staff_id, from_day)',
  'CREATE INDEX appointment_facility ON appointment (facility_id)',
  `CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    auth TEXT NOT NULL,
    started_ms ${big} NOT NULL,
    seen_ms ${big} NOT NULL,
    ends_ms ${big} NOT NULL
  )${end}`,
  'CREATE INDEX session_staff ON session (staff_id)',
  `CREATE TABLE throttle (
    subject TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    next_ms ${big} NOT NULL
  )${end}`,
  `CREATE TABLE resident (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    name TEXT NOT NULL,
    kana TEXT NOT NULL,
    room TEXT NOT NULL,
    birth_date TEXT,
    note TEXT,
    admitted_on TEXT,
    left_on TEXT,
    leave_reason TEXT,
    version INTEGER NOT NULL
  )${end}`,
  'CREATE INDEX resident_facility ON resident (facility_id)',
  `CREATE TABLE contact (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    resident_id TEXT NOT NULL REFERENCES resident (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kana TEXT NOT NULL,
    relation TEXT NOT NULL,
    capacity TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    hand_over TEXT NOT NULL,
    may_know TEXT NOT NULL,
    note TEXT,
    removed_at TEXT,
    version INTEGER NOT NULL
  )${end}`,
  'CREATE INDEX contact_resident ON contact (resident_id)',
  `CREATE TABLE agreement (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    resident_id TEXT NOT NULL REFERENCES resident (id),
    number INTEGER NOT NULL,
    kinds TEXT NOT NULL,
    text_version INTEGER NOT NULL,
    signer_name TEXT NOT NULL,
    capacity TEXT NOT NULL,
    reason TEXT NOT NULL,
    will_heard TEXT NOT NULL,
    will_note TEXT,
    paper_place TEXT,
    signed_on TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    ended_on TEXT,
    reviewed_on TEXT,
    version INTEGER NOT NULL,
    UNIQUE (facility_id, number)
  )${end}`,
  'CREATE INDEX agreement_resident ON agreement (resident_id)',
  `CREATE TABLE storage (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    parent_id TEXT REFERENCES storage (id),
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired INTEGER NOT NULL,
    version INTEGER NOT NULL
  )${end}`,
  'CREATE INDEX storage_facility ON storage (facility_id)',
  // From here on caches of the ledger: they can be rebuilt from it.
  `CREATE TABLE item (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    resident_id TEXT REFERENCES resident (id),
    kind TEXT NOT NULL,
    label TEXT,
    printed_expires_on TEXT,
    certificate_expires_on TEXT,
    insurer_type TEXT,
    auth_mode TEXT,
    storage_id TEXT REFERENCES storage (id),
    taken_in_at TEXT NOT NULL,
    place TEXT NOT NULL,
    held INTEGER NOT NULL,
    due_back_at TEXT,
    holder_name TEXT,
    destination TEXT,
    state TEXT NOT NULL,
    last_seq INTEGER NOT NULL,
    last_at TEXT NOT NULL
  )${end}`,
  'CREATE INDEX item_place ON item (facility_id, place)',
  'CREATE INDEX item_held ON item (facility_id) WHERE held = 1',
  'CREATE INDEX item_resident ON item (resident_id)',
  'CREATE INDEX item_storage ON item (storage_id)',
  'CREATE INDEX item_expiry ON item (facility_id, printed_expires_on)',
  `CREATE TABLE emergency (
    facility_id TEXT NOT NULL REFERENCES facility (id),
    seq INTEGER NOT NULL,
    item_id TEXT NOT NULL REFERENCES item (id),
    at TEXT NOT NULL,
    by_name TEXT NOT NULL,
    reviewed_seq INTEGER,
    PRIMARY KEY (facility_id, seq)
  )${end}`,
];

/** The tables of people, places and agreements, and the caches of the ledger. */
export class House1763683200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const sql of sqlite ? TABLES('INTEGER', ' STRICT') : TABLES('BIGINT', '')) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
