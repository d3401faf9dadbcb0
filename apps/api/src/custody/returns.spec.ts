import {
  cancelEntry,
  checkIn,
  checkOut,
  comeBack,
  enterLate,
  handOver,
  holdTemporarily,
  listEntries,
  listStorages,
  moveItems,
  readBoard,
  readItem,
  reportFound,
  retireStorage,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays, instantAt, millisecondsOf } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

type Item = AnswerOf<typeof readItem>;

let house: House;
let floor: Person;
beforeAll(async () => {
  house = await openHouse();
  floor = await house.aStaff();
});
afterAll(() => house.close());

const read = (id: string) => floor.ok(readItem, undefined, { id });
const typesOf = async ({ id }: Item) =>
  (await floor.ok(listEntries, undefined, { itemId: id })).entries.map(({ type }) => type);
const retire = (id: string) => house.manager.ok(retireStorage, { version: 1 }, { id });

async function anOutItem(): Promise<Item> {
  const item = await house.anItem();
  await house.manager.ok(checkOut, {
    itemIds: [item.id],
    purpose: 'outpatient',
    holder: { kind: 'staff', staffId: house.manager.staffId },
    dueBackAt: instantAt(millisecondsOf(house.clock.now()) + 3_600_000),
  });
  return item;
}

async function anEndedItem(): Promise<Item> {
  const item = await house.anItem();
  await house.manager.ok(handOver, {
    itemIds: [item.id],
    disposition: 'returned',
    receiver: { relation: 'resident', name: '' },
  });
  return item;
}

/** A pouch that was emptied and is no longer used. */
async function aRetiredPouch(): Promise<string> {
  const { id } = await house.aPouch();
  await retire(id);
  return id;
}

describe('putting back is never refused', () => {
  test('a batch with one that a colleague put back a moment ago: the receipt lists what moved', async () => {
    const [back, out] = [await house.anItem(), await anOutItem()];
    const body = { commandId: crypto.randomUUID(), itemIds: [back.id, out.id] };
    const { receipt } = await floor.ok(checkIn, body);
    expect(receipt.entries.map(({ itemId }) => itemId)).toEqual([out.id]);
    expect((await read(out.id)).custody.at).toBe('stored');
    expect((await floor.ok(checkIn, body)).receipt).toEqual(receipt);
    expect(await typesOf(back)).toEqual(['item.taken-in']);
  });

  test('only when all of them lie in the safe already is that said, and nothing is written', async () => {
    const item = await house.anItem();
    const before = await house.ledgerSize();
    for (const verb of [checkIn, reportFound])
      expect(await floor.send(verb, { itemIds: [item.id] })).toMatchObject({
        status: 409,
        refusal: { kind: 'item-stored', itemId: item.id, since: item.takenInAt },
      });
    expect(await house.ledgerSize()).toBe(before);
  });

  test('what the record has in another pouch was moved', async () => {
    const item = await house.anItem();
    const pouch = await house.aPouch();
    await floor.ok(checkIn, { itemIds: [item.id], storageId: pouch.id, note: 'となりに入っていた' });
    expect((await read(item.id)).storage?.id).toBe(pouch.id);
    expect(await typesOf(item)).toEqual(['item.moved', 'item.taken-in']);
  });

  test('what had been given back for good lies here again: 一時保管, red on the board until it is resolved', async () => {
    const [ended, out, pouch] = [await anEndedItem(), await anOutItem(), await house.aPouch()];
    const { receipt } = await floor.ok(checkIn, { itemIds: [ended.id, out.id], storageId: pouch.id });
    expect(receipt.entries.map(({ itemId }) => itemId)).toEqual([ended.id, out.id]);
    const again = await read(ended.id);
    expect(again).toMatchObject({
      custody: { at: 'stored', hold: { reason: 'after-end', resolveBy: addDays(house.clock.today(), 7) } },
      storage: { id: pouch.id },
    });
    expect((await floor.ok(readBoard)).held.map(({ id }) => id)).toContain(ended.id);
    await house.manager.ok(cancelEntry, {
      seq: again.custody.seq,
      reason: 'did-not-happen',
      explanation: '別のカードでした',
    });
    expect((await read(ended.id)).custody).toMatchObject({ at: 'ended', disposition: 'returned' });
  });
});

