import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Journal, playOn } from './journal.ts';
import type { Played } from './journal.ts';
import { ON_POSTGRES } from '../testing/databases.ts';

/** Closed for nobody: what is looked at here is the disk. */
const OPEN = { close: (key: Uint8Array) => Promise.resolve(key), open: (key: Uint8Array) => Promise.resolve(key) };

let place: string;
let folder: string;
let journal: Journal;
let handle: BetterSqlite3.Database;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'azukari-journal-'));
  folder = join(place, 'disk');
  mkdirSync(folder);
  handle = new BetterSqlite3(':memory:');
  handle.exec('CREATE TABLE journal (digest TEXT NOT NULL); CREATE TABLE t (n INTEGER PRIMARY KEY, words TEXT)');
  handle.exec("INSERT INTO journal VALUES ('')");
  starts(OPEN.close);
});
afterEach(async () => {
  await journal.endPart();
  handle.close();
  rmSync(place, { recursive: true, force: true });
});

/** A server starts with this journal; its backup is the copy. */
function starts(close: typeof OPEN.close): void {
  journal = new Journal(folder, { close });
  journal.begin(handle);
  journal.listen(handle);
}

async function writes(words = ''): Promise<void> {
  handle.exec('BEGIN IMMEDIATE');
  journal.anew();
  handle.prepare('INSERT INTO t (words) VALUES (?)').run(words);
  await journal.keep(handle);
  handle.exec('COMMIT');
  // Instants of a journal tell milliseconds apart.
  await new Promise((resolve) => setTimeout(resolve, 2));
}

const copied = (): Buffer => handle.serialize();
const rows = (of: BetterSqlite3.Database): unknown => of.prepare('SELECT * FROM t').all();

/** What comes of a copy with the journal. */
async function played(copy: Buffer): Promise<Played & { readonly whole: boolean }> {
  const restored = new BetterSqlite3(copy);
  const told = await playOn(restored, folder, OPEN);
  const whole = JSON.stringify(rows(restored)) === JSON.stringify(rows(handle));
  restored.close();
  return { ...told, whole };
}

const onSqlite = ON_POSTGRES ? describe.skip : describe;
onSqlite('a disk of the journal that takes nothing', () => {
  test('premise: one that takes everything loses nothing', async () => {
    await writes();
    const copy = copied();
    for (let n = 0; n < 3; n++) await writes();
    expect(await played(copy)).toEqual({ transactions: 3, gap: null, shut: 0, whole: true });
    expect([journal.failing, journal.broken]).toEqual([false, true]);
  });

  test('stops nobody and is said; once it is back a backup is needed, and from that one on nothing is missing', async () => {
    await writes();
    const before = copied();
    await writes();
    renameSync(folder, `${folder}-away`);
    journal.broken = false;
    for (let n = 0; n < 2; n++) await writes();
    expect([journal.failing, journal.broken]).toEqual([true, true]);
    // Nothing is written where the disk of the data would take it.
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-away`, folder);
    await writes();
    await writes();
    expect([journal.failing, journal.broken]).toEqual([false, true]);
    const after = copied();
    await writes();
    expect(await played(after)).toEqual({ transactions: 1, gap: null, shut: 0, whole: true });
    const told = await played(before);
    // The first of the two went to the file that is on the disk again; nothing has said so in time.
    expect(told).toMatchObject({ transactions: 2, gap: { left: 3, byStart: false }, whole: false });
    expect((told.gap?.until ?? '') > (told.gap?.from ?? '')).toBe(true);
  });

  test('is noticed where somebody removed the file that is written to', async () => {
    await writes();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    await writes();
    expect([journal.failing, journal.broken]).toEqual([true, true]);
    await writes();
    expect(journal.failing).toBe(false);
  });

  test('leaves no open files behind, however long it lasts', async () => {
    const open = (): number => readdirSync('/proc/self/fd').length;
    starts(() => Promise.reject(new Error('EIO')));
    await writes();
    const count = existsSync('/proc/self/fd') ? open : () => 0;
    const before = count();
    for (let n = 0; n < 20; n++) await writes();
    expect(count()).toBeLessThanOrEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is waited for once where it does not answer at all, and goes on when it does', async () => {
    let answer: () => void = () => undefined;
    starts(
      (key) =>
        new Promise(
          (resolve) =>
            (answer = () => {
              resolve(key);
            }),
        ),
    );
    const began = performance.now();
    await writes();
    for (let n = 0; n < 20; n++) await writes();
    expect(performance.now() - began).toBeLessThan(4_500);
    expect(journal.failing).toBe(true);
    answer();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await writes();
    expect(journal.failing).toBe(false);
  });

  test('is told of by who plays it on: a start in between, a part for other keys, a line that was torn', async () => {
    await writes();
    const copy = copied();
    await writes();
    await journal.endPart();
    const [part = ''] = readdirSync(folder);
    appendFileSync(join(folder, part), 'torn');
    starts(OPEN.close);
    await writes();
    await writes();
    writeFileSync(join(folder, 'azukari-1.journal'), 'a\nb\n');
    expect(
      await playOn(new BetterSqlite3(copy), folder, {
        open: (key) => (key.length > 1 ? OPEN.open(key) : Promise.reject(new Error('another key'))),
      }),
    ).toMatchObject({ transactions: 1, gap: { left: 2, byStart: true }, shut: 1 });
  });
});

/** A disk of 64 kB, where one may be mounted. */
const mounted = (): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
const onFullDisk = !ON_POSTGRES && process.getuid?.() === 0 ? test : test.skip;
onFullDisk(
  'a full disk is said; with room on it the journal goes on, and only what it could not take is missing',
  async () => {
    if (!mounted()) return;
    try {
      await writes();
      const before = copied();
      const words = 'x'.repeat(20_000);
      for (let n = 0; n < 6; n++) await writes(words);
      expect([journal.failing, journal.broken]).toEqual([true, true]);
      const kept = (await played(before)).transactions;
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(6);
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      const after = copied();
      await writes(words);
      expect(journal.failing).toBe(false);
      expect(await played(after)).toEqual({ transactions: 1, gap: null, shut: 0, whole: true });
      expect((await played(before)).gap).toMatchObject({ left: 1, byStart: false });
    } finally {
      await journal.endPart();
      spawnSync('umount', [folder]);
    }
  },
);
