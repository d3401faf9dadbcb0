import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { holdTemporarily } from '@azukari/contract';
import BetterSqlite3 from 'better-sqlite3';
import { makeBackupKeys } from '../backup/backup.standing.ts';
import { Backups } from '../backup/backup.service.ts';
import type { Config } from '../config.ts';
import { ROOM, roomOf } from '../database/disk-room.ts';
import { TEST_CERTIFICATE } from '../testing/certificate.ts';
import { testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import type { Person } from '../testing/person.ts';
import { firstStart, startAgain } from '../testing/restarts.ts';
import type { Computer } from './computer.ts';
import { examine } from './doctor.ts';
import { WEIGHT_OF } from './finding.ts';
import type { Finding } from './finding.ts';
import { lookAtSystem } from './system.ts';
import { lineOf } from './words.ts';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

/** A computer on which everything is as the guide says. */
const SAID: Readonly<Record<string, string>> = {
  timedatectl: 'yes\n',
  findmnt: '/dev/mapper/home[/@data]\n',
  lsblk: 'crypt\npart\ndisk\n',
  systemctl: 'masked\n',
  'apt-config': '',
};
const computer = (
  differs: Readonly<Record<string, string | null>> = {},
  platform: NodeJS.Platform = 'linux',
): Computer => ({
  platform,
  run: (program) => Promise.resolve(program in differs ? (differs[program] ?? null) : (SAID[program] ?? null)),
});

let place: TestPlace;
let app: NestFastifyApplication;
let manager: Person;
let config: Config;
let port: number;
const hold = () => manager.ok(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null });
const visit = (given: { config?: Partial<Config>; all?: boolean; later?: number; computer?: Computer } = {}) =>
  examine(
    { ...config, port, ...given.config },
    { computer: given.computer ?? computer(), all: given.all ?? false, nowMs: Date.now() + (given.later ?? 0) },
  );
const kinds = (findings: readonly Finding[]) => findings.map(({ kind }) => kind);
const wrong = (findings: readonly Finding[]) => findings.filter(({ kind }) => WEIGHT_OF[kind] !== 'ok');
const data = (name: string): string => join(config.dataFolder, name);

beforeAll(async () => {
  place = await testPlace();
  const folder = join(place.config.dataFolder, 'second-disk');
  config = { ...place.config, backup: { ...place.config.backup, folder, own: false } };
  ({ app, manager } = await firstStart(config));
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
  mkdirSync(folder);
  await makeBackupKeys(config.backup.keysFolder);
  await app.get(Backups, { strict: false }).look();
  // The service makes its files so; a suite has another mask.
  for (const name of readdirSync(config.dataFolder)) if (statSync(data(name)).isFile()) chmodSync(data(name), 0o600);
});

afterAll(() => place.discard());

test('a house that runs as the guide says has nothing to put right', async () => {
  const findings = await visit();
  expect(kinds(findings)).toEqual([
    'files-private',
    'disk-roomy',
    'sqlite-sound',
    'clock-right',
    'ledger-joined',
    // On this machine the second disk is a folder.
    'backup-wanting',
    'certificate-none',
    'mail-off',
    'server-well',
    'volume-sealed',
    'stays-awake',
    'restarts-asked',
  ]);
  expect(wrong(findings)).toMatchObject([{ state: 'same-disk' }]);
  expect(kinds(await visit({ all: true }))).toContain('ledger-whole');
});

test('files that others can read are named, and a key that is missing is told before anything is made anew', async () => {
  const key = join(config.keysFolder, 'signing.pem');
  chmodSync(key, 0o644);
  expect(wrong(await visit())).toContainEqual({ kind: 'files-open', paths: [key] });
  chmodSync(key, 0o600);
  chmodSync(config.dataFolder, 0o755);
  expect(wrong(await visit())).toContainEqual({ kind: 'files-open', paths: [config.dataFolder] });
  chmodSync(config.dataFolder, 0o700);
  renameSync(key, `${key}.away`);
  chmodSync(`${key}.away`, 0o600);
  expect(wrong(await visit())).toContainEqual({ kind: 'keys-missing', names: ['signing.pem'] });
  expect(readdirSync(config.keysFolder)).not.toContain('signing.pem');
  renameSync(`${key}.away`, key);
});

