import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createDatabase } from '@azukari/tools/postgres';
import type { SuiteDatabase } from '@azukari/tools/postgres';
import { readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database/database.ts';

/** ON_POSTGRES says on which database this run of the suites goes. */
export const ON_POSTGRES = readConfig().database.kind === 'postgres';

/** migratedDatabase is a fresh PostgreSQL database; where a copy of one with every table can be had, the migrations do not run again. */
export function migratedDatabase(): Promise<SuiteDatabase> {
  return createDatabase({
    fill: async ({ databaseUrl: url, ownerUrl }) => {
      const keysFolder = mkdtempSync(join(tmpdir(), 'azukari-keys-'));
      await (await openDatabase({ database: { kind: 'postgres', url, ownerUrl }, keysFolder })).close();
      rmSync(keysFolder, { recursive: true });
    },
  });
}

let tables: Promise<Buffer> | null = null;

/** migratedFile is a SQLite file with every table and no row, made once for all suites of a process. */
export function migratedFile(): Promise<Buffer> {
  tables ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'azukari-tables-'));
    const file = join(folder, 'azukari.sqlite');
    await (await openDatabase({ database: { kind: 'sqlite', file }, keysFolder: join(folder, 'keys') })).close();
    const bytes = readFileSync(file);
    rmSync(folder, { recursive: true });
    return bytes;
  })();
  return tables;
}

/** TestPlace is a folder and a fresh database, gone after the suite. */
export interface TestPlace {
  readonly config: Config;
  readonly discard: () => Promise<void>;
}

/** testPlace makes a fresh database of the kind of this run, and a folder for keys and anchors. */
export async function testPlace(given: Partial<Config> = {}): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-test-'));
  const postgres = ON_POSTGRES ? await createDatabase() : null;
  const config: Config = {
    dataFolder: folder,
    keysFolder: join(folder, 'keys'),
    anchorsFolder: join(folder, 'anchors'),
    anchorFile: null,
    headOffice: [],
    nightLists: null,
    backup: {
      folder: join(folder, 'backups'),
      own: true,
      everyMs: 3_600_000,
      keysFolder: join(folder, 'backup-keys'),
      journal: null,
      scratch: join(folder, 'backup-scratch'),
    },
    port: 0,
    host: '127.0.0.1',
    url: null,
    tls: null,
    database: postgres
      ? { kind: 'postgres', url: postgres.databaseUrl, ownerUrl: postgres.ownerUrl }
      : { kind: 'sqlite', file: join(folder, 'azukari.sqlite') },
    webFolder: join(folder, 'web'),
    verifyPage: resolve(import.meta.dirname, '../../../../tools/dist/verify.html'),
    mail: null,
    wakes: false,
    family: null,
    demo: false,
    demandsFactor: false,
    tabletIdleMs: 3 * 60_000,
    demoDays: 0,
    demoInbox: null,
    idleMs: 15 * 60_000,
    absoluteMs: 18 * 60 * 60_000,
    metricsPort: null,
    logFolder: null,
    logLevel: 'silent',
    ...given,
  };
  return {
    config,
    discard: async () => {
      await postgres?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
