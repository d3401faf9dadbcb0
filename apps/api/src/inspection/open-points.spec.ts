import {
  addStorage,
  closeLoss,
  handOverKey,
  readResident,
  reopenLoss,
  reportMissing,
  setKeys,
  startSearch,
} from '@azukari/contract';
import { addDays, millisecondsOf, nextQuarter, quarterOf, reviewBy, tokyoTime } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { packOf } from './testing/pack-of.ts';

let house: House;
/** The quarter in which the house began, and a day after it. */
let quarter: string;
let day: string;
let lockerId: string;

beforeAll(async () => {
  house = await openHouse();
  quarter = quarterOf(house.clock.today());
  day = addDays(nextQuarter(quarter), 20);
  const { storages } = await house.manager.ok(addStorage, { parentId: null, kind: 'locker', label: '金庫' });
  lockerId = storages[0]?.id ?? '';
  await house.manager.ok(setKeys, { kept: true });
});
afterAll(() => house.close());

/** A card that nobody finds; the number of the loss. */
async function lost(): Promise<{ readonly name: string; readonly seq: number }> {
  const item = await house.anItem();
  await house.manager.ok(startSearch, { itemIds: [item.id] });
  const { receipt } = await house.manager.ok(reportMissing, { itemIds: [item.id] });
  return { name: item.resident?.name ?? '', seq: receipt.entries[0]?.seq ?? -1 };
}

const openPoints = async () => (await packOf(house.manager, { from: day, to: day })).csv('未了の事項').slice(1);
const of = (rows: readonly string[][], what: string) => rows.filter(([about]) => about === what);

it('what the house has not done is told with its day: a quarter to review, a key that did not come back', async () => {
  const ann = await house.aStaff({ level: 'handler', name: '髙﨑 𠮷右衛門' });
  await house.manager.ok(readResident, undefined, { id: (await house.aResident()).id });
  house.clock.setOffset(millisecondsOf(tokyoTime(day, '09:00')) - Date.now());
  await ann.ok(handOverKey, { from: null, to: ann.staffId }, { id: lockerId });
  day = addDays(day, 1);
  house.clock.setOffset(millisecondsOf(tokyoTime(day, '02:59')) - Date.now());
  expect(of(await openPoints(), '鍵がもどっていない')).toEqual([]);
  house.clock.setOffset(millisecondsOf(tokyoTime(day, '03:10')) - Date.now());
  const rows = await openPoints();
  expect(of(rows, '鍵がもどっていない')).toEqual([
    ['鍵がもどっていない', '', '金庫　持つ人 髙﨑 𠮷右衛門', `${addDays(day, -1)} 09:00`, ''],
  ]);
  expect(of(rows, '閲覧の見直し')).toEqual([
    ['閲覧の見直し', '', expect.stringMatching(/^\d{4}年\d+月から\d+月まで$/) as string, '', reviewBy(quarter)],
  ]);
});

it('a loss is open until somebody closes it, and again once it is opened again', async () => {
  const [one, other] = [await lost(), await lost()];
  const open = async () => of(await openPoints(), '紛失').map(([, name]) => name);
  expect(await open()).toEqual([one.name, other.name]);
  await house.manager.ok(closeLoss, { seq: one.seq, as: 'reissued', note: '新しいカードが届きました' });
  expect(await open()).toEqual([other.name]);
  await house.manager.ok(reopenLoss, { seq: one.seq });
  expect(await open()).toEqual([one.name, other.name]);
});

it('the 任命簿 of the last day comes as the paper to sign, after the list that names everybody', async () => {
  const { csv, pdf } = await packOf(house.manager, { from: day, to: day });
  const names = csv('02 カード取扱職員 任命簿').slice(1);
  expect(names.map(([, name]) => name)).toEqual(['佐藤 花子', '髙﨑 𠮷右衛門']);
  const { pages, marks } = pdf();
  const page = (title: string): number => marks.find((mark) => mark.title === title)?.page ?? 0;
  const [first, next] = [page('カード取扱職員 任命簿'), page('カード取扱職員 任命簿・日ごと')];
  expect(next).toBe(first + 2);
  for (const part of ['管理職員指定簿', '髙﨑 𠮷右衛門', '署名・印']) expect(pages[first]).toContain(part);
});
