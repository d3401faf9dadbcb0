import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { Clock } from '../clock.ts';
import { ON_POSTGRES, testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import { houseEntry } from './house-entry.ts';
import { Keys } from './keys.ts';
import { Ledger } from './ledger.ts';
import type { Author } from './ledger.ts';

const FACILITY = '00000000-0000-4000-8000-0000000000f1';
const STAFF = '00000000-0000-4000-8000-0000000000a1';
const author = (): Author => ({
  facilityId: FACILITY,
  actor: `staff:${STAFF}`,
  name: '髙﨑 𠮷右衛門',
  auth: 'password',
  authAge: 1,
  command: crypto.randomUUID(),
});

let place: TestPlace;
let database: Database;

beforeAll(async () => {
  place = await testPlace();
  database = await openDatabase(place.config);
  const ledger = new Ledger(new Clock(), new Keys(place.config.keysFolder));
  await database.writes.run(async (tx) => {
    await ledger.open(tx, author());
    await ledger.append(tx, author(), [houseEntry('staff.left', { staff: STAFF, on: '2026-11-22' })]);
  });
});

afterAll(async () => {
  await database.close();
  await place.discard();
});

const COPY =
  'INSERT INTO log_leaf SELECT log, 1, body, hash, digests, type, recorded_at, actor, item, resident, prior, corrects, command, part FROM log_leaf WHERE log = 1 AND seq = 0';
const ATTACKS: readonly (readonly [string, string])[] = [
  ['an edited leaf', "UPDATE log_leaf SET body = 'x' WHERE log = 1 AND seq = 1"],
  ['a deleted leaf', 'DELETE FROM log_leaf WHERE log = 1 AND seq = 1'],
  ['a second leaf of the same number', COPY],
  ['a leaf after a gap', COPY.replace('log, 1,', 'log, 9,')],
  ['an edited node', 'UPDATE log_node SET pos = 99 WHERE log = 1 AND pos = 0'],
  ['a deleted node', 'DELETE FROM log_node WHERE log = 1 AND pos = 0'],
  ['a head that shrinks', 'UPDATE log_head SET size = 1 WHERE log = 1'],
  ['a head that is removed', 'DELETE FROM log_head WHERE log = 1'],
  ['a renamed log', "UPDATE log SET name = 'other' WHERE id = 1"],
  ['an edited private field', "UPDATE private_field SET value = 'x' WHERE log = 1"],
];

describe('the log tables', () => {
  test.each(ATTACKS)('refuse %s, through the application’s own connection', async (_, sql) => {
    const before = await database.reads.sql.get('SELECT size, root FROM log_head WHERE log = 1');
    await expect(database.writes.run((tx) => tx.sql.run(sql))).rejects.toThrow(
      /append-only|gap|grows|stays|erased|denied/,
    );
    expect(await database.reads.sql.get('SELECT size, root FROM log_head WHERE log = 1')).toEqual(before);
  });

  test('a second leaf after the same one of its item is refused: that is what a double check-out would be', async () => {
    const ledger = new Ledger(new Clock(), new Keys(place.config.keysFolder));
    const item = crypto.randomUUID();
    const draft = houseEntry('staff.left', { staff: STAFF, on: '2026-11-22' });
    const search = { ...draft, type: 'item.search-started', item, facts: {} } as const;
    const entries = await database.writes.run((tx) => ledger.append(tx, author(), [search, search]));
    const prior = entries[0]?.seq ?? -1;
    const copy = (priorOfCopy: string) =>
      `INSERT INTO log_leaf SELECT log, (SELECT size FROM log_head WHERE log = 1), body, hash, digests, type, recorded_at, actor,
        '${item}', resident, ${priorOfCopy}, corrects, '${crypto.randomUUID()}', 0 FROM log_leaf WHERE log = 1 AND seq = 0`;
    await expect(database.writes.run((tx) => tx.sql.run(copy(String(prior))))).rejects.toThrow(/log_leaf_item/);
    await expect(database.writes.run((tx) => tx.sql.run(copy('NULL')))).rejects.toThrow(/log_leaf_item/);
  });

  const sqliteOnly = ON_POSTGRES ? test.skip : test;
  const postgresOnly = ON_POSTGRES ? test : test.skip;

  sqliteOnly.each([
    ['a replaced leaf', COPY.replace('INSERT INTO', 'INSERT OR REPLACE INTO')],
    ['a replaced node', 'INSERT OR REPLACE INTO log_node SELECT 1, 0, hash FROM log_node WHERE log = 1 AND pos = 1'],
  ])('refuse %s (REPLACE walks through UPDATE and DELETE triggers)', async (_, sql) => {
    await expect(database.writes.run((tx) => tx.sql.run(sql))).rejects.toThrow(/gap or a replacement/);
  });

  postgresOnly.each([
    ['TRUNCATE', 'TRUNCATE log_leaf'],
    ['dropping a trigger', 'DROP TRIGGER log_leaf_no_change ON log_leaf'],
    ['switching triggers off', 'ALTER TABLE log_leaf DISABLE TRIGGER ALL'],
  ])('the application may not: %s', async (_, sql) => {
    await expect(database.writes.run((tx) => tx.sql.run(sql))).rejects.toThrow(/permission denied|must be owner/);
  });

  postgresOnly('the owner is stopped by the triggers too, also as a replica', async () => {
    const { database: kind } = place.config;
    const owner = await new DataSource({
      type: 'postgres',
      url: kind.kind === 'postgres' ? kind.ownerUrl : '',
    }).initialize();
    await expect(owner.query('TRUNCATE log_leaf CASCADE')).rejects.toThrow(/append-only/);
    await expect(owner.query("UPDATE log_leaf SET body = 'x'")).rejects.toThrow(/append-only/);
    await owner.destroy();
  });
});

describe('the start', () => {
  const sqliteOnly = ON_POSTGRES ? test.skip : test;
  const postgresOnly = ON_POSTGRES ? test : test.skip;

  sqliteOnly('is refused to a second server on the same file', async () => {
    await expect(openDatabase(place.config)).rejects.toThrow('another server already uses');
  });

  const WIPE = 'AFTER INSERT ON log_leaf BEGIN DELETE FROM private_field; END';
  sqliteOnly.each([
    ['a dropped trigger', 'DROP TRIGGER log_leaf_no_update'],
    [
      'a trigger that was changed',
      "DROP TRIGGER log_leaf_no_delete; CREATE TRIGGER log_leaf_no_delete BEFORE DELETE ON log_leaf WHEN 0 BEGIN SELECT RAISE(ABORT, 'x'); END",
    ],
    ['a table of one’s own', 'CREATE TABLE extra (x)'],
    ['a view of one’s own', 'CREATE VIEW extra AS SELECT 1'],
    ['a trigger that is named as if SQLite had made it', `CREATE TRIGGER sqlitexevil ${WIPE}`],
    ['a trigger that is named like the table of migrations', `CREATE TRIGGER migrations ${WIPE}`],
  ])('is refused after %s', async (_, sql) => {
    const other = await testPlace();
    const file = other.config.database.kind === 'sqlite' ? other.config.database.file : '';
    await (await openDatabase(other.config)).close();
    const handle = new BetterSqlite3(file);
    handle.exec(sql);
    handle.close();
    await expect(openDatabase(other.config)).rejects.toThrow('changed outside');
    await other.discard();
  });

  postgresOnly('is refused when the application owns the log', async () => {
    const other = await testPlace();
    const { database: kind } = other.config;
    if (kind.kind !== 'postgres') throw new Error('not on PostgreSQL');
    await expect(openDatabase({ ...other.config, database: { ...kind, url: kind.ownerUrl } })).rejects.toThrow(
      'the application owns',
    );
    await other.discard();
  });

  postgresOnly('is refused when a guard is switched off', async () => {
    const other = await testPlace();
    const { database: kind } = other.config;
    if (kind.kind !== 'postgres') throw new Error('not on PostgreSQL');
    await (await openDatabase(other.config)).close();
    const owner = await new DataSource({ type: 'postgres', url: kind.ownerUrl }).initialize();
    await owner.query('ALTER TABLE log_leaf DISABLE TRIGGER log_leaf_no_change');
    await owner.destroy();
    await expect(openDatabase(other.config)).rejects.toThrow('switched off: log_leaf_no_change');
    await other.discard();
  });
});
