import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { explainGap, holdTemporarily, listGaps, readBoard, readCheckpoint, readHealth } from '@azukari/contract';
import { Database } from '../database/database.ts';
import { testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import type { Person } from '../testing/person.ts';
import { firstStart, startAgain } from '../testing/restarts.ts';
import { makeBackupKeys } from './backup-keys.ts';
import { Backups } from './backup.service.ts';
import { restore } from './restore.ts';

let place: TestPlace;
let folder: string;
let app: NestFastifyApplication;
let manager: Person;
let secret: string;

const hold = () => manager.ok(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null });
const newestFile = (): string => join(folder, readdirSync(folder).sort().at(-1) ?? '');
const beside = (): readonly string[] =>
  readdirSync(place.config.dataFolder).filter((name) => /\.replaced-\w+$/.test(name));

/** One who answers the questions in this order; what was said to her is returned. */
async function restoring(...answers: readonly string[]): Promise<{ readonly done: boolean; readonly said: string }> {
  const waiting = [...answers];
  const said: string[] = [];
  const talk = {
    say: (...lines: readonly string[]) => void said.push(...lines),
    ask: () => Promise.resolve(waiting.shift() ?? ''),
  };
  const done = await restore(newestFile(), place.config, talk);
  expect(waiting).toEqual([]);
  return { done, said: said.join('\n') };
}

beforeAll(async () => {
  const given = await testPlace();
  folder = join(given.config.dataFolder, 'second-disk');
  mkdirSync(folder);
  const anchorFile = join(folder, '..', 'anchors.jsonl');
  place = { ...given, config: { ...given.config, anchorFile, backup: { ...given.config.backup, folder, own: false } } };
  ({ secret } = await makeBackupKeys(place.config.backup.keysFolder));
  ({ app, manager } = await firstStart(place.config));
  await hold();
  await app.get(Backups, { strict: false }).make();
});

afterAll(async () => {
  await app.close();
  await place.discard();
});

test('nothing is restored under a server that runs', async () => {
  await expect(restoring('さくら苑')).rejects.toThrow('another server');
});

test('where nothing was written since, nothing is lost and the record goes on; without the name nothing happens', async () => {
  await app.close();
  expect(await restoring('もみじ苑')).toEqual({
    done: false,
    said: expect.stringContaining('何も変えていません') as string,
  });
  expect(beside()).toEqual([]);
  const { done, said } = await restoring('さくら苑');
  expect(done).toBe(true);
  expect(said).toContain('失われる記録はありません');
  expect(said).not.toContain('署名は止まります');
  expect(beside()).toHaveLength(1);
  ({ app, manager } = await startAgain(place.config));
  await hold();
  expect((await manager.send(readCheckpoint)).status).toBe(200);
});

test('on another computer the key from the safe is asked for, and keys and record come back', async () => {
  await app.get(Backups, { strict: false }).make();
  await app.close();
  const away = `${place.config.dataFolder}-away`;
  mkdirSync(away);
  for (const name of ['azukari.sqlite', 'keys', 'anchors', 'backup-keys', 'anchors.jsonl'])
    renameSync(join(place.config.dataFolder, name), join(away, name));
  const { done, said } = await restoring(secret.toLowerCase(), 'さくら苑');
  rmSync(away, { recursive: true });
  expect(done).toBe(true);
  expect(said).toContain('くらべられません');
  ({ app, manager } = await startAgain(place.config));
  await hold();
  expect((await manager.send(readCheckpoint)).status).toBe(200);
});

test('what would be lost is shown first; more was signed than comes back, so that no fork is signed', async () => {
  await makeBackupKeys(place.config.backup.keysFolder);
  await app.get(Backups, { strict: false }).look();
  await app.get(Backups, { strict: false }).make();
  await hold();
  await hold();
  await app.close();
  const { done, said } = await restoring('さくら苑');
  expect(done).toBe(true);
  expect(said).toMatch(/失われる記録 \d 件/);
  expect(said).toContain('署名は止まります');
  ({ app, manager } = await startAgain(place.config));
  expect((await manager.send(readHealth)).status).toBe(503);
  expect(await manager.send(readCheckpoint)).toMatchObject({ refusal: { kind: 'record-discontinuous' } });
  await hold();
  expect(existsSync(`${place.config.backup.scratch}-opened`)).toBe(false);
  expect(said).toContain('「記録の途切れ」');
});

