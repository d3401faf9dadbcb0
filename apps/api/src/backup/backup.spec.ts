import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import BetterSqlite3 from 'better-sqlite3';
import { holdTemporarily, readBoard, readHealth } from '@azukari/contract';
import { millisecondsOf, parseCheckpointBody, parseNote, signCheckpoint } from '@azukari/domain';
import type { LogName } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { keptOutside } from '../ledger/kept-outside.ts';
import { Keys } from '../ledger/keys.ts';
import { ON_POSTGRES, testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import type { Person } from '../testing/person.ts';
import { firstStart } from '../testing/restarts.ts';
import { openArchive } from './archive.ts';
import { momentOf } from './backup-files.ts';
import { makeBackupKeys, readBackupKeys, readDrillKey } from './backup-keys.ts';
import { makeBackup } from './backup-worker.ts';
import { Backups } from './backup.service.ts';

const HOUR_MS = 3_600_000;

let place: TestPlace;
let folder: string;
let app: NestFastifyApplication;
let manager: Person;
let backups: Backups;
let secret: string;

const files = (): readonly string[] => readdirSync(folder).sort();
const scratch = (name: string): string => join(place.config.dataFolder, name);
const onBoard = async () => (await manager.ok(readBoard)).backup;
const health = async () => readHealth.answer.parse((await manager.send(readHealth)).body);
const hold = () => manager.ok(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null });
/** The clock goes on by so many hours, and the server looks. */
const hoursLater = async (hours: number): Promise<void> => {
  const clock = app.get(Clock, { strict: false });
  clock.setOffset(millisecondsOf(clock.now()) - Date.now() + hours * HOUR_MS);
  await backups.look();
};

beforeAll(async () => {
  const given = await testPlace();
  folder = join(given.config.dataFolder, 'second-disk');
  place = { ...given, config: { ...given.config, backup: { ...given.config.backup, folder, own: false } } };
  ({ app, manager } = await firstStart(place.config));
  backups = app.get(Backups, { strict: false });
});

afterAll(async () => {
  await app.close();
  await place.discard();
});

if (ON_POSTGRES)
  test('on PostgreSQL backups are not by this server, and it says so', async () => {
    await backups.look();
    expect(await onBoard()).toEqual({ state: 'off', verifiedAt: null });
    expect((await health()).checks.backup).toBe('off');
  });
