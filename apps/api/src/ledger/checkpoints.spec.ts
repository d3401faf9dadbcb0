import { copyFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { holdTemporarily, readBoard, readCheckpoint, readHealth } from '@azukari/contract';
import { assertWriter, prepareWriter } from '../database/sqlite-assertions.ts';
import { ON_POSTGRES, testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import type { Person } from '../testing/person.ts';
import { firstStart, startAgain } from '../testing/restarts.ts';
import BetterSqlite3 from 'better-sqlite3';

let place: TestPlace;
let app: NestFastifyApplication;
let manager: Person;

beforeEach(async () => {
  place = await testPlace();
  ({ app, manager } = await firstStart(place.config));
});

afterEach(async () => {
  await app.close();
  await place.discard();
});

async function restarted(between: () => void): Promise<void> {
  await app.close();
  between();
  ({ app, manager } = await startAgain(place.config));
}

const hold = () => manager.ok(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null });
const health = async () => (await manager.send(readHealth)).status;

/** Whatever is wrong with the signature, cards still come back and are found. */
async function expectStopped(): Promise<void> {
  expect(await health()).toBe(503);
  expect(await manager.send(readCheckpoint)).toMatchObject({ status: 503, refusal: { kind: 'record-discontinuous' } });
  await hold();
  expect((await manager.send(readBoard)).status).toBe(200);
  expect((await manager.send(readCheckpoint)).status).toBe(503);
}

describe('the signature', () => {
  test('goes on over a restart', async () => {
    const { size } = await manager.ok(readCheckpoint);
    await restarted(() => undefined);
    await hold();
    expect((await manager.ok(readCheckpoint)).size).toBe(size + 1);
    expect(await health()).toBe(200);
  });

  const sqliteOnly = ON_POSTGRES ? test.skip : test;

  sqliteOnly('stops when yesterday’s copy of the database was put back, also after new entries', async () => {
    const file = place.config.database.kind === 'sqlite' ? place.config.database.file : '';
    await restarted(() => {
      copyFileSync(file, `${file}.yesterday`);
    });
    await hold();
    await manager.ok(readCheckpoint);
    await restarted(() => {
      for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
      renameSync(`${file}.yesterday`, file);
    });
    await expectStopped();
    await restarted(() => undefined);
    await expectStopped();
  });

  test('stops when the key is another one', async () => {
    await restarted(() => {
      rmSync(join(place.config.keysFolder, 'signing.pem'));
    });
    await expectStopped();
  });

  test('stops when the outside checkpoint cannot be read', async () => {
    await manager.ok(readCheckpoint);
    await restarted(() => {
      for (const name of readdirSync(place.config.anchorsFolder))
        writeFileSync(join(place.config.anchorsFolder, name), 'torn');
    });
    await expectStopped();
  });
});

describe('the writer of SQLite', () => {
  test.each([
    'synchronous = NORMAL',
    'foreign_keys = OFF',
    'recursive_triggers = OFF',
    'trusted_schema = ON',
    'secure_delete = OFF',
  ])('is not trusted with %s', (pragma) => {
    const handle = new BetterSqlite3(join(place.config.dataFolder, 'pragma.sqlite'));
    prepareWriter(handle);
    expect(() => {
      assertWriter(handle);
    }).not.toThrow();
    handle.pragma(pragma);
    expect(() => {
      assertWriter(handle);
    }).toThrow(pragma.split(' ')[0] ?? '');
    handle.close();
  });
});