test('a backup that is old, gone, or on a disk that is away is told', async () => {
  const { folder } = config.backup;
  expect(wrong(await visit({ later: 4 * HOUR_MS }))).toMatchObject([{ kind: 'backup-none', state: 'overdue' }]);
  renameSync(folder, `${folder}-away`);
  expect(wrong(await visit())).toMatchObject([{ kind: 'backup-none', state: 'folder-missing', verifiedAt: null }]);
  mkdirSync(folder);
  expect(wrong(await visit())).toMatchObject([{ kind: 'backup-none', state: 'never' }]);
});

test('a clock before the newest entry, and one that nobody keeps', async () => {
  expect(kinds(wrong(await visit({ later: -HOUR_MS })))).toContain('clock-behind');
  expect(kinds(wrong(await visit({ computer: computer({ timedatectl: 'no\n' }) })))).toContain('clock-alone');
  expect(kinds(wrong(await visit({ computer: computer({ timedatectl: null }) })))).toContain('clock-unknown');
});

test('a certificate in its last month, one that ended, and files that are none', async () => {
  const tls = { certFile: data('server.pem'), keyFile: data('server.key') };
  writeFileSync(tls.certFile, TEST_CERTIFICATE.cert);
  writeFileSync(tls.keyFile, TEST_CERTIFICATE.key, { mode: 0o600 });
  const certificate = async (later: number) =>
    (await visit({ config: { tls }, later })).find(({ kind }) => kind.startsWith('certificate-'));
  const good = await certificate(0);
  const lastDay = good && 'lastDay' in good ? good.lastDay : '';
  const until = Date.parse(`${lastDay}T00:00:00Z`) - Date.now();
  expect(good).toEqual({ kind: 'certificate-good', lastDay });
  expect(await certificate(until - 10 * 24 * HOUR_MS)).toEqual({ kind: 'certificate-soon', lastDay });
  expect(await certificate(until + YEAR_MS)).toEqual({ kind: 'certificate-ended', lastDay });
  writeFileSync(tls.keyFile, 'none');
  expect((await certificate(0))?.kind).toBe('certificate-wrong');
  chmodSync(tls.certFile, 0o600);
});

test('a mail server that does not answer', async () => {
  const mail = { server: 'smtp://127.0.0.1:9', from: 'azukari@example.jp', ca: null };
  expect(wrong(await visit({ config: { mail } }))).toContainEqual(
    expect.objectContaining({ kind: 'mail-silent', stage: 'connect' }),
  );
});

test('an item that was altered is found by all of it; a database that was set back, at once, and also when the server is stopped', async () => {
  const { file } = config.database.kind === 'sqlite' ? config.database : { file: '' };
  await app.close();
  copyFileSync(file, data('earlier'));
  ({ app, manager } = await startAgain(config));
  await hold();
  await app.close();
  expect(kinds(await visit())).toContain('server-silent');
  const edited = new BetterSqlite3(file);
  edited.exec("UPDATE item SET place = 'out'");
  expect(kinds(await visit())).toContain('ledger-joined');
  expect(kinds(wrong(await visit({ all: true })))).toContain('ledger-broken');
  edited.exec('CREATE TABLE extra (x)');
  expect(wrong(await visit())).toContainEqual({ kind: 'schema-changed' });
  edited.exec("INSERT INTO migrations (timestamp, name) VALUES (1, 'Later1')");
  expect(wrong(await visit())).toContainEqual({ kind: 'schema-newer' });
  edited.exec('PRAGMA journal_mode = DELETE');
  edited.close();
  expect(wrong(await visit())).toContainEqual({ kind: 'sqlite-unfit', why: 'journal_mode=delete' });
  copyFileSync(data('earlier'), file);
  expect(wrong(await visit())).toContainEqual(expect.objectContaining({ kind: 'ledger-cut', log: 'custody' }));
  writeFileSync(file, 'no database');
  expect(kinds(wrong(await visit()))).toContain('database-unreadable');
});

