import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  addStaff,
  addStorage,
  holdTemporarily,
  readBoard,
  readHealth,
  readProof,
  registerResident,
  whoAmI,
} from '@azukari/contract';
import type { Draft } from '@azukari/domain';
import { createApp } from '../app.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { PostgresStatements, SqliteStatements } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { SetUp } from '../set-up/set-up.service.ts';
import { testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import { PASSWORD, Person } from '../testing/person.ts';
import { firstStale } from './check-items.ts';
import { firstBroken } from './check-log.ts';
import { LedgerCheck } from './ledger-check.ts';
import { Ledger } from './ledger.ts';
import type { Head } from './ledger.ts';

const ENTRIES = 230;
const FOUND = { residentId: null, kind: 'other', reason: 'found', storageId: null } as const;

let place: TestPlace;
let app: NestFastifyApplication;
let manager: Person;
let other: Person;
let size: number;

beforeAll(async () => {
  place = await testPlace();
  app = await createApp(place.config);
  await app.getHttpAdapter().getInstance().ready();
  const making = app.get(SetUp, { strict: false });
  const person = { name: '佐藤 花子', kana: 'さとう はなこ', password: PASSWORD };
  await making.makeFacility('もみじ苑', { ...person, loginId: 'other' }, false);
  other = await new Person(app, 'other').signIn();
  await making.makeFacility('さくら苑', { ...person, loginId: 'manager' }, false);
  manager = await new Person(app, 'manager').signIn();
  await manager.ok(registerResident, { name: '山田 ハナ', kana: 'やまだ はな', room: '203', birthDate: null });
  const hold = () => manager.ok(holdTemporarily, FOUND);
  await Promise.all(Array.from({ length: ENTRIES }, hold));
  await manager.ok(holdTemporarily, { ...FOUND, noDatePrinted: true });
  await manager.ok(addStorage, { parentId: null, kind: 'locker', label: '金庫' });
  size = (await board(manager)).size;
});

afterAll(async () => {
  await app.close();
  await place.discard();
});

const board = async (person: Person) => (await person.ok(readBoard)).ledger;
const check = () => app.get(LedgerCheck, { strict: false });
/** The second facility's log of what happened. */
const LOG = 3;

/** Somebody with the machine: the guards are switched off first. Nothing of it stays, unless told. */
async function onTheMachine<T>(
  work: (sql: Statements) => Promise<T>,
  end: 'ROLLBACK' | 'COMMIT' = 'ROLLBACK',
): Promise<T> {
  const { database } = place.config;
  const { sealed } = app.get(Database, { strict: false }).reads.sql;
  if (database.kind === 'sqlite') {
    const handle = new BetterSqlite3(database.file);
    const sql = new SqliteStatements(handle, sealed);
    await sql.run('BEGIN IMMEDIATE');
    const guards = await sql.all<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    );
    for (const { name } of guards) await sql.run(`DROP TRIGGER ${name}`);
    const done = await work(sql);
    for (const guard of guards) await sql.run(guard.sql);
    await sql.run(end);
    handle.close();
    return done;
  }
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  const runner = owner.createQueryRunner();
  const sql = new PostgresStatements(runner, sealed);
  await runner.query('BEGIN');
  for (const table of ['log_leaf', 'log_node', 'log_head', 'private_field'])
    await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const done = await work(sql);
  await runner.query(end);
  await runner.release();
  await owner.destroy();
  return done;
}

/** The head of the log, and how a check of it ends after somebody ran these statements. */
const brokenAfter = (...statements: readonly string[]): Promise<number | null> =>
  onTheMachine(async (sql) => {
    for (const statement of statements) expect(await sql.run(statement)).toBeGreaterThan(0);
    const head = await sql.get<Head>('SELECT log AS id, size, root FROM log_head WHERE log = ?', [LOG]);
    if (!head) throw new Error('no head');
    return firstBroken(sql, head, () => Promise.resolve());
  });

