import { addStorage, changeStorage, handOver, listStorages, retireStorage, takeIn } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('places', () => {
  it('are lockers, drawers in them, and numbered pouches made at once', async () => {
    const { manager } = house;
    const [locker] = (await manager.ok(addStorage, { parentId: null, kind: 'locker', label: '金庫A' })).storages;
    const { storages } = await manager.ok(addStorage, {
      parentId: locker?.id ?? '',
      kind: 'drawer',
      label: '上段',
      pouches: 3,
      firstNumber: 12,
    });
    expect(storages.map(({ kind, label, path }) => [kind, label, path])).toEqual([
      ['drawer', '上段', '金庫A 上段'],
      ['pouch', '12番', '金庫A 上段 12番'],
      ['pouch', '13番', '金庫A 上段 13番'],
      ['pouch', '14番', '金庫A 上段 14番'],
    ]);
    expect((await manager.ok(listStorages)).storages).toEqual([locker, ...storages]);
    expect((await house.second.manager.ok(listStorages)).storages).toEqual([]);
  });

  it('stand only where they can', async () => {
    const { manager } = house;
    const locker = (await manager.ok(addStorage, { parentId: null, kind: 'locker', label: 'B' })).storages[0]?.id ?? '';
    const drawer =
      (await manager.ok(addStorage, { parentId: locker, kind: 'drawer', label: 'B1' })).storages[0]?.id ?? '';
    const pouch =
      (await manager.ok(addStorage, { parentId: drawer, kind: 'pouch', label: '1番' })).storages[0]?.id ?? '';
    for (const [kind, parentId, pouches] of [
      ['drawer', null, 0],
      ['pouch', null, 0],
      ['locker', locker, 0],
      ['drawer', drawer, 0],
      ['pouch', pouch, 0],
      ['pouch', drawer, 3],
    ] as const)
      expect(await manager.send(addStorage, { parentId, kind, label: 'x', pouches })).toMatchObject({
        status: 422,
        refusal: { kind: 'storage-misplaced' },
      });
  });

  it('are renamed from the newest version', async () => {
    const { id } = await house.aPouch();
    expect(await house.manager.ok(changeStorage, { version: 1, label: '窓側 7番' }, { id })).toMatchObject({
      path: '金庫 窓側 7番',
      version: 2,
    });
    expect((await house.manager.send(changeStorage, { version: 1, label: 'x' }, { id })).refusal).toEqual({
      kind: 'stale-version',
      version: 2,
    });
  });
});

describe('retiring', () => {
  it('is refused while items lie or belong there, and takes what is inside along', async () => {
    const { manager } = house;
    const [drawer, pouch] = await newDrawer();
    const item = await house.anItem({ storageId: pouch.id });
    const inUse = { status: 409, refusal: { kind: 'storage-in-use', items: 1 } };
    expect(await manager.send(retireStorage, { version: 1 }, { id: pouch.id })).toMatchObject(inUse);
    expect(await manager.send(retireStorage, { version: 1 }, { id: drawer.id })).toMatchObject(inUse);
    await manager.ok(handOver, {
      itemIds: [item.id],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    const before = await house.ledgerSize();
    expect(await manager.ok(retireStorage, { version: 1 }, { id: drawer.id })).toMatchObject({
      retired: true,
      items: 0,
      version: 2,
    });
    expect(await house.ledgerSize()).toBe(before + 3);
    const retired = { kind: 'storage-retired', storageId: pouch.id };
    expect((await manager.send(retireStorage, { version: 2 }, { id: pouch.id })).refusal).toEqual(retired);
    const { id: residentId } = await house.aResident();
    const { id: agreementId } = await house.anAgreement({ residentId });
    const into = await manager.send(takeIn, { residentId, agreementId, kind: 'my-number-card', storageId: pouch.id });
    expect(into.refusal).toEqual(retired);
    const within = await manager.send(addStorage, { parentId: drawer.id, kind: 'pouch', label: 'x' });
    expect(within.refusal).toEqual({ kind: 'storage-retired', storageId: drawer.id });
  });
});

async function newDrawer() {
  const [locker] = (await house.manager.ok(addStorage, { parentId: null, kind: 'locker', label: 'C' })).storages;
  const { storages } = await house.manager.ok(addStorage, {
    parentId: locker?.id ?? '',
    kind: 'drawer',
    label: 'C1',
    pouches: 2,
  });
  const [drawer, pouch] = storages;
  if (!drawer || !pouch) throw new Error('nothing was made');
  return [drawer, pouch] as const;
}
