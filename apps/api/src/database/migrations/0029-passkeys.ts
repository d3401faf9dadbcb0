import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (big: string, end: string): readonly string[] => [
  `CREATE TABLE passkey (
    id TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    credential_id TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    counter ${big} NOT NULL,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    used_at TEXT
  )${end}`,
  'CREATE INDEX passkey_staff ON passkey (staff_id)',
  `CREATE TABLE spent_challenge (
    challenge TEXT NOT NULL PRIMARY KEY,
    ends_ms ${big} NOT NULL
  )${end}`,
];

/** Passkeys, and which challenges they have answered. */
export class Passkeys1763683200029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    const statements = sqlite ? TABLES('INTEGER', ' STRICT') : TABLES('BIGINT', '');
    for (const sql of statements) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
