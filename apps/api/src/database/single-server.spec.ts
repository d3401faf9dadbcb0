import { linkSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { holdAlone } from './single-server.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azukari-alone-'));
  file = join(folder, 'azukari.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const takeLockAway = () => {
  rmSync(`${file}.lock`);
};

describe('the lock beside a SQLite file', () => {
  test('is one server’s at a time', () => {
    const first = holdAlone(file);
    expect(() => holdAlone(file)).toThrow('another server already uses');
    first.assure();
    first.release();
    holdAlone(file).release();
  });

  test('is locked anew when the file was only taken away', () => {
    const first = holdAlone(file);
    takeLockAway();
    first.assure();
    expect(() => holdAlone(file)).toThrow('another server already uses');
    first.release();
  });

  test.each([
    ['was taken away', takeLockAway],
    [
      'was moved',
      () => {
        renameSync(`${file}.lock`, `${file}.elsewhere`);
      },
    ],
    [
      'was replaced',
      () => {
        writeFileSync(`${file}.new`, '');
        renameSync(`${file}.new`, `${file}.lock`);
      },
    ],
  ])('lets nobody write beside a second server after it %s', (_, disturb) => {
    const first = holdAlone(file);
    disturb();
    const second = holdAlone(file);
    expect(() => {
      first.assure();
    }).toThrow('another server already uses');
    second.assure();
    second.release();
    first.assure();
    expect(() => holdAlone(file)).toThrow('another server already uses');
    first.release();
  });

  test.each([
    [
      'the database behind a symbolic link',
      () => {
        symlinkSync(join(folder, 'real'), file);
      },
    ],
    [
      'the database with a second name',
      () => {
        writeFileSync(file, '');
        linkSync(file, join(folder, 'copy'));
      },
    ],
    [
      'the lock behind a symbolic link',
      () => {
        symlinkSync(join(folder, 'real'), `${file}.lock`);
      },
    ],
    [
      'the lock with a second name',
      () => {
        writeFileSync(`${file}.lock`, '');
        linkSync(`${file}.lock`, join(folder, 'copy'));
      },
    ],
  ])('is refused for %s', (_, disguise) => {
    disguise();
    expect(() => holdAlone(file)).toThrow('is a link or has a second name');
  });
});

describe('a database whose lock file was taken away', () => {
  const config = () => ({ database: { kind: 'sqlite', file }, keysFolder: dirname(file) }) as const;
  const write = ({ writes }: Database, subject: string) =>
    writes.run(({ sql }) => sql.run('INSERT INTO throttle (subject, failures, next_ms) VALUES (?, 1, 0)', [subject]));
  const remembers = ({ writes }: Database) => writes.run(({ known }) => Promise.resolve(known.has('note')));

  test('goes on alone; beside a second server it only reads and says so, and forgets what that one may have changed', async () => {
    const first = await openDatabase(config());
    await first.writes.run(({ known }) => Promise.resolve(known.set('note', 1)));
    takeLockAway();
    await write(first, 'alone');
    expect(await remembers(first)).toBe(true);

    takeLockAway();
    const second = await openDatabase(config());
    await expect(write(first, 'no')).rejects.toThrow('another server already uses');
    expect(await first.writes.writable()).toBe(false);
    await write(second, 'second');
    expect(await first.reads.sql.all('SELECT subject FROM throttle ORDER BY subject')).toEqual([
      { subject: 'alone' },
      { subject: 'second' },
    ]);
    await second.close();

    expect(await first.writes.writable()).toBe(true);
    expect(await remembers(first)).toBe(false);
    await write(first, 'again');
    await first.close();
  });

  test('forgets what it knew when another program wrote, lock or no lock', async () => {
    const first = await openDatabase(config());
    await first.writes.run(({ known }) => Promise.resolve(known.set('note', 1)));
    const { default: BetterSqlite3 } = await import('better-sqlite3');
    const other = new BetterSqlite3(file);
    expect(await remembers(first)).toBe(true);
    other.exec("INSERT INTO throttle (subject, failures, next_ms) VALUES ('other', 1, 0)");
    expect(await remembers(first)).toBe(false);
    other.close();
    await first.close();
  });
});
