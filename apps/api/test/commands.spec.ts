import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import BetterSqlite3 from 'better-sqlite3';
import { Backups } from '../src/backup/backup.service.ts';
import { openDatabase } from '../src/database/database.ts';
import { ON_POSTGRES, testPlace } from '../src/testing/databases.ts';
import type { TestPlace } from '../src/testing/databases.ts';
import { firstStart } from '../src/testing/restarts.ts';

const DIST = join(import.meta.dirname, '../dist');

let place: TestPlace;
let file: string;
let backup: string;
let secret: string;

/** A command as somebody types it, with what she types when it asks. */
async function typed(
  command: string,
  args: readonly string[],
  {
    env = {},
    answers = [],
  }: {
    readonly env?: Readonly<Record<string, string>>;
    readonly answers?: readonly (readonly [RegExp, string])[];
  } = {},
): Promise<{ readonly status: number; readonly said: string }> {
  const child = spawn(process.execPath, [join(DIST, command), ...args], {
    env: { PATH: process.env['PATH'], AZUKARI_DATA: place.config.dataFolder, ...env },
  });
  const waiting = [...answers];
  let said = '';
  const hear = (text: Buffer): void => {
    said += text.toString();
    const [next] = waiting;
    if (next?.[0].test(said) !== true) return;
    waiting.shift();
    child.stdin.write(`${next[1]}\n`);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [status] = (await once(child, 'close')) as [number];
  expect(said).not.toMatch(/\n\s+at /);
  return { status, said };
}

/** All that a restore could change. */
function house(): unknown {
  const db = new BetterSqlite3(file, { readonly: true });
  const heads = db.prepare('SELECT log, size, hex(root) FROM log_head').all();
  db.close();
  return [
    heads,
    readdirSync(place.config.keysFolder),
    readdirSync(place.config.dataFolder).filter((name) => /replaced|opened/.test(name)),
  ];
}

const KEY = /Type the key/;
const NAME = /name of the facility/;

beforeAll(async () => {
  place = await testPlace();
  const { dataFolder } = place.config;
  file = join(dataFolder, 'azukari.sqlite');
  const { said } = await typed('backup/main.js', ['keys']);
  secret = /AGE-SECRET-KEY-1\w+/.exec(said)?.[0] ?? '';
  const { app } = await firstStart({ ...place.config, database: { kind: 'sqlite', file } });
  await app.get(Backups, { strict: false }).make();
  await app.close();
  const { folder } = place.config.backup;
  const [made = ''] = readdirSync(folder).filter((name) => name.endsWith('.age'));
  backup = join(folder, made);
});
afterAll(() => place.discard());

const onSqlite = ON_POSTGRES ? describe.skip : describe;
onSqlite('in a terminal', () => {
  test('a command that was not understood says how it goes, and ends with 2', async () => {
    expect(await typed('backup/main.js', [])).toMatchObject({
      status: 2,
      said: expect.stringContaining('check FILE') as string,
    });
    expect(await typed('backup/restore-main.js', [])).toMatchObject({ status: 2 });
    expect(await typed('move/main.js', [])).toMatchObject({
      status: 2,
      said: expect.stringContaining('DATABASE_URL') as string,
    });
  });

  test('a backup is opened and judged', async () => {
    const { status, said } = await typed('backup/main.js', ['check', backup]);
    expect([status, said]).toEqual([0, expect.stringMatching(/さくら苑 {2}custody[^]*○ 開けました/)]);
  });

  test('what is no backup, breaks off, is not there or is closed for another key is said, and nothing is changed', async () => {
    const before = house();
    const other = join(place.config.dataFolder, 'note.txt');
    writeFileSync(other, '買い物');
    const cut = join(place.config.dataFolder, 'cut.age');
    cpSync(backup, cut);
    truncateSync(cut, 2_000);
    for (const [command, path, words] of [
      ['main', other, 'This file is no backup'],
      ['restore-main', cut, 'breaks off'],
      ['restore-main', `${backup}.gone`, 'ENOENT'],
    ] as const)
      expect(await typed(`backup/${command}.js`, command === 'main' ? ['check', path] : [path])).toMatchObject({
        status: 1,
        said: expect.stringContaining(words) as string,
      });
    const away = `${place.config.backup.keysFolder}-away`;
    renameSync(place.config.backup.keysFolder, away);
    for (const key of [await generateX25519Identity(), ''])
      expect(await typed('backup/restore-main.js', [backup], { answers: [[KEY, key]] })).toMatchObject({
        status: 1,
        said: expect.stringContaining('この鍵では開けません') as string,
      });
    renameSync(away, place.config.backup.keysFolder);
    expect(house()).toEqual(before);
  });

  test('a restore does nothing under a server, nor for who answers no or another name', async () => {
    const before = house();
    const running = await openDatabase({ database: { kind: 'sqlite', file }, keysFolder: place.config.keysFolder });
    expect(await typed('backup/restore-main.js', [backup])).toMatchObject({
      status: 1,
      said: expect.stringContaining('another server') as string,
    });
    await running.close();
    for (const answer of ['', 'もみじ苑'])
      expect(await typed('backup/restore-main.js', [backup], { answers: [[NAME, answer]] })).toMatchObject({
        status: 1,
        said: expect.stringContaining('何も変えていません') as string,
      });
    expect(house()).toEqual(before);
  });

  test('on another computer the file, the key from the safe and the name are enough', async () => {
    const AZUKARI_DATA = join(place.config.dataFolder, 'another');
    mkdirSync(AZUKARI_DATA);
    const { status, said } = await typed('backup/restore-main.js', [backup], {
      env: { AZUKARI_DATA },
      answers: [
        [KEY, secret.toLowerCase()],
        [NAME, 'さくら苑'],
      ],
    });
    expect([status, said]).toEqual([0, expect.stringContaining('もどしました')]);
    expect(readdirSync(join(AZUKARI_DATA, 'keys'))).toEqual(readdirSync(place.config.keysFolder));
    expect(existsSync(join(AZUKARI_DATA, 'azukari.sqlite'))).toBe(true);
  });
});

const onPostgres = ON_POSTGRES ? test : test.skip;
onPostgres('a house is moved once, and neither on to another house nor from nothing', async () => {
  const { database, dataFolder } = place.config;
  if (database.kind !== 'postgres') throw new Error('premise: PostgreSQL');
  const env = { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl };
  const copy = readFileSync(file);
  expect(await typed('move/main.js', [], { env })).toMatchObject({
    status: 0,
    said: expect.stringContaining('移しました') as string,
  });
  expect(existsSync(file)).toBe(false);
  expect(await typed('move/main.js', [], { env })).toMatchObject({
    status: 1,
    said: expect.stringContaining('is not there') as string,
  });
  writeFileSync(file, copy);
  expect(await typed('move/main.js', [], { env })).toMatchObject({
    status: 1,
    said: expect.stringContaining('is not empty') as string,
  });
  expect(readFileSync(file).equals(copy)).toBe(true);
  expect(existsSync(`${dataFolder}/azukari.sqlite.moved`)).toBe(true);
});
