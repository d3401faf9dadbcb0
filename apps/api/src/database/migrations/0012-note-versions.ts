import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A note about an address or an application is known by the number of its entry, so that nobody writes over one that he has not seen. */
export class NoteVersions1763683200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['moving_in', 'application'])
      await runner.query(`ALTER TABLE ${table} ADD COLUMN version INTEGER NOT NULL DEFAULT 1`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
