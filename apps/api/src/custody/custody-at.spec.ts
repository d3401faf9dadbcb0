import { cancelEntry, changeCustody, checkIn, checkOut, enterLate, readCustodyAt } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const staff = () => ({ kind: 'staff' as const, staffId: house.manager.staffId });
const clinic = { kind: 'other' as const, relation: 'clinic' as const, name: 'さくら内科' };
const ask = (at: string) => house.manager.ok(readCustodyAt, undefined, { at });
const of = ({ out }: AnswerOf<typeof readCustodyAt>, id: string) => out.find((item) => item.id === id);
/** A moment between what was just recorded and what comes next. */
const between = async (): Promise<string> => {
  await new Promise((later) => setTimeout(later, 5));
  const at = house.clock.now();
  await new Promise((later) => setTimeout(later, 5));
  return at;
};
const takeOut = (id: string) =>
  house.manager.ok(checkOut, {
    itemIds: [id],
    purpose: 'hospital-stay',
    destination: 'さくら内科',
    holder: staff(),
    dueBackAt: null,
  });

test('what was out at a moment, with whom and since when, whatever came after', async () => {
  const { id } = await house.anItem();
  const before = await between();
  const { receipt } = await takeOut(id);
  const first = await between();
  await house.manager.ok(changeCustody, { itemIds: [id], holder: clinic });
  const second = await between();
  await house.manager.ok(checkIn, { itemIds: [id] });
  const after = await between();
  expect(of(await ask(before), id)).toBeUndefined();
  expect(of(await ask(first), id)).toMatchObject({
    resident: { name: '山田 ハナ' },
    custody: {
      at: 'out',
      since: receipt.recordedAt,
      destination: 'さくら内科',
      holder: { kind: 'staff', name: '佐藤 花子' },
    },
  });
  expect(of(await ask(second), id)?.custody).toMatchObject({
    since: receipt.recordedAt,
    holder: { name: 'さくら内科' },
  });
  expect(of(await ask(after), id)).toBeUndefined();
});

test('what has not moved since is answered as it stands; a moment to come is now', async () => {
  const { id } = await house.anItem();
  await takeOut(id);
  const then = await between();
  expect(of(await ask(then), id)?.custody).toMatchObject({ at: 'out', holder: { name: '佐藤 花子' } });
  const ahead = await ask('2099-01-01T00:00:00.000Z');
  expect(ahead.at <= house.clock.now()).toBe(true);
  expect(of(ahead, id)).toBeDefined();
});

test('what was entered late counts when it was, and what was cancelled never was', async () => {
  const [late, wrong] = [await house.anItem(), await house.anItem()];
  const outAt = await between();
  const during = await between();
  const backAt = await between();
  await house.manager.ok(enterLate, { itemIds: [late.id], purpose: 'pharmacy', holder: staff(), outAt, backAt });
  expect(of(await ask(during), late.id)?.custody).toMatchObject({ since: outAt });
  const { receipt } = await takeOut(wrong.id);
  const then = await between();
  expect(of(await ask(then), wrong.id)).toBeDefined();
  await house.manager.ok(cancelEntry, {
    seq: receipt.entries[0]?.seq ?? 0,
    reason: 'wrong-item',
    explanation: '別のカード',
  });
  expect(of(await ask(then), wrong.id)).toBeUndefined();
});

test('another facility’s items are not among them', async () => {
  const { id } = await house.second.anItem();
  await house.second.manager.ok(checkOut, {
    itemIds: [id],
    purpose: 'hospital-stay',
    holder: { kind: 'staff', staffId: house.second.manager.staffId },
    dueBackAt: null,
  });
  expect(of(await ask(await between()), id)).toBeUndefined();
});