else
  describe('a backup', () => {
    test('is not made before there is a key for the safe', async () => {
      await backups.look();
      expect(await onBoard()).toEqual({ state: 'no-keys', verifiedAt: null });
      expect(await health()).toMatchObject({ status: 'ok', checks: { backup: 'fail' }, backup: { state: 'no-keys' } });
    });

    test('is not made where the second disk is not there, and that is said', async () => {
      ({ secret } = await makeBackupKeys(place.config.backup.keysFolder));
      await backups.look();
      expect(await onBoard()).toEqual({ state: 'folder-missing', verifiedAt: null });
      mkdirSync(folder);
    });

    test('counts once it was opened again and worked out anew', async () => {
      await hold();
      writeFileSync(join(folder, 'of-somebody-else.txt'), '');
      await backups.make();
      const [made = ''] = files();
      expect(files()).toEqual([made, 'of-somebody-else.txt']);
      expect(await onBoard()).toMatchObject({ state: 'same-disk', verifiedAt: momentOf(made) });
      expect((await health()).checks.backup).toBe('warn');
      expect(existsSync(place.config.backup.scratch)).toBe(false);
    });

    test('opens with the key from the safe and with that of the drill, holds database and keys, and nothing without', async () => {
      const path = join(folder, files()[0] ?? '');
      for (const [name, key] of [
        ['safe', secret],
        ['drill', readDrillKey(place.config.backup.keysFolder) ?? ''],
      ] as const) {
        await openArchive(path, key, scratch(name));
        expect(readdirSync(join(scratch(name), 'keys')).sort()).toEqual(readdirSync(place.config.keysFolder).sort());
        const copy = new BetterSqlite3(join(scratch(name), 'azukari.sqlite'), { readonly: true });
        expect(copy.prepare('SELECT name FROM facility').pluck().all()).toEqual(['さくら苑']);
        copy.close();
      }
      const { secret: another } = await makeBackupKeys(scratch('another'));
      await expect(openArchive(path, another, scratch('nothing'))).rejects.toThrow();
      expect(readFileSync(path).includes('SQLite format')).toBe(false);
    });

    test('that was cut off or altered by one byte does not open', async () => {
      const bytes = readFileSync(join(folder, files()[0] ?? ''));
      const altered = Buffer.from(bytes);
      altered[bytes.length >> 1] = (altered[bytes.length >> 1] ?? 0) ^ 1;
      for (const [n, wrong] of [altered, bytes.subarray(0, -1), bytes.subarray(0, bytes.length >> 1)].entries()) {
        writeFileSync(scratch('wrong'), wrong);
        await expect(openArchive(scratch('wrong'), secret, scratch(`opened-${String(n)}`))).rejects.toThrow();
      }
    });

    test('is made when it is due and not before; what a killed process left goes', async () => {
      const [first = ''] = files();
      writeFileSync(join(folder, `${first}.partial`), 'half');
      await hoursLater(0.5);
      expect(files().filter((name) => name.endsWith('.age'))).toEqual([first]);
      await hoursLater(0.6);
      const made = files().filter((name) => name.startsWith('azukari-'));
      expect(made).toHaveLength(2);
      expect(made[0]).toBe(first);
    });

    test.each([1, 4])(
      'whose maker is killed after %s signs of it has no name, and the next one is made',
      async (signs) => {
        const had = files();
        const target = join(folder, 'azukari-20200101T000000000Z.tar.zst.age');
        const { scratch: opened, keysFolder } = place.config.backup;
        const keys = await readBackupKeys(keysFolder);
        const order = {
          database: scratch('azukari.sqlite'),
          keysFolder: scratch('keys'),
          keys,
          outside: [],
          scratch: opened,
          target,
        };
        expect(await killedAt(signs, order)).toBe('SIGKILL');
        expect(files().filter((name) => !name.endsWith('.partial'))).toEqual(had);
        await backups.make();
        expect(backups.standing().state).toBe('same-disk');
        expect(files().filter((name) => name.endsWith('.partial'))).toEqual([]);
        expect(existsSync(opened)).toBe(false);
      },
    );

    test('of which the file is gone or has another length counts as none', async () => {
      const newest = files().findLast((name) => name.endsWith('.age')) ?? '';
      truncateSync(join(folder, newest), 10);
      renameSync(folder, `${folder}-away`);
      await backups.look();
      expect(await onBoard()).toEqual({ state: 'folder-missing', verifiedAt: null });
      renameSync(`${folder}-away`, folder);
      rmSync(join(folder, newest));
      await backups.make();
      expect((await onBoard())?.state).toBe('same-disk');
    });

    test('of a record that somebody altered is none: the last good one stays, and it is said', async () => {
      const before = files();
      const { writes } = app.get(Database, { strict: false });
      const place = async (at: string): Promise<unknown> =>
        writes.run(({ sql }) => sql.run("UPDATE item SET place = ? WHERE place <> 'ended'", [at]));
      await place('out');
      await backups.make();
      expect((await onBoard())?.state).toBe('flawed');
      expect((await health()).checks.backup).toBe('warn');
      expect(files()).toEqual(before);
      await place('stored');
      await backups.make();
      expect((await onBoard())?.state).toBe('same-disk');
    });

    test('that is behind what was signed outside is none', async () => {
      await app.get(Checkpoints, { strict: false }).signAll();
      const [anchor] = keptOutside(place.config.anchorsFolder);
      const checkpoint = parseCheckpointBody(parseNote(anchor?.note ?? '')?.text ?? '');
      const { keysFolder, database, backup } = place.config;
      const log = checkpoint?.log as LogName;
      const later = { log, size: (checkpoint?.size ?? 0) + 1, root: new Uint8Array(32) };
      const keys = await readBackupKeys(backup.keysFolder);
      const target = join(folder, 'behind');
      const note = signCheckpoint(later, [new Keys(keysFolder).signer(log)]);
      const order = {
        ...backup,
        database: database.kind === 'sqlite' ? database.file : '',
        keysFolder,
        keys: keys!,
        target,
      };
      expect(await makeBackup({ ...order, outside: [anchor!] })).toMatchObject({ made: true });
      rmSync(target);
      const behind = await makeBackup({ ...order, outside: [anchor!, { log, note }] });
      expect(behind).toEqual({ made: false, trouble: 'flawed', why: 'outside' });
      expect(existsSync(target)).toBe(false);
    });

    test('that is too old is told', async () => {
      rmSync(folder, { recursive: true });
      await hoursLater(5);
      expect((await health()).checks.backup).toBe('fail');
    });
  });

/** Makes a backup in a process of its own, and kills it when so much was seen of it in the two folders that it writes to. */
async function killedAt(signs: number, order: object): Promise<NodeJS.Signals | null> {
  const { scratch: opened } = place.config.backup;
  mkdirSync(opened, { recursive: true });
  const worker = JSON.stringify(new URL('./backup-worker.ts', import.meta.url).href);
  const script = `const { makeBackup } = await import(${worker}); await makeBackup(${JSON.stringify(order)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  // Whoever watches goes first.
  setPriority(child.pid ?? 0, constants.priority.PRIORITY_LOW);
  let seen = 0;
  const watchers = [folder, join(opened, '..')].map((path) =>
    watch(path, { recursive: true }, (_, name) => {
      if (name !== null && /partial|backup-scratch/.test(name) && ++seen === signs) child.kill('SIGKILL');
    }),
  );
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  for (const watcher of watchers) watcher.close();
  return signal;
}