const staleAfter = (statement: string): Promise<number | null> =>
  onTheMachine(async (sql) => {
    expect(await sql.run(statement)).toBe(1);
    const log = await sql.get<Head & { facilityId: string }>(
      'SELECT log.id AS id, size, facility_id AS "facilityId" FROM log JOIN log_head ON log_head.log = log.id WHERE log.id = ?',
      [LOG],
    );
    if (!log) throw new Error('no head');
    return firstStale(sql, log, () => Promise.resolve());
  });

const at = (seq: number, table = 'log_leaf'): string =>
  `${table}.log = ${String(LOG)} AND ${table}.seq = ${String(seq)}`;
const REGISTERED = 5;

describe('a log that is read anew', () => {
  test('premise: it has several slices, names, and holds', async () => {
    expect(size).toBeGreaterThan(ENTRIES);
    expect(
      await brokenAfter(`UPDATE private_field SET value = value WHERE ${at(REGISTERED, 'private_field')}`),
    ).toBeNull();
  });

  test.each([
    ['a text', `UPDATE log_leaf SET body = replace(body, '"item.', '"item,') WHERE ${at(150)}`, 150],
    [
      'a text with its hash',
      `UPDATE log_leaf SET (body, hash) = (SELECT body, hash FROM log_leaf b WHERE b.log = ${String(LOG)} AND b.seq = 7) WHERE ${at(9)}`,
      9,
    ],
    [
      'a hash',
      `UPDATE log_leaf SET hash = (SELECT hash FROM log_leaf b WHERE b.log = ${String(LOG)} AND b.seq = 7) WHERE ${at(199)}`,
      199,
    ],
    ['whose it is, for the lists', `UPDATE log_leaf SET resident = NULL WHERE ${at(REGISTERED)}`, REGISTERED],
    ['what it is, for the lists', `UPDATE log_leaf SET type = 'item.found' WHERE ${at(120)}`, 120],
    ['when it was, for the lists', `UPDATE log_leaf SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE ${at(0)}`, 0],
    [
      'a name',
      `UPDATE private_field SET value = '別人' WHERE field = 'actorName' AND ${at(130, 'private_field')}`,
      130,
    ],
    [
      'a name’s salt',
      `UPDATE private_field SET r = (SELECT r FROM private_field b WHERE b.log = ${String(LOG)} AND b.seq = 7 AND b.field = 'actorName') WHERE field = 'actorName' AND ${at(8, 'private_field')}`,
      8,
    ],
    [
      'a name that was added',
      `INSERT INTO private_field SELECT log, seq, 'note', r, value FROM private_field WHERE field = 'actorName' AND ${at(8, 'private_field')}`,
      8,
    ],
    ['the digests of the names', `UPDATE log_leaf SET digests = NULL WHERE ${at(8)}`, 8],
    ['an entry that was removed', `DELETE FROM log_leaf WHERE ${at(101)}`, 101],
    [
      'a node',
      `UPDATE log_node SET hash = (SELECT hash FROM log_node b WHERE b.log = ${String(LOG)} AND b.pos = 0) WHERE log = ${String(LOG)} AND pos = 6`,
      3,
    ],
    ['a node that was removed', `DELETE FROM log_node WHERE log = ${String(LOG)} AND pos = 2`, 1],
    [
      'the root',
      `UPDATE log_head SET root = (SELECT hash FROM log_node WHERE log = ${String(LOG)} AND pos = 0) WHERE log = ${String(LOG)}`,
      'last',
    ],
    ['an end that was put back', `UPDATE log_head SET size = 100, root = root WHERE log = ${String(LOG)}`, 100],
  ] as const)('finds what was altered: %s', async (_, statement, seq) => {
    expect(await brokenAfter(statement)).toBe(seq === 'last' ? size - 1 : seq);
  });

  test('misses a word that nobody erased, and takes one that an entry erased for what it is', async () => {
    const removed = (seq: number) =>
      brokenAfter(`DELETE FROM private_field WHERE field = 'actorName' AND ${at(seq, 'private_field')}`);
    expect(await removed(130)).toBe(130);
    const erasure: Draft = {
      type: 'privacy.erased',
      item: null,
      resident: null,
      occurredAt: null,
      corrects: null,
      facts: { entries: [130], fields: ['actorName'] },
      private: {},
    };
    const { id: facilityId } = (await manager.ok(whoAmI)).facility;
    await app
      .get(Database, { strict: false })
      .writes.run((tx) =>
        app
          .get(Ledger, { strict: false })
          .append(
            tx,
            { facilityId, actor: 'system', name: null, auth: 'none', authAge: null, command: crypto.randomUUID() },
            [erasure],
          ),
      );
    expect(await removed(130)).toBeNull();
    expect(await removed(131)).toBe(131);
  });

  test.each([
    ['that it is out', `UPDATE item SET place = 'out' WHERE last_seq = 50`, 50],
    ['its state', `UPDATE item SET state = replace(state, '"stored"', '"out"') WHERE last_seq = 51`, 51],
    ['where it lies', `UPDATE item SET storage_id = (SELECT MIN(id) FROM storage) WHERE last_seq = 52`, 52],
    ['its newest entry', `UPDATE item SET last_seq = 52 WHERE last_seq = 53`, 0],
    ['that it is not there', `DELETE FROM item WHERE last_seq = 54`, 54],
    ['nothing, of an item that came with two entries', `UPDATE item SET place = place WHERE no_date_printed = 1`, null],
  ] as const)('finds what the screens say and the record does not: %s', async (_, statement, seq) => {
    expect(await staleAfter(statement)).toBe(seq);
  });

  test('is said to hold as of its beginning, to everybody of the facility; an entry that is not as it was, to those who answer for it', async () => {
    expect((await manager.send(readHealth)).status).toBe(200);
    expect(await board(manager)).toMatchObject({ checkedAt: null, broken: null });
    const before = new Date().toISOString();
    await check().run();
    const { checkedAt, checkedSize, size: whole } = await board(manager);
    expect(checkedSize).toBe(whole);
    expect(checkedAt && checkedAt >= before && checkedAt <= new Date().toISOString()).toBe(true);
    const added = await manager.ok(addStaff, {
      name: '夜勤 一郎',
      kana: 'やきん いちろう',
      loginId: 'night',
      role: 'floor',
    });
    const nurse = await new Person(app, 'night').enter(added.code);

    const alter = (to: string) =>
      onTheMachine(
        (sql) =>
          sql.run(`UPDATE private_field SET value = ? WHERE field = 'actorName' AND ${at(130, 'private_field')}`, [
            sql.sealed.close('private_field.value', [LOG, 130, 'actorName'], to),
          ]),
        'COMMIT',
      );
    await alter('鈴木 花子');
    // A receipt that would disclose it is not given, before any check has found it.
    expect((await manager.send(readProof, undefined, { seq: '130' })).refusal).toEqual({
      kind: 'record-discontinuous',
    });
    await check().run(60_000);
    expect((await board(manager)).broken).toBeNull();
    // On another day it is checked anew, however soon that has come.
    app.get(Clock, { strict: false }).setOffset(24 * 3_600_000);
    await check().run(60_000);
    app.get(Clock, { strict: false }).setOffset(0);
    expect(await board(manager)).toMatchObject({ checkedAt: null, broken: { log: 'custody', seq: 130 } });
    expect(await board(nurse)).toMatchObject({ checkedAt: null, broken: null });
    expect(await board(other)).toMatchObject({ checkedAt: expect.any(String) as string, broken: null });
    expect(await manager.send(readHealth)).toMatchObject({
      status: 503,
      body: { status: 'fail', checks: { ledger: 'fail' } },
    });
    // Whatever is wrong with the record, cards still come back and are found.
    await nurse.ok(holdTemporarily, FOUND);

    await alter('佐藤 花子');
    await check().run();
    expect(await board(nurse)).toMatchObject({ checkedAt: expect.any(String) as string, broken: null });
    expect((await manager.send(readHealth)).status).toBe(200);
  });

  test('leaves others their turn, and stops at once with the server', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await check().run();
    clearInterval(counting);
    expect(turns).toBeGreaterThan(4);
    const running = check().run();
    await check().beforeApplicationShutdown();
    await expect(running).rejects.toThrow('aborted');
  });
});
