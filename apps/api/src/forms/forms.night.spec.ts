import { changeFacility, listEntries, readBoard, readFacility, readHealth } from '@azukari/contract';
import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '@azukari/domain';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { NightKeeper } from './forms.night-keeper.ts';
import { householdOf, paper } from './testing/households.ts';

let house: House;
const stick = mkdtempSync(join(tmpdir(), 'azukari-nights-'));
beforeAll(async () => {
  house = await openHouse({ env: { AZUKARI_NIGHT_LISTS: stick } });
});
afterAll(async () => {
  await house.close();
  rmSync(stick, { recursive: true, force: true });
});

describe('F22 掲示, F23 コンピューターが動かないとき', () => {
  it('are two posters of a page each, and two pages with whom this house calls', async () => {
    const { pages } = await paper(house.manager, 'F22');
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('カードの出し入れ');
    expect(pages[1]?.replaceAll(/\s/g, '')).toContain('電源を切らないでください');
    const down = await paper(house.manager, 'F23');
    expect(down.pages).toHaveLength(2);
    const [night = '', morning = ''] = down.pages.map((page) => page.replaceAll(/\s/g, ''));
    for (const part of ['はじめの10分', '責任者', '佐藤花子', '夜間・停電用一覧']) expect(night).toContain(part);
    for (const part of ['次の朝', '紙の用紙を1枚まとめて入れる', '番号つきの白紙']) expect(morning).toContain(part);
    // Whoever is appointed elsewhere is not called here.
    expect((await paper(house.second.manager, 'F23')).pages.join('').replaceAll(/\s/g, '')).not.toContain('佐藤花子');
  });
});

describe('今日 and 夜間・停電用一覧', () => {
  const at = (clock: string): void =>
    house.clock.setOffset(millisecondsOf(tokyoTime(addDays(japanToday(), 1), clock)) - Date.now());
  const japanToday = (): string => dayInTokyo(instantAt(Date.now()));
  afterEach(() => house.clock.setOffset(0));
  const asked = async (home: Home = house) => (await home.manager.ok(readBoard)).nightList;

  it('asks for it from the hour of the house on, until it was printed that afternoon', async () => {
    for (const home of [house, house.second]) await householdOf(house, home, '夕方 イネ');
    at('16:59');
    expect(await asked()).toBeNull();
    at('17:01');
    expect(await asked()).toEqual({ since: '17:00' });
    await paper(house.manager, 'F16');
    expect(await asked()).toBeNull();
    // What one house prints is not there in the other.
    expect(await asked(house.second)).toEqual({ since: '17:00' });
    const { version } = await house.manager.ok(readFacility);
    const set = await house.manager.ok(changeFacility, { version, nightListAt: null });
    expect(set.nightListAt).toBeNull();
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'facility.night-list-set' });
    expect(entries[0]).toMatchObject({ facts: { at: null } });
    await house.manager.ok(changeFacility, { version: version + 1, nightListAt: '16:30' });
  });
});

describe('夜間・停電用一覧 in a folder', () => {
  /** The evening of a day from today, at that time. */
  const evening = (days: number, clock: string): void => {
    const today = dayInTokyo(instantAt(Date.now()));
    house.clock.setOffset(millisecondsOf(tokyoTime(addDays(today, days), clock)) - Date.now());
  };
  afterEach(() => house.clock.setOffset(0));
  const keeper = () => house.app.get(NightKeeper, { strict: false });
  const lists = () => readdirSync(stick).sort();
  const told = async (home: Home = house) => (await home.manager.ok(readBoard)).nightFile;
  const health = async () => (await house.nobody.ok(readHealth)).checks.nightLists;

  it('lies there from the hour of each home on, once an evening, for the service alone, and 今日 still asks for paper', async () => {
    for (const home of [house, house.second]) await householdOf(house, home, '夜長 ツル');
    evening(2, '12:00');
    await keeper().look();
    expect(lists()).toEqual([]);
    evening(2, '17:01');
    await keeper().look();
    await keeper().look();
    expect(lists()).toHaveLength(2);
    expect(lists().join()).toContain('夜間・停電用一覧 さくら苑');
    for (const name of lists()) {
      expect(readFileSync(join(stick, name)).subarray(0, 5).toString()).toBe('%PDF-');
      expect(statSync(join(stick, name)).mode & 0o077).toBe(0);
    }
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'form.issued' });
    expect(entries.filter(({ actor }) => actor.id === null)).toHaveLength(1);
    expect((await house.manager.ok(readBoard)).nightList).toEqual({ since: '16:30' });
    expect([await told(), await health()]).toEqual([null, 'ok']);
  });

  it('keeps seven evenings of each home, and nothing that somebody else put there is removed', async () => {
    mkdirSync(join(stick, 'photos'));
    for (let n = 3; n < 11; n++) {
      evening(n, '17:01');
      await keeper().look();
    }
    expect(lists().filter((name) => name.includes('さくら苑'))).toHaveLength(7);
    expect(lists()).toContain('photos');
  });

  it('is missed on 今日 while the stick is out or full, makes no entry then, and lies there as soon as it can', async () => {
    evening(12, '17:01');
    const before = await house.ledgerSize();
    renameSync(stick, `${stick}-out`);
    await keeper().look();
    expect(await house.ledgerSize()).toBe(before);
    expect([await told(), await health()]).toEqual(['folder-missing', 'warn']);
    const handler = await house.aStaff({ role: 'floor' });
    expect((await handler.ok(readBoard)).nightFile).toBeNull();
    renameSync(`${stick}-out`, stick);
    await keeper().look();
    expect(await told()).toBe('folder-missing');
    keeper().againAfterMs = 0;
    const { keep } = keeper();
    keeper().keep = () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    await keeper().look();
    expect(await told()).toBe('disk-full');
    keeper().keep = keep;
    await keeper().look();
    expect([await told(), await health()]).toEqual([null, 'ok']);
    expect(lists().filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
});