test('a folder where nothing was begun is told, and nothing is made in it', async () => {
  const dataFolder = data('elsewhere');
  const database = { kind: 'sqlite', file: join(dataFolder, 'azukari.sqlite') } as const;
  const findings = await visit({ config: { dataFolder, database, keysFolder: join(dataFolder, 'keys') } });
  expect(findings[0]).toEqual({ kind: 'not-begun', folder: dataFolder });
  expect(() => statSync(dataFolder)).toThrow();
});

const WINDOWS_AWAKE = 'minimum 0x00000000 maximum 0xffffffff unit 0x00000001 now 0x00000000 0x00000384';
test.each<[string, Computer, readonly Finding['kind'][]]>([
  ['as the guide says', computer(), ['volume-sealed', 'stays-awake', 'restarts-asked']],
  [
    'as it is delivered',
    computer({
      lsblk: 'part\ndisk\n',
      systemctl: 'loaded\n',
      'apt-config': 'Unattended-Upgrade::Automatic-Reboot "true";',
    }),
    ['volume-open', 'may-sleep', 'restarts-alone'],
  ],
  [
    'that tells nothing',
    computer({ findmnt: null, systemctl: null, 'apt-config': null }),
    ['volume-unknown', 'sleep-unknown', 'restarts-unknown'],
  ],
  [
    'with Windows, as the guide says',
    computer({ 'manage-bde': 'Protection On', powercfg: WINDOWS_AWAKE }, 'win32'),
    ['volume-sealed', 'stays-awake', 'restarts-unknown'],
  ],
  [
    'with Windows, as it is delivered',
    computer({ powercfg: WINDOWS_AWAKE.replace('now 0x00000000', 'now 0x00000708') }, 'win32'),
    ['volume-unknown', 'may-sleep', 'restarts-unknown'],
  ],
])('a computer %s', async (_, given, expected) => {
  expect(kinds(await lookAtSystem('/data', given))).toEqual(expected);
});

test('the room on the disk is judged at its two limits', () => {
  expect([ROOM.roomy, ROOM.roomy - 1, ROOM.enough, ROOM.enough - 1].map(roomOf)).toEqual([
    'roomy',
    'low',
    'low',
    'full',
  ]);
});

test('every finding is said in Japanese and in English', () => {
  const known = {
    why: 'w',
    folder: '/f',
    paths: ['/p'],
    names: ['n'],
    freeMb: 1,
    version: '3',
    closed: true,
    stage: 'connect',
  };
  const record = {
    state: 'overdue',
    verifiedAt: null,
    entries: 1,
    signed: 2,
    log: 'custody',
    entry: 1,
    checks: ['ledger'],
  };
  const days = { lastDay: '2026-11-22', newest: '2026-11-22T00:00:00.000Z' };
  const facts = { ...known, ...record, ...days };
  for (const kind of Object.keys(WEIGHT_OF)) {
    const [ja, en] = lineOf({ ...facts, kind } as Finding);
    expect([kind, /[ぁ-ん]/.test(ja), /[ぁ-ん]|undefined/.test(en), ja.includes('undefined')]).toEqual([
      kind,
      true,
      false,
      false,
    ]);
  }
});

test('the command ends with 1 and says it in one line', async () => {
  const main = join(import.meta.dirname, '../../dist/doctor/main.js');
  const env = { AZUKARI_DATA: config.dataFolder, PORT: 'none' };
  const ended = await promisify(execFile)(process.execPath, [main], { env }).catch((error: unknown) => error);
  expect(ended).toMatchObject({ code: 1, stdout: expect.stringMatching(/^× 設定にまちがいがあります/) as string });
});
