import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultRange, HAS_STRACE, faultsIn } from '@azukari/tools/faults';
import BetterSqlite3 from 'better-sqlite3';

/** `npm run faults` does the same a thousand times, and at every call. */
const ROUNDS = 3;
const ONE_IN = 52;

let range: FaultRange;
beforeAll(async () => {
  range = await FaultRange.open();
});
afterAll(() => {
  range.close();
});

test('a process that is killed while it appends loses nothing that it was told is kept', async () => {
  expect(await range.kills(ROUNDS)).toMatchObject({ runs: ROUNDS, faults: [] });
});

test('who makes a backup and is killed leaves none that is not whole, and the next one is made', async () => {
  expect(await range.backups(ROUNDS)).toMatchObject({ runs: ROUNDS, faults: [] });
});

const withStrace = HAS_STRACE ? test : test.skip;
withStrace('a disk that fails or is full at a write loses nothing either, and the writer is told', async () => {
  const some = range.injections().filter((_, n) => n % ONE_IN === 0);
  const { runs, refused, faults } = await range.inject(some);
  expect([runs, faults]).toEqual([some.length, []]);
  expect(refused).toBeGreaterThan(runs / 2);
});

describe('premise: a record that was broken is found to be', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'azukari-broken-'));
    cpSync(range.template, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const LAST = 'log = 1 AND seq = (SELECT MAX(seq) FROM log_leaf WHERE log = 1)';
  test.each([
    ['an entry altered', `UPDATE log_leaf SET body = body || ' ' WHERE ${LAST}`, 'a hash is not that of its text'],
    ['an entry lost', `DELETE FROM log_leaf WHERE ${LAST}`, 'the head counts other entries than there are'],
    ['a gap', 'DELETE FROM log_leaf WHERE log = 1 AND seq = 3', 'a number is missing'],
    ['another root', 'UPDATE log_head SET root = zeroblob(32) WHERE log = 1', 'the root is not that of the entries'],
  ])('%s', (_, strike, words) => {
    const db = new BetterSqlite3(join(folder, 'azukari.sqlite'));
    const guards = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
    db.pragma('foreign_keys = OFF');
    db.exec([...guards.map((name) => `DROP TRIGGER "${name}"`), strike].join(';'));
    db.close();
    expect(faultsIn(folder, new Map())).toContain(words);
  });

  test('an acknowledged entry that is not there', () => {
    expect(faultsIn(folder, new Map())).toEqual([]);
    expect(faultsIn(folder, new Map([[900, 'ab']]))).toEqual(['what was acknowledged is lost or altered']);
  });
});
