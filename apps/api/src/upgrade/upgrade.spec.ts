import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { holdTemporarily } from '@azukari/contract';
import { instantAt } from '@azukari/domain';
import BetterSqlite3 from 'better-sqlite3';
import { makeBackupKeys } from '../backup/backup.standing.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { MIGRATIONS } from '../database/migrations/index.ts';
import { testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import { firstStart } from '../testing/restarts.ts';
import { prepareUpgrade } from './upgrade.ts';
import { linesOf } from './words.ts';
import type { Refusal } from './words.ts';

/** A release that comes after this one. */
class Later1999999999999 {
  readonly up = (): Promise<void> => Promise.resolve();
  readonly down = this.up;
}
const LATER = [...MIGRATIONS, Later1999999999999] as unknown as typeof MIGRATIONS;

let place: TestPlace;
let config: Config;
let file: string;
const prepare = (migrations?: typeof MIGRATIONS) => prepareUpgrade(config, instantAt(Date.now()), migrations);
const inDatabase = (sql: string): void => {
  const handle = new BetterSqlite3(file);
  handle.exec(sql);
  handle.close();
};

beforeAll(async () => {
  place = await testPlace();
  const folder = join(place.config.dataFolder, 'second-disk');
  config = { ...place.config, backup: { ...place.config.backup, folder, own: false } };
  file = config.database.kind === 'sqlite' ? config.database.file : '';
});
afterAll(() => place.discard());

test('where nothing was begun, and on a database of this release, there is nothing to do', async () => {
  expect(await prepare()).toEqual({ kind: 'nothing' });
  const { app, manager } = await firstStart(config);
  await manager.ok(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null });
  await app.close();
  expect(await prepare()).toEqual({ kind: 'nothing' });
});

test('before a migration a backup is made and verified; without one nothing starts', async () => {
  expect(await prepare(LATER)).toMatchObject({ kind: 'not-backed-up', trouble: { trouble: 'no-keys' } });
  await makeBackupKeys(config.backup.keysFolder);
  expect(await prepare(LATER)).toMatchObject({ kind: 'not-backed-up', trouble: { trouble: 'folder-missing' } });
  mkdirSync(config.backup.folder);
  const done = await prepare(LATER);
  const [name = ''] = readdirSync(config.backup.folder);
  expect(name).toMatch(/^azukari-.*\.age$/);
  expect(done).toEqual({ kind: 'backed-up', file: join(config.backup.folder, name) });
});

test('a record that does not hold is not brought to another release', async () => {
  inDatabase("UPDATE item SET place = 'out'");
  expect(await prepare(LATER)).toMatchObject({ kind: 'not-backed-up', trouble: { trouble: 'flawed' } });
  expect(readdirSync(config.backup.folder)).toHaveLength(1);
});

test('tables that somebody changed, and those of a later release, are refused before anything is done', async () => {
  inDatabase('CREATE TABLE extra (x)');
  expect(await prepare()).toEqual({ kind: 'schema-changed' });
  expect(await prepare(LATER)).toEqual({ kind: 'schema-changed' });
  inDatabase(
    `DROP TABLE extra; INSERT INTO migrations (timestamp, name) VALUES (1999999999999, '${Later1999999999999.name}')`,
  );
  expect(await prepare()).toEqual({ kind: 'schema-newer', unknown: [Later1999999999999.name] });
  await expect(openDatabase(config)).rejects.toThrow('made by a newer release');
});

test('the server itself says it in Japanese and ends so that nobody starts it again and again', async () => {
  const main = join(import.meta.dirname, '../../dist/main.js');
  const env = { AZUKARI_DATA: config.dataFolder, PORT: '0' };
  const ended = await promisify(execFile)(process.execPath, [main], { env }).catch((error: unknown) => error);
  expect(ended).toMatchObject({ code: 78, stderr: expect.stringContaining('もっと新しい版') as string });
});

test('every refusal is said in both languages', () => {
  const troubles = (['no-keys', 'folder-missing', 'disk-full', 'flawed', 'failed'] as const).map(
    (trouble): Refusal => ({ kind: 'not-backed-up', trouble: { made: false, trouble, why: 'why' } }),
  );
  for (const refusal of [...troubles, { kind: 'schema-changed' } as const]) {
    const said = linesOf(refusal).join('\n');
    expect([/[ぁ-ん]/.test(said), /[a-z]{4}/.test(said)]).toEqual([true, true]);
  }
});
