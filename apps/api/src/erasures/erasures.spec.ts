import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Decrypter } from 'age-encryption';
import {
  askErasure,
  checkIn,
  confirmErasure,
  handOver,
  holdErasure,
  leaveResident,
  leaveStaff,
  listEntries,
  listErasures,
  listResidents,
  makePack,
  readItem,
  readResident,
  removeContact,
  reportMissing,
  withdrawErasure,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { python, theirsOf } from '@azukari/tools/second-verifier';
import { examinePack, nodeMeans } from '@azukari/tools/verify';
import { Backups } from '../backup/backup.service.ts';
import { makeBackupKeys } from '../backup/backup.standing.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { readParts } from '../database/journal.ts';
import { SEALED_COLUMNS } from '../database/sealed-columns.ts';
import type { SealedColumn } from '../database/sealed-columns.ts';
import { LedgerCheck } from '../ledger/ledger-check.ts';
import { SetUp } from '../set-up/set-up.service.ts';
import { ON_POSTGRES, testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import { makersFor } from '../testing/makers.ts';
import type { Makers } from '../testing/makers.ts';
import { PASSWORD, Person } from '../testing/person.ts';
import { firstStart, startAgain } from '../testing/restarts.ts';
import { muchIsSaid } from '../testing/said.ts';
import type { Family } from '../testing/said.ts';

/** Every word that is said of her family has this in it, and the name of a colleague that; none that is said of anybody else. */
const HERS = /けしいん|消印|keshiin/;
const COLLEAGUES = /去印/;

const onlySqlite = ON_POSTGRES ? test.skip : test;

let place: TestPlace;
let app: NestFastifyApplication;
let manager: Person;
let other: Person;
let make: Makers;
let family: Family;
let leaver: Person;
let asked: string;
const packs: { readonly bytes: Uint8Array; readonly verdict: string }[] = [];

beforeAll(async () => {
  const given = await testPlace();
  const journal = join(given.config.dataFolder, 'second-disk');
  mkdirSync(journal);
  place = { ...given, config: { ...given.config, backup: { ...given.config.backup, journal } } };
  await makeBackupKeys(place.config.backup.keysFolder);
  become(await firstStart(place.config));
  const elsewhere = { name: '田中 次郎', kana: 'たなか じろう', loginId: 'other-manager', password: PASSWORD };
  await app.get(SetUp, { strict: false }).makeFacility('もみじ苑', elsewhere, false);
  other = await make.aStaff({ role: 'manager', name: '木村 誠' });
  leaver = await make.aStaff({ level: 'handler', name: '去印 職員' });
  family = await muchIsSaid({ app, make, manager, colleague: leaver });
});
afterAll(async () => {
  await app.close();
  await place.discard();
});

test('premise: her words are in the tables, and a stranger finds the marks of what they are made of', async () => {
  const marked = await cells();
  expect([...new Set(marked.map(({ column }) => column))].sort()).toEqual([
    'agreement.paper_place',
    'agreement.reason',
    'agreement.signer_name',
    'agreement.will_note',
    'contact.address',
    'contact.email',
    'contact.kana',
    'contact.name',
    'contact.note',
    'contact.relation',
    'item.label',
    'notice.address',
    'notice.bytes',
    'notice.heard',
    'notice.person',
    'private_field.value',
    'reconciled_item.holder_name',
    'resident.kana',
    'resident.name',
    'resident.note',
    'resident.room',
  ]);
});

describe('before anything is erased', () => {
  const why = async (given: Partial<{ kind: 'resident' | 'contact' | 'staff'; personId: string; ground: Ground }>) => {
    const body = { kind: 'resident', personId: family.residentId, ground: 'retention-over', ...given } as const;
    return (await manager.send(askErasure, body)).refusal;
  };
  type Ground = 'retention-over' | 'asked-by-person';

  test('she has to have left, with all that was hers, long enough ago', async () => {
    expect(await why({})).toMatchObject({ kind: 'erasure-blocked', because: 'still-here' });
    const leaving = { version: 1, on: '2019-06-30', reason: 'moved' } as const;
    await manager.ok(leaveResident, leaving, { id: family.residentId });
    expect(await why({})).toMatchObject({ because: 'item-held' });
    await manager.ok(reportMissing, { itemIds: [family.itemId] });
    expect(await why({})).toMatchObject({ because: 'loss-open' });
    await manager.ok(checkIn, { itemIds: [family.itemId] });
    const receiver = { relation: 'family', name: '', contactId: family.contactId } as const;
    await manager.ok(handOver, { itemIds: [family.itemId], disposition: 'returned', receiver, note: '消印さんへ' });
    await daysOfLeaving(app.get(Clock, { strict: false }).today());
    expect(await why({})).toMatchObject({ because: 'too-early' });
    await daysOfLeaving('2023-01-31');
    expect(await why({})).toMatchObject({ because: 'too-early', until: '2028-02-01' });
    expect(await why({ kind: 'contact', personId: family.contactId })).toMatchObject({ because: 'still-here' });
  });

  test('nothing goes while somebody said that it is needed', async () => {
    const whose = { kind: 'resident', personId: family.residentId } as const;
    await manager.ok(holdErasure, { ...whose, hold: true });
    expect(await why({ ground: 'asked-by-person' })).toMatchObject({ because: 'on-hold' });
    expect((await manager.send(holdErasure, { ...whose, hold: true })).refusal).toEqual({ kind: 'nothing-to-change' });
    await manager.ok(holdErasure, { ...whose, hold: false });
  });

  test('whoever is due is on a list for managers, and goes only when two have said so', async () => {
    await daysOfLeaving('2019-06-30');
    const { left, asked: open } = await manager.ok(listErasures);
    expect(open).toEqual([]);
    expect(left.map(({ personId, dueOn, obstacle }) => [personId, dueOn, obstacle])).toEqual([
      [family.residentId, '2024-07-01', null],
    ]);
    await manager.ok(askErasure, { kind: 'resident', personId: family.residentId, ground: 'retention-over' });
    expect(await why({})).toEqual({ kind: 'erasure-stage', stage: 'asked' });
    asked = (await manager.ok(listErasures)).asked[0]?.id ?? '';
    expect((await manager.send(confirmErasure, {}, { id: asked })).refusal).toEqual({ kind: 'erasure-by-one' });
    await manager.ok(withdrawErasure, {}, { id: asked });
    expect((await other.send(confirmErasure, {}, { id: asked })).refusal).toEqual({
      kind: 'erasure-stage',
      stage: 'withdrawn',
    });
    await manager.ok(askErasure, { kind: 'resident', personId: family.residentId, ground: 'retention-over' });
    asked = (await manager.ok(listErasures)).asked[0]?.id ?? '';
  });

  test('an open session is not enough, and after a week it is asked anew', async () => {
    const sql = (text: string, values: readonly (string | number)[]) =>
      database().writes.run((tx) => tx.sql.run(text, values));
    await sql('UPDATE session SET started_ms = started_ms - 3600000 WHERE staff_id = ?', [other.staffId]);
    expect((await other.send(confirmErasure, {}, { id: asked })).refusal).toMatchObject({ kind: 'sign-in-not-fresh' });
    await other.signIn();
    const row = await database().reads.sql.get<{ at: string }>('SELECT asked_at AS at FROM erasure WHERE id = ?', [
      asked,
    ]);
    await sql("UPDATE erasure SET asked_at = '2020-01-01T00:00:00.000Z' WHERE id = ?", [asked]);
    expect((await other.send(confirmErasure, {}, { id: asked })).refusal).toMatchObject({ stage: 'lapsed' });
    await sql('UPDATE erasure SET asked_at = ? WHERE id = ?', [row?.at ?? '', asked]);
  });
});

describe('what two people have erased', () => {
  let sealed: readonly string[];

  test('is gone from every table, and what it was sealed as from every file', async () => {
    sealed = (await cells()).map(({ stored }) => stored);
    if (!ON_POSTGRES) expect(filesWith(sealed)).not.toEqual([]);
    await stop();
    if (!ON_POSTGRES) copyFileSync(file(), `${place.config.dataFolder}.copy`);
    become(await startAgain(place.config));
    other = await new Person(app, other.loginId).signIn();
    const before = await entriesOf();
    await other.ok(confirmErasure, {}, { id: asked });
    expect(await cells()).toEqual([]);
    if (!ON_POSTGRES) expect(filesWith(sealed)).toEqual([]);
    expect((await entriesOf()).slice(0, before.length).map(({ seq, type }) => [seq, type])).toEqual(
      before.map(({ seq, type }) => [seq, type]),
    );
  });

  onlySqlite('is gone from the journal on the second disk once a backup was made', async () => {
    const { journal, keysFolder } = place.config.backup;
    const drill = new Decrypter();
    drill.addIdentity(readFileSync(join(keysFolder, 'drill.key'), 'utf8').trim());
    const lock = { open: (closed: Uint8Array) => drill.decrypt(closed) };
    const kept = async (): Promise<string> => JSON.stringify([...(await readParts(journal ?? '', lock)).following]);
    const hasHers = (text: string): boolean => sealed.some((cell) => text.includes(cell.slice(0, 80)));
    expect(hasHers(await kept())).toBe(true);
    await app.get(Backups, { strict: false }).look();
    expect(hasHers(await kept())).toBe(false);
  });

  test('is told by the record, which holds, and what was not erased is missed', async () => {
    const told = (await manager.ok(listEntries, undefined, { type: 'privacy.' })).entries;
    expect(told.map(({ type }) => type)).toContain('privacy.erasure-confirmed');
    const texts = JSON.stringify(await entriesOf());
    expect(texts).not.toMatch(HERS);
    expect(await broken()).toBe(false);
    const held = await examined();
    expect(held).toMatchObject({
      verdict: 'holds',
      logs: [{ outcome: { fieldsErased: expect.any(Number) as number } }, {}],
    });
    await database().writes.run(({ sql }) =>
      sql.run(
        `DELETE FROM private_field WHERE field = 'residentName' AND seq = (SELECT MAX(seq) FROM private_field WHERE field = 'residentName')`,
      ),
    );
    expect(await broken()).toBe(true);
    expect(await examined()).toMatchObject({ verdict: 'broken', logs: [{ outcome: { at: 'private:erased' } }, {}] });
  });

  python('is judged so too by the verifier that shares no line with ours', async () => {
    const folder = join(place.config.dataFolder, 'packs');
    mkdirSync(folder);
    for (const [n, { bytes }] of packs.entries()) writeFileSync(join(folder, `${String(n)}.zip`), bytes);
    const theirs = await theirsOf(folder);
    expect(theirs.map(({ file, verdict }) => [file, verdict])).toEqual(
      packs.map(({ verdict }, n) => [`${String(n)}.zip`, verdict]),
    );
    expect(theirs.map(({ verdict }) => verdict)).toEqual(['holds', 'broken']);
  });

  test('leaves lists and pages that can be read, and neighbours as they were', async () => {
    expect((await manager.ok(listResidents, undefined, { left: true })).residents.map(({ id }) => id)).toEqual([
      family.neighbourId,
    ]);
    expect((await manager.send(readResident, undefined, { id: family.residentId })).refusal).toEqual({
      kind: 'not-found',
    });
    expect((await manager.ok(readResident, undefined, { id: family.neighbourId })).name).toBe('隣 花');
    expect((await manager.ok(readItem, undefined, { id: family.itemId })).label).toBeNull();
    const { left, done } = await manager.ok(listErasures);
    expect(left).toEqual([]);
    expect(done).toMatchObject([{ id: asked, personId: family.residentId, confirmedBy: { name: '木村 誠' } }]);
    expect(
      (await manager.send(askErasure, { kind: 'resident', personId: family.residentId, ground: 'retention-over' }))
        .status,
    ).toBe(404);
  });

  test('a member of the staff who left has her name nowhere, and what she did stays', async () => {
    await manager.ok(leaveStaff, { version: 1 }, { id: leaver.staffId });
    await database().writes.run(({ sql }) =>
      sql.run("UPDATE staff SET left_on = '2019-06-30' WHERE id = ?", [leaver.staffId]),
    );
    await manager.ok(askErasure, { kind: 'staff', personId: leaver.staffId, ground: 'retention-over' });
    const id = (await manager.ok(listErasures)).asked[0]?.id;
    expect(await cells(COLLEAGUES)).not.toEqual([]);
    await other.ok(confirmErasure, {}, { id });
    expect(await cells(COLLEAGUES)).toEqual([]);
    const did = (await manager.ok(listEntries, undefined, { actorId: leaver.staffId })).entries;
    expect(did.map(({ type }) => type)).toContain('item.checked-in');
    expect((await new Person(app, leaver.loginId).send(listEntries)).status).toBe(401);
  });

  test('a contact who was removed is erased without the resident', async () => {
    const contact = await make.aContact({ residentId: family.neighbourId, name: '消印 友子', phone: '03-0000-0001' });
    await manager.ok(removeContact, { version: 1 }, { id: contact.id });
    await database().writes.run(({ sql }) =>
      sql.run("UPDATE contact SET removed_at = '2019-06-30T00:00:00.000Z' WHERE id = ?", [contact.id]),
    );
    await manager.ok(askErasure, { kind: 'contact', personId: contact.id, ground: 'asked-by-family' });
    const [open] = (await manager.ok(listErasures)).asked;
    expect(open).toMatchObject({ name: '消印 友子' });
    await other.ok(confirmErasure, {}, { id: open?.id });
    expect(await cells()).toEqual([]);
  });

  onlySqlite('is erased again, before anybody is served, where a backup has brought it back', async () => {
    await stop();
    for (const part of ['', '-wal', '-shm']) rmSync(`${file()}${part}`, { force: true });
    copyFileSync(`${place.config.dataFolder}.copy`, file());
    rmSync(`${place.config.dataFolder}.copy`);
    become(await startAgain(place.config));
    expect([...(await cells()), ...(await cells(COLLEAGUES))]).toEqual([]);
    const told = (await manager.ok(listEntries, undefined, { type: 'privacy.' })).entries;
    expect(told.filter(({ type }) => type === 'privacy.erasure-repeated').map(({ actor }) => actor.id)).toEqual([
      null,
      null,
    ]);
    expect(await broken()).toBe(false);
    expect(filesWith(sealed)).toEqual([]);
    await stop();
    become(await startAgain(place.config));
    const again = (await manager.ok(listEntries, undefined, { type: 'privacy.' })).entries;
    expect(again.map(({ seq }) => seq)).toEqual(told.map(({ seq }) => seq));
  });
});

function become(started: { readonly app: NestFastifyApplication; readonly manager: Person }): void {
  ({ app, manager } = started);
  make = makersFor(app, manager, () => app.get(Clock, { strict: false }).today());
}

async function stop(): Promise<void> {
  await app.close();
}

function database(): Database {
  return app.get(Database, { strict: false });
}

function file(): string {
  return join(place.config.dataFolder, 'azukari.sqlite');
}

async function entriesOf(): Promise<AnswerOf<typeof listEntries>['entries']> {
  return (await manager.ok(listEntries, undefined, { residentId: family.residentId })).entries.toReversed();
}

async function daysOfLeaving(on: string): Promise<void> {
  await database().writes.run(({ sql }) =>
    sql.run('UPDATE resident SET left_on = ? WHERE id = ?', [on, family.residentId]),
  );
}

async function broken(): Promise<boolean> {
  const check = app.get(LedgerCheck, { strict: false });
  await check.run();
  return check.broken;
}

async function examined(): ReturnType<typeof examinePack> {
  const { body } = await manager.send(makePack);
  const found = await examinePack(new Blob([new Uint8Array(body)]), null, nodeMeans());
  packs.push({ bytes: new Uint8Array(body), verdict: found.verdict });
  return found;
}

/** Every value of every column in which her words, or those of the one who left, are; sealed ones are opened. */
async function cells(mark = HERS): Promise<{ column: string; value: string; stored: string }[]> {
  const { sql } = database().reads;
  const found: { column: string; value: string; stored: string }[] = [];
  for (const [table, { key, columns }] of Object.entries(SEALED_COLUMNS))
    for (const row of await sql.all(`SELECT * FROM ${table}`))
      for (const column of columns) {
        const stored = row[column];
        if (typeof stored !== 'string') continue;
        const at = key.map((part) => row[part] as string | number);
        const value = sql.sealed.open(`${table}.${column}` as SealedColumn, at, stored);
        if (mark.test(value)) found.push({ column: `${table}.${column}`, value, stored });
      }
  return found;
}

/** The files of the house in which any of these texts is; the pages of a database are looked through as they are. */
function filesWith(texts: readonly string[]): string[] {
  const { dataFolder } = place.config;
  return readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dataFolder, name)).isFile())
    .filter((name) => {
      const bytes = readFileSync(join(dataFolder, name));
      return texts.some((text) => bytes.includes(text.slice(0, 80)) || bytes.includes(text.slice(-80)));
    });
}
