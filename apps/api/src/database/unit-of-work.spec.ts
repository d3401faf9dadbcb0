import BetterSqlite3 from 'better-sqlite3';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { FacilityRow, StaffRow } from './rows.ts';
import { ON_POSTGRES, testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import { facilityRow } from '../testing/facility-row.ts';

let place: TestPlace;
let database: Database;

beforeAll(async () => {
  place = await testPlace();
  database = await openDatabase(place.config);
});

afterAll(async () => {
  await database.close();
  await place.discard();
});

const FACILITY = facilityRow('both');
const insert = 'INSERT INTO throttle (subject, failures, next_ms) VALUES (?, ?, 0)';
const subjects = async (prefix: string): Promise<string[]> => {
  const rows = await database.reads.sql.all<{ subject: string }>('SELECT subject FROM throttle WHERE subject LIKE ?', [
    `${prefix}%`,
  ]);
  return rows.map(({ subject }) => subject).sort();
};
const tick = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the unit of work', () => {
  test('300 at once with random waits, every seventh failing: exactly what was acknowledged is there', async () => {
    const acknowledged: string[] = [];
    await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        const subject = `many-${String(n)}`;
        await database.writes
          .run(async ({ sql }) => {
            await sql.run(insert, [subject, n]);
            if (n % 3 === 0) await tick(n % 4);
            if (n % 7 === 0) throw new Error('this one fails');
          })
          .then(
            () => acknowledged.push(subject),
            () => undefined,
          );
      }),
    );
    expect(acknowledged).toHaveLength(257);
    expect(await subjects('many-')).toEqual(acknowledged.sort());
  });

  test('a failing unit takes back only its own writes, although it shared the commit', async () => {
    const outcomes = await Promise.allSettled([
      database.writes.run(({ sql }) => sql.run(insert, ['shared-a', 1])),
      database.writes.run(async ({ sql }) => {
        await sql.run(insert, ['shared-b', 1]);
        throw new Error('no');
      }),
      database.writes.run(({ sql }) => sql.run(insert, ['shared-c', 1])),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await subjects('shared-')).toEqual(['shared-a', 'shared-c']);
  });

  test('nobody is answered before the commit, and a reader never sees an uncommitted row', async () => {
    let seen: string[] = ['not looked'];
    await database.writes.run(async ({ sql }) => {
      await sql.run(insert, ['unseen-a', 1]);
      seen = await subjects('unseen-');
    });
    expect(seen).toEqual([]);
    expect(await subjects('unseen-')).toEqual(['unseen-a']);
  });

  test('writing past it is impossible: the other connection only reads', async () => {
    await expect(database.reads.sql.run(insert, ['past', 1])).rejects.toThrow(/readonly|read-only/);
    await expect(database.reads.rows.update(StaffRow, { id: 'past' }, { leftOn: null })).rejects.toThrow(
      /readonly|read-only/,
    );
  });

  test('a unit inside a unit is a defect, not a deadlock', async () => {
    await expect(
      database.writes.run(() => Promise.resolve(database.writes.run(() => Promise.resolve()))),
    ).rejects.toThrow('may not open another');
  });

  test('what was read under the lock is forgotten when anything is rolled back', async () => {
    await database.writes.run(({ known }) => Promise.resolve(known.set('note', 1)));
    await database.writes.run(() => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(await database.writes.run(({ known }) => Promise.resolve(known.has('note')))).toBe(false);
  });

  test('TypeORM rows and statements share the transaction', async () => {
    await database.writes
      .run(async ({ rows, sql }) => {
        await rows.insert(FacilityRow, FACILITY);
        await sql.run(insert, ['both', 1]);
        throw new Error('no');
      })
      .catch(() => undefined);
    expect([await subjects('both'), await database.reads.rows.count(FacilityRow)]).toEqual([[], 0]);
  });
});

describe('a disturbed database', () => {
  const sqliteOnly = ON_POSTGRES ? test.skip : test;
  const postgresOnly = ON_POSTGRES ? test : test.skip;

  sqliteOnly('held by another program: reads go on, writes wait their turn, and afterwards all is well', async () => {
    const file = place.config.database.kind === 'sqlite' ? place.config.database.file : '';
    const other = new BetterSqlite3(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = database.writes.run(({ sql }) => sql.run(insert, ['held-a', 1]));
    expect(await subjects('held-')).toEqual([]);
    await tick(120);
    other.exec('ROLLBACK');
    other.close();
    await waiting;
    expect(await subjects('held-')).toEqual(['held-a']);
  });

  postgresOnly('a cut connection fails its own unit only; the next one gets a new connection', async () => {
    const cut = database.writes.run(({ sql }) => sql.run('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(cut).rejects.toThrow();
    await database.writes.run(({ sql }) => sql.run(insert, ['cut-a', 1]));
    expect(await subjects('cut-')).toEqual(['cut-a']);
  });
});
