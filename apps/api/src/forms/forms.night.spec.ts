import { changeFacility, listEntries, readBoard, readFacility } from '@azukari/contract';
import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { householdOf, paper } from './testing/households.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

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
