import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkIn, checkOut, emergencyAtTablet, holdTemporarily, readBoard, readHealth } from '@azukari/contract';
import { instantAt, millisecondsOf } from '@azukari/domain';
import { readConfig } from '../config.ts';
import { BALLAST_BYTES, freeBytes, ROOM } from '../database/disk-room.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { Disk } from './disk.service.ts';

let house: House;
let floor: Person;
let disk: Disk;
const MIB = 1024 * 1024;
const left = (bytes: number): void => {
  disk.free = () => bytes;
};
const found = { residentId: null, kind: 'other', reason: 'found', storageId: null } as const;

beforeAll(async () => {
  house = await openHouse();
  floor = await house.aStaff({ level: 'handler' });
  disk = house.app.get(Disk, { strict: false });
});
afterAll(() => house.close());
afterEach(() => {
  disk.free = null;
});

const MOUNTED = mkdtempSync(join(tmpdir(), 'azukari-disk-'));
const remount = (mib: number, how = 'remount,'): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `${how}size=${String(mib)}m`, 'azukari-disk', MOUNTED], {
    stdio: 'ignore',
  });
};
const mounted = mounts();
afterAll(() => {
  if (mounted) execFileSync('umount', [MOUNTED]);
  rmSync(MOUNTED, { recursive: true });
});
function mounts(): boolean {
  try {
    remount(4096, '');
    return true;
  } catch {
    return false;
  }
}

test('a disk that fills is told to who keeps the settings, and takes everything', async () => {
  left(ROOM.roomy - 1);
  expect((await house.manager.ok(readBoard)).disk).toEqual({ room: 'low', freeMb: 2047 });
  expect((await floor.ok(readBoard)).disk).toBeNull();
  expect((await house.nobody.ok(readHealth)).checks.disk).toBe('warn');
  await floor.ok(holdTemporarily, found);
});

test('a disk that is nearly full takes only もどす and 救急, says why, and tells everybody', async () => {
  const [out, kept, urgent] = [await house.anItem(), await house.anItem(), await house.anItem()];
  const outing = (itemId: string, purpose: 'outpatient' | 'emergency') => ({
    itemIds: [itemId],
    purpose,
    holder: { kind: 'staff' as const, staffId: floor.staffId },
    dueBackAt: purpose === 'emergency' ? null : instantAt(millisecondsOf(house.clock.now()) + 3_600_000),
    destination: '市民病院',
  });
  await floor.ok(checkOut, outing(out.id, 'outpatient'));
  left(ROOM.enough - 1);
  const refused = [await floor.send(checkOut, outing(kept.id, 'outpatient')), await floor.send(holdTemporarily, found)];
  const refusal = { kind: 'disk-nearly-full', freeMb: 499 };
  expect(refused).toMatchObject([1, 2].map(() => ({ status: 507, body: { refusal } })));
  await floor.ok(checkIn, { itemIds: [out.id] });
  await floor.ok(checkOut, outing(urgent.id, 'emergency'));
  const named = { staffId: floor.staffId, residentId: crypto.randomUUID() };
  expect((await house.nobody.send(emergencyAtTablet, named)).refusal?.kind).toBe('not-found');
  await house.signIn('manager');
  expect((await floor.ok(readBoard)).disk).toEqual({ room: 'full', freeMb: 499 });
  expect(await house.nobody.send(readHealth)).toMatchObject({ status: 503, body: { checks: { disk: 'fail' } } });
  left(ROOM.enough);
  await floor.ok(checkOut, outing(kept.id, 'outpatient'));
});

(mounted ? test : test.skip)(
  'on a real disk the ballast is taken in, let go for the last returns, and taken in again',
  () => {
    const data = join(MOUNTED, 'data');
    mkdirSync(data);
    const real = new Disk(readConfig({ AZUKARI_DATA: data }));
    const ballast = join(data, 'ballast');
    real.look();
    expect(statSync(ballast).size).toBe(BALLAST_BYTES);
    remount(200);
    expect([real.room, existsSync(ballast)]).toEqual(['full', true]);
    real.look();
    expect(existsSync(ballast)).toBe(true);
    remount(90);
    expect(freeBytes(data)).toBeLessThan(32 * MIB);
    real.look();
    expect([existsSync(ballast), freeBytes(data) > BALLAST_BYTES]).toEqual([false, true]);
    remount(1000);
    real.look();
    expect([real.room, existsSync(ballast)]).toEqual(['low', false]);
    remount(4096);
    real.look();
    expect([real.room, existsSync(ballast)]).toEqual(['roomy', true]);
  },
);
