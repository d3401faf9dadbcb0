import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { holdTemporarily, readBoard, readCheckpoint, readHealth } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { jcs, parseCheckpointBody, parseNote, parseStrict, signCheckpoint } from '@azukari/domain';
import type { LogName } from '@azukari/domain';
import { testPlace } from '../testing/databases.ts';
import type { TestPlace } from '../testing/databases.ts';
import type { Person } from '../testing/person.ts';
import { firstStart, startAgain } from '../testing/restarts.ts';
import { Keys } from './keys.ts';

let place: TestPlace;
let disk: string;
let file: string;
let app: NestFastifyApplication;
let manager: Person;

beforeEach(async () => {
  const given = await testPlace();
  disk = join(given.config.dataFolder, 'second-disk');
  file = join(disk, 'anchors.jsonl');
  mkdirSync(disk);
  place = { ...given, config: { ...given.config, anchorFile: file } };
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
const outside = async (): Promise<AnswerOf<typeof readBoard>['ledger']['outside']> =>
  (await manager.ok(readBoard)).ledger.outside;
const health = async () => {
  const { status, body } = await manager.send(readHealth);
  return [status, readHealth.answer.parse(body).checks.anchorFile];
};
const lines = (): readonly string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
const checkpoints = (log: string) =>
  lines().flatMap((line) => {
    const note = parseStrict(line);
    const checkpoint = typeof note === 'string' ? parseCheckpointBody(parseNote(note)?.text ?? '') : null;
    return checkpoint?.log === log ? [checkpoint] : [];
  });

/** A checkpoint of this very house and key that its record never was at. */
async function foreign(more: number): Promise<string> {
  const { note, size } = await manager.ok(readCheckpoint);
  const log = (note.split('\n')[0] ?? '') as LogName;
  const signer = new Keys(place.config.keysFolder).signer(log);
  return jcs(signCheckpoint({ log, size: size + more, root: new Uint8Array(32).fill(7) }, [signer]));
}

async function expectStopped(anchorFile: 'ok' | 'fail' = 'ok'): Promise<void> {
  expect(await health()).toEqual([503, anchorFile]);
  expect(await outside()).toBe('discontinuous');
  expect(await manager.send(readCheckpoint)).toMatchObject({ status: 503, refusal: { kind: 'record-discontinuous' } });
  await hold();
}

describe('the file on the second disk', () => {
  test('has every checkpoint that was signed, once and in order, and goes on over a restart', async () => {
    const { note, size } = await manager.ok(readCheckpoint);
    await manager.ok(readCheckpoint);
    await hold();
    const later = await manager.ok(readCheckpoint);
    expect(lines().filter((line) => line === jcs(note))).toHaveLength(1);
    await restarted(() => undefined);
    await hold();
    const last = await manager.ok(readCheckpoint);
    const [log = ''] = note.split('\n');
    const sizes = checkpoints(log).map((one) => one.size);
    expect(sizes).toEqual([...new Set(sizes)].sort((one, other) => one - other));
    expect(sizes).toEqual(expect.arrayContaining([size, later.size, last.size]));
    expect(new Set(lines().map((line) => line.split('/')[2]?.slice(0, 6)))).toEqual(new Set(['custod', 'access']));
    expect([await health(), await outside()]).toEqual([[200, 'ok'], null]);
  });

  test('that speaks of more than the record has stops the signature, whatever lies beside the database', async () => {
    const line = await foreign(5);
    await restarted(() => {
      writeFileSync(file, `${line}\n`, { flag: 'a' });
      for (const name of readdirSync(place.config.anchorsFolder)) rmSync(join(place.config.anchorsFolder, name));
    });
    await expectStopped();
    await restarted(() => undefined);
    await expectStopped();
  });

  test('that contradicts the record stops the signature, also where a later line fits it again', async () => {
    const line = await foreign(0);
    await hold();
    const { note } = await manager.ok(readCheckpoint);
    await restarted(() => writeFileSync(file, `${line}\n${jcs(note)}\n`, { flag: 'a' }));
    await expectStopped();
  });

  test('in which nothing is signed by this house stops the signature', async () => {
    const { note } = await manager.ok(readCheckpoint);
    await restarted(() => writeFileSync(file, `${jcs(note.replace(/ [^ ]+\n$/, ` ${'A'.repeat(88)}AAA=\n`))}\n`));
    await expectStopped('fail');
  });

  test('may have a torn line, and lines that somebody else wrote: the next stands on its own', async () => {
    const { note } = await manager.ok(readCheckpoint);
    await restarted(() => writeFileSync(file, `hello\n${jcs(note).slice(0, 40)}`, { flag: 'a' }));
    await hold();
    const last = await manager.ok(readCheckpoint);
    expect(lines()).toContain(jcs(last.note));
    expect([await health(), await outside()]).toEqual([[200, 'ok'], null]);
    await restarted(() => undefined);
    expect((await manager.send(readCheckpoint)).status).toBe(200);
  });

  test('on a disk that is gone is a warning: the record is signed, and the file goes on when it is back', async () => {
    await restarted(() => renameSync(disk, `${disk}-gone`));
    expect([await health(), await outside()]).toEqual([[200, 'warn'], 'file-missing']);
    mkdirSync(disk);
    await hold();
    const { note } = await manager.ok(readCheckpoint);
    expect([existsSync(file), await outside()]).toEqual([false, 'file-missing']);
    rmSync(disk, { recursive: true });
    renameSync(`${disk}-gone`, disk);
    await manager.ok(readCheckpoint);
    expect(lines()).toContain(jcs(note));
    expect([await health(), await outside()]).toEqual([[200, 'ok'], null]);
  });

  test.each<[string, (whole: string) => string]>([
    ['emptied', () => ''],
    ['cut by its last line', (whole) => whole.replace(/[^\n]*\n$/, '')],
    ['cut in the middle of a line', (whole) => whole.slice(0, -9)],
    ['cut and filled up again', (whole) => `${whole.slice(0, -9)}${'x'.repeat(99)}\n`],
  ])('that somebody has %s is told, and gets nothing more until it is whole again', async (_, cut) => {
    let [whole, rest] = ['', ''];
    await restarted(() => {
      whole = readFileSync(file, 'utf8');
      rest = cut(whole);
      writeFileSync(file, rest);
    });
    expect([await health(), await outside()]).toEqual([[503, 'fail'], 'file-cut']);
    await hold();
    expect((await manager.send(readCheckpoint)).status).toBe(200);
    expect(readFileSync(file, 'utf8')).toBe(rest);
    await restarted(() => writeFileSync(file, whole));
    expect([await health(), await outside()]).toEqual([[200, 'ok'], null]);
    expect(readFileSync(file, 'utf8').startsWith(whole)).toBe(true);
  });

  test('that somebody cuts while the server runs is told with the next checkpoint', async () => {
    await manager.ok(readCheckpoint);
    const rest = readFileSync(file, 'utf8').slice(0, -9);
    writeFileSync(file, rest);
    await hold();
    await manager.ok(readCheckpoint);
    expect([await health(), await outside(), readFileSync(file, 'utf8')]).toEqual([[503, 'fail'], 'file-cut', rest]);
  });

  test('that comes back as another one stops the signature', async () => {
    const line = await foreign(3);
    await restarted(() => renameSync(file, `${file}-gone`));
    expect(await outside()).toBe('file-missing');
    writeFileSync(file, `${line}\n`);
    expect((await manager.send(readCheckpoint)).status).toBe(503);
    await expectStopped('fail');
  });

  const withFull = existsSync('/dev/full') ? test : test.skip;
  withFull('on a full disk is a warning, and no work is lost', async () => {
    place = { ...place, config: { ...place.config, anchorFile: '/dev/full' } };
    await restarted(() => undefined);
    await hold();
    expect((await manager.send(readCheckpoint)).status).toBe(200);
    expect([await health(), await outside()]).toEqual([[200, 'warn'], 'file-failing']);
  });
});