describe('what lies in a place that is no longer used', () => {
  test('is told as it is: put back, found, held, entered later', async () => {
    const storageId = await aRetiredPouch();
    const [back, seen, late] = [await anOutItem(), await anOutItem(), await house.anItem()];
    await floor.ok(checkIn, { itemIds: [back.id], storageId });
    await floor.ok(reportFound, { itemIds: [seen.id], storageId });
    await house.manager.ok(enterLate, {
      itemIds: [late.id],
      purpose: 'in-house',
      holder: { kind: 'staff', staffId: house.manager.staffId },
      outAt: house.clock.now(),
      backAt: house.clock.now(),
      storageId,
    });
    const { item: held } = await floor.ok(holdTemporarily, {
      residentId: null,
      kind: 'patient-card',
      reason: 'found',
      storageId,
    });
    for (const { id } of [back, seen, late, held])
      expect(await read(id)).toMatchObject({ custody: { at: 'stored' }, storage: { id: storageId } });
    const { storages } = await house.manager.ok(listStorages);
    expect(storages.find(({ id }) => id === storageId)).toMatchObject({ retired: true, items: 4 });
  });

  test('but nothing is moved there by choice, and it can be moved out', async () => {
    const storageId = await aRetiredPouch();
    const item = await anOutItem();
    await floor.ok(checkIn, { itemIds: [item.id], storageId });
    const other = await house.anItem();
    expect((await house.manager.send(moveItems, { itemIds: [other.id], storageId })).refusal).toEqual({
      kind: 'storage-retired',
      storageId,
    });
    await house.manager.ok(moveItems, { itemIds: [item.id], storageId: (await house.aPouch()).id });
    expect((await read(item.id)).storage?.id).not.toBe(storageId);
  });

  test('of another facility looks unknown', async () => {
    const item = await anOutItem();
    const { id: storageId } = await house.second.aPouch();
    for (const verb of [checkIn, reportFound])
      expect((await floor.send(verb, { itemIds: [item.id], storageId })).status).toBe(404);
  });

  const words = { reason: 'did-not-happen' as const, explanation: 'していません' };

  test('comes back when a move out of it is cancelled: the item never left it', async () => {
    const item = await house.anItem();
    const pouch = item.storage?.id ?? '';
    const moved = await house.manager.ok(moveItems, { itemIds: [item.id], storageId: (await house.aPouch()).id });
    await retire(pouch);
    await house.manager.ok(cancelEntry, { seq: moved.receipt.entries[0]?.seq ?? 0, ...words });
    expect(await read(item.id)).toMatchObject({ custody: { at: 'stored' }, storage: { id: pouch } });
  });

  test('comes back when a hand-over is cancelled: it was never given away', async () => {
    const item = await anEndedItem();
    const pouch = item.storage?.id ?? '';
    await retire(pouch);
    await house.manager.ok(cancelEntry, { seq: (await read(item.id)).custody.seq, ...words });
    expect(await read(item.id)).toMatchObject({ custody: { at: 'stored', hold: null }, storage: { id: pouch } });
    const { storages } = await house.manager.ok(listStorages);
    expect(storages.find(({ id }) => id === pouch)).toMatchObject({ retired: true, items: 1 });
  });
});

describe('coming back from hospital', () => {
  const inAWeek = (): string => instantAt(millisecondsOf(house.clock.now()) + 7 * 86_400_000);

  async function inHospital(): Promise<readonly Item[]> {
    const first = await house.anItem();
    const residentId = first.resident?.id ?? '';
    const items = [first, ...(await Promise.all([1, 2, 3].map(() => house.anItem({ residentId }))))];
    await house.manager.ok(checkOut, {
      itemIds: items.map(({ id }) => id),
      purpose: 'hospital-stay',
      destination: '中央病院 3階東',
      holder: { kind: 'other', relation: 'hospital', name: '中央病院 3階東' },
      dueBackAt: null,
    });
    return items;
  }

  test('says where each thing is, in one command', async () => {
    const items = await inHospital();
    const answers = ['back', 'left-there', 'with-family', 'still-there'] as const;
    const body = {
      items: items.map(({ id }, n) => ({ itemId: id, as: answers[n] ?? 'back' })),
      there: '中央病院 地域連携室',
      family: { name: '長女', relation: 'family' as const },
      dueBackAt: inAWeek(),
    };
    expect(await floor.send(comeBack, body)).toMatchObject({ status: 403 });
    const { receipt } = await house.manager.ok(comeBack, body);
    expect(receipt.entries).toHaveLength(4);
    const custodies = await Promise.all(items.map(async ({ id }) => (await read(id)).custody));
    expect(custodies).toMatchObject([
      { at: 'stored' },
      { at: 'out', holder: { relation: 'hospital', name: '中央病院 地域連携室' }, dueBackAt: body.dueBackAt },
      { at: 'out', holder: { relation: 'family', name: '長女' }, dueBackAt: body.dueBackAt },
      { at: 'out', holder: { relation: 'hospital', name: '中央病院 3階東' }, dueBackAt: null },
    ]);
    expect(await floor.send(comeBack, { items: [{ itemId: items[0]?.id ?? '', as: 'back' }] })).toMatchObject({
      refusal: { kind: 'item-stored' },
    });
  });

  test('is written down whole or not at all, and asks for what is missing', async () => {
    const [one, two] = await inHospital();
    const items = [
      { itemId: one?.id ?? '', as: 'back' as const },
      { itemId: two?.id ?? '', as: 'with-family' as const },
    ];
    expect(await house.manager.send(comeBack, { items })).toMatchObject({
      status: 400,
      issues: [
        { path: 'family', code: 'empty' },
        { path: 'dueBackAt', code: 'empty' },
      ],
    });
    const contact = await house.aContact({ residentId: one?.resident?.id ?? '', name: '疎遠 花子', handOver: 'never' });
    const before = await house.ledgerSize();
    const family = { name: '疎遠花子', relation: 'family' as const };
    expect(await house.manager.send(comeBack, { items, family, dueBackAt: inAWeek() })).toMatchObject({
      refusal: { kind: 'contact-never', contactId: contact.id },
    });
    expect(await house.ledgerSize()).toBe(before);
    expect((await read(one?.id ?? '')).custody.at).toBe('out');
  });
});
