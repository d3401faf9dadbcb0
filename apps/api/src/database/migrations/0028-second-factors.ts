import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (big: string, end: string): readonly string[] => [
  `CREATE TABLE totp (
    staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id),
    secret TEXT,
    pending TEXT,
    last_step ${big} NOT NULL
  )${end}`,
  `CREATE TABLE recovery_code (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (staff_id, code_hash)
  )${end}`,
];

/** What somebody shows besides the password: codes of an authenticator, and those on paper for the day it is lost. */
export class SecondFactors1763683200028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    const statements = sqlite ? TABLES('INTEGER', ' STRICT, WITHOUT ROWID') : TABLES('BIGINT', '');
    for (const sql of statements) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