test('a manager says why in an entry: it is signed and backed up again, on both disks, also after another restart', async () => {
  const { open } = await manager.ok(listGaps);
  expect(open.map(({ log }) => log)).toEqual(['custody']);
  const gaps = open.map(({ log, size, root }) => ({ log, size, root }));
  await manager.ok(explainGap, { gaps, cause: 'backup-restored', reason: 'ディスクがこわれた' });
  const { size } = await manager.ok(readCheckpoint);
  await app.get(Backups, { strict: false }).make();
  // Verified: all that is said against it is the place of this suite's folder.
  expect(app.get(Backups, { strict: false }).standing().state).toBe('same-disk');
  await app.close();
  // Putting back a backup of the new stretch loses nothing more, and the old stretch is not brought up again.
  const { said } = await restoring('さくら苑');
  expect(said).not.toContain('署名は止まります');
  ({ app, manager } = await startAgain(place.config));
  expect((await manager.ok(readCheckpoint)).size).toBeGreaterThanOrEqual(size);
  expect((await manager.send(readHealth)).status).toBe(200);
  const lines = readFileSync(place.config.anchorFile ?? '', 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith('{"endedBy":'))).toHaveLength(1);
});

test('with the journal on a second disk the last answer comes back, whatever was rolled back or torn meanwhile', async () => {
  await app.close();
  const journal = join(folder, '..', 'journal');
  mkdirSync(journal);
  // A house of its own begins.
  const given = await testPlace();
  const { backup } = given.config;
  const config = { ...given.config, backup: { ...backup, folder: join(given.config.dataFolder, 'backups'), journal } };
  await makeBackupKeys(config.backup.keysFolder);
  const house = await firstStart(config);
  const backups = house.app.get(Backups, { strict: false });
  const holdThere = () =>
    house.manager.ok(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null });
  await holdThere();
  await backups.look();
  await holdThere();
  const { writes } = house.app.get(Database, { strict: false });
  await writes
    .run(async ({ sql }) => {
      await sql.run("INSERT INTO throttle (subject, failures, next_ms) VALUES ('rolled back', 1, 0)");
      throw new Error('no');
    })
    .catch(() => undefined);
  renameSync(journal, `${journal}-away`);
  for (let n = 0; n < 2; n++) await holdThere();
  expect((await house.manager.ok(readBoard)).backup?.state).toBe('journal-failing');
  expect((await house.manager.send(readHealth)).body).toMatchObject({ backup: { state: 'journal-failing' } });
  renameSync(`${journal}-away`, journal);
  await holdThere();
  // Of two in one hour the later stays; a copy of this one was taken out of the house.
  const before = join(config.dataFolder, 'before');
  const [first = ''] = readdirSync(config.backup.folder);
  copyFileSync(join(config.backup.folder, first), before);
  await backups.look();
  expect((await house.manager.ok(readBoard)).backup?.state).toBe('same-disk');
  await holdThere();
  const { note } = await house.manager.ok(readCheckpoint);
  await house.app.close();
  const [part = ''] = readdirSync(journal).sort().reverse();
  appendFileSync(join(journal, part), 'torn');
  const said: string[] = [];
  const typed = [''];
  const talk = {
    say: (...lines: readonly string[]) => void said.push(...lines),
    ask: () => Promise.resolve(typed.shift() ?? 'さくら苑'),
  };
  // The backup of before the disk was away, and the answer that changes nothing.
  expect(await restore(before, config, talk)).toBe(false);
  expect(said.splice(0).join('\n')).toMatch(/控えは .+ のあとで切れています。.+ 件の書き込みは、足していません/);
  const [file = ''] = readdirSync(config.backup.folder).sort().reverse();
  expect(await restore(join(config.backup.folder, file), config, talk)).toBe(true);
  expect(said.join('\n')).toContain('控えから足しました');
  expect(said.join('\n')).toContain('失われる記録はありません');
  const again = await startAgain(config);
  expect((await again.manager.ok(readCheckpoint)).note).toBe(note);
  expect(
    await again.app
      .get(Database, { strict: false })
      .reads.sql.all("SELECT * FROM throttle WHERE subject = 'rolled back'"),
  ).toEqual([]);
  await again.app.close();
  ({ app, manager } = await startAgain(place.config));
  await given.discard();
});
