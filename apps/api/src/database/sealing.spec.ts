import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import { facilityRow } from '../testing/facility-row.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { newKey, readKeyRing, ringPath, writeKeyRing } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { ContactRow, FacilityRow, ResidentRow, StaffRow } from './rows.ts';
import { keyIn } from './sealed.ts';
import { rotateKeys } from './rotation.ts';
import { sealThroughout } from './sealing.ts';

const FACILITY = 'f0000000-0000-4000-8000-000000000001';
const WORDS = '髙﨑 𠮷右衛門';
const MANY = 450;

let place: TestPlace;
let database: Database;
const keys = (): string => place.config.keysFolder;
const ring = (): KeyRing => readKeyRing(keys()) as KeyRing;
const residentId = (n: number): string => `r0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What a house had before there were keys, in tables with one key and with several, more than one piece of them. */
async function plainHouse({ writes }: Database): Promise<void> {
  await writes.run(async ({ rows, sql }) => {
    await rows.insert(FacilityRow, facilityRow(FACILITY));
    for (let n = 0; n < MANY; n++) {
      await sql.run(
        `INSERT INTO resident (id, facility_id, name, kana, room, birth_date, note, version) VALUES (?, ?, ?, 'たかさき', '', ?, NULL, 1)`,
        [residentId(n), FACILITY, `${WORDS}${String(n)}`, '1941-08-01'],
      );
    }
    await sql.run("INSERT INTO log (id, name, facility_id, kind) VALUES (1, 'azukari/f/custody', ?, 'custody')", [
      FACILITY,
    ]);
    for (let n = 0; n < MANY; n++)
      await sql.run('INSERT INTO private_field (log, seq, field, r, value) VALUES (1, ?, ?, ?, ?)', [
        n,
        'residentName',
        Buffer.alloc(32, n),
        `${WORDS}${String(n)}`,
      ]);
  });
}

const stored = async (): Promise<string[]> => {
  const { sql } = database.reads;
  const residents = await sql.all<Record<string, string>>(
    'SELECT name, kana, room, birth_date FROM resident ORDER BY id',
  );
  const fields = await sql.all<Record<string, string>>('SELECT value FROM private_field ORDER BY seq');
  return [...residents, ...fields].flatMap((row) => Object.values(row));
};
const keysUsed = async (): Promise<(string | null)[]> => [...new Set((await stored()).map(keyIn))];

async function againPlain(): Promise<void> {
  await database.close();
  // As a house stands that was begun before its columns were sealed.
  writeKeyRing(keys(), { ...ring(), sealed: [] });
}

beforeAll(async () => {
  place = await testPlace();
  database = await openDatabase(place.config);
  await plainHouse(database);
});

afterAll(async () => {
  await database.close();
  await place.discard();
});

test('a house that was begun before is sealed at its next start, and reads as before', async () => {
  expect(await keysUsed()).toEqual([null]);
  await againPlain();
  database = await openDatabase(place.config);
  expect(await keysUsed()).toEqual([ring().keys[0].id]);
  const residents = await database.reads.rows.find(ResidentRow, {
    where: { facilityId: FACILITY },
    order: { id: 'ASC' },
  });
  expect(residents.map(({ name, kana, room, birthDate, note }) => [name, kana, room, birthDate, note])).toEqual(
    Array.from({ length: MANY }, (_, n) => [`${WORDS}${String(n)}`, 'たかさき', '', '1941-08-01', null]),
  );
  const { sql } = database.reads;
  const fields = await sql.all<{ seq: number; r: Uint8Array; value: string }>(
    'SELECT seq, r, value FROM private_field ORDER BY seq',
  );
  for (const { seq, r, value } of fields) {
    expect(sql.sealed.open('private_field.value', [1, seq, 'residentName'], value)).toBe(`${WORDS}${String(seq)}`);
    expect(Buffer.from(r)).toEqual(Buffer.alloc(32, seq));
  }
});

test('the files forget what was plain', () => {
  if (place.config.database.kind !== 'sqlite') return;
  const folder = place.config.dataFolder;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (statSync(file).isFile()) expect([name, readFileSync(file).includes('𠮷右衛門')]).toEqual([name, false]);
  }
});

test('what was sealed throughout takes no plain text any more', async () => {
  await database.writes.run(({ sql }) =>
    sql.run('UPDATE resident SET name = ? WHERE id = ?', ['別の人', residentId(7)]),
  );
  await expect(database.reads.rows.findOneBy(ResidentRow, { id: residentId(7) })).rejects.toThrow('it is not sealed');
  await database.close();
  database = await openDatabase(place.config);
  await expect(database.reads.rows.findOneBy(ResidentRow, { id: residentId(7) })).rejects.toThrow('it is not sealed');
  await database.writes.run(({ rows }) => rows.update(ResidentRow, { id: residentId(7) }, { name: `${WORDS}7` }));
});

test('another key comes in piece by piece; stopped at any of them it goes on, and only then is the old one gone', async () => {
  const old = ring();
  const next: KeyRing = { ...old, keys: [newKey(), ...old.keys] };
  await database.close();
  writeKeyRing(keys(), next);
  database = await openDatabase(place.config);
  const house = { writes: database.writes, keysFolder: keys(), compact: () => Promise.resolve() };
  for (let pieces = 0, stopped = true; stopped; pieces++) {
    let left = pieces;
    const run: typeof database.writes.run = (work) =>
      left-- > 0 ? database.writes.run(work) : Promise.reject(new Error('the power failed'));
    const writes = Object.assign(Object.create(database.writes) as typeof database.writes, { run });
    stopped = await sealThroughout({ ...house, writes }, next).then(
      () => false,
      () => true,
    );
    // Between two pieces both keys open what they sealed.
    expect(await database.reads.rows.findOneBy(ResidentRow, { id: residentId(0) })).toMatchObject({
      name: `${WORDS}0`,
    });
    if (stopped) expect(ring().keys).toHaveLength(2);
  }
  expect(ring().keys.map(({ id }) => id)).toEqual([next.keys[0].id]);
  expect(await keysUsed()).toEqual([next.keys[0].id]);
  await database.close();
  database = await openDatabase(place.config);
  expect(await database.reads.rows.count(ResidentRow)).toBe(MANY);
  expect(await database.reads.rows.findOneBy(ResidentRow, { id: residentId(449) })).toMatchObject({
    name: `${WORDS}449`,
  });
});

test.each([
  ['gone', () => rmSync(ringPath(keys()))],
  ['another house’s', () => writeKeyRing(keys(), { keys: [newKey()], sealed: [] })],
])('a key that is %s stops the start in both languages, and makes no new one', async (_, lose) => {
  const [{ id }] = ring().keys;
  const kept = readFileSync(ringPath(keys()));
  await database.close();
  lose();
  const before = existsSync(ringPath(keys())) && readFileSync(ringPath(keys()), 'utf8');
  await expect(openDatabase(place.config)).rejects.toThrow(
    new RegExp(`鍵（${id}）が .*戻して.* / The key ${id} .*start again`),
  );
  expect(existsSync(ringPath(keys())) && readFileSync(ringPath(keys()), 'utf8')).toBe(before);
  writeFileSync(ringPath(keys()), kept);
  database = await openDatabase(place.config);
});

test('the command puts a new key in the place of the old one, and never beside a server', async () => {
  const [before] = ring().keys;
  await expect(rotateKeys(place.config)).rejects.toThrow('another server already uses');
  await database.close();
  const id = await rotateKeys(place.config);
  expect(id).not.toBe(before.id);
  expect(ring().keys.map((key) => key.id)).toEqual([id]);
  database = await openDatabase(place.config);
  expect(await keysUsed()).toEqual([id]);
  expect(await database.reads.rows.findOneBy(ResidentRow, { id: residentId(3) })).toMatchObject({ name: `${WORDS}3` });
});

test('an account is found by its sign-in name, whatever key it was marked with', async () => {
  const staff = {
    facilityId: FACILITY,
    name: WORDS,
    kana: '',
    passwordHash: '',
    role: 'floor',
    leftOn: null,
    version: 1,
  } as const;
  await database.writes.run((tx) => tx.rows.insert(StaffRow, { ...staff, id: 's1', loginId: 'hanako' }));
  const found = () => database.reads.rows.findOneBy(StaffRow, { loginId: 'hanako' });
  expect(await found()).toMatchObject({ id: 's1', loginId: 'hanako', name: WORDS });
  await expect(
    database.writes.run((tx) => tx.rows.insert(StaffRow, { ...staff, id: 's2', loginId: 'hanako' })),
  ).rejects.toThrow(/unique/i);
  await database.close();
  writeKeyRing(keys(), { ...ring(), keys: [newKey(), ...ring().keys] });
  database = await openDatabase(place.config);
  expect(await found()).toMatchObject({ id: 's1' });
  await database.close();
  await rotateKeys(place.config);
  database = await openDatabase(place.config);
  expect(await found()).toMatchObject({ id: 's1' });
});

test('values of two rows or columns that changed places do not open', async () => {
  const { rows, sql } = database.reads;
  const [one, two] = [residentId(1), residentId(2)];
  const reads = (id: string) => rows.findOneBy(ResidentRow, { id });
  const put = (id: string, name: string, kana: string) =>
    database.writes.run((tx) => tx.sql.run('UPDATE resident SET name = ?, kana = ? WHERE id = ?', [name, kana, id]));
  const [first, second] = await sql.all<{ name: string; kana: string }>(
    'SELECT name, kana FROM resident WHERE id IN (?, ?) ORDER BY id',
    [one, two],
  );
  if (!first || !second) throw new Error('no residents');
  await put(one, second.name, first.kana);
  await expect(reads(one)).rejects.toThrow('sealed for another place');
  await put(one, first.kana, first.name);
  await expect(reads(one)).rejects.toThrow('sealed for another place');
  await put(one, first.name, first.kana);
  expect(await reads(one)).toMatchObject({ name: `${WORDS}1`, kana: 'たかさき' });
});

test('a sealed column is neither written nor asked for without its row', async () => {
  const { rows } = database.reads;
  await expect(rows.findBy(ContactRow, { name: WORDS })).rejects.toThrow('contact.name cannot be searched');
  await expect(
    database.writes.run((tx) => tx.rows.update(StaffRow, { facilityId: FACILITY }, { name: WORDS })),
  ).rejects.toThrow('without the id of its row');
});

test('the ring is the service’s alone', () => {
  if (process.platform === 'win32') return;
  expect(statSync(ringPath(keys())).mode & 0o777).toBe(0o600);
  expect(statSync(keys()).mode & 0o777).toBe(0o700);
  const folder = mkdtempSync(join(tmpdir(), 'azukari-ring-'));
  writeKeyRing(join(folder, 'keys'), ring());
  expect(readdirSync(join(folder, 'keys'))).toEqual(['sealing.json']);
  rmSync(folder, { recursive: true });
});

test('what is no ring of keys is refused, and nothing is made in its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-ring-'));
  const key = Buffer.alloc(32, 1).toString('base64');
  const texts = [
    '[]',
    'null',
    '{"keys":[],"sealed":[]}',
    '{"keys":["!"],"sealed":[]}',
    `{"keys":["${key}"]}`,
    `{"keys":["${key}"],"sealed":[1]}`,
    `{"keys":["${key}"],"more":1,"sealed":[]}`,
    `{"keys":"${key}","sealed":[]}`,
  ];
  for (const text of texts) {
    writeFileSync(ringPath(folder), text);
    expect(() => readKeyRing(folder)).toThrow('is not a ring of keys');
    expect(readFileSync(ringPath(folder), 'utf8')).toBe(text);
  }
  writeFileSync(ringPath(folder), `{"keys":["${key}"],"sealed":[]}`);
  expect(readKeyRing(folder)?.keys).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
