import {
  addStorage,
  appoint,
  changeStaff,
  handOverKey,
  leaveStaff,
  listEntries,
  readBoard,
  readKeys,
  retireStorage,
  setKeys,
} from '@azukari/contract';
import { addDays, instantAt, millisecondsOf } from '@azukari/domain';
import type { Level } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person, Sent } from '../testing/person.ts';

let house: House;
let locker: { id: string; path: string };
let ann: Person;
let ben: Person;

/** What is told of an hour ago may have been yesterday. */
async function since(from: string, level: Level, name: string): Promise<Person> {
  const person = await house.aStaff({ name });
  await house.manager.ok(appoint, { staffId: person.staffId, level, from, to: null });
  return person;
}

beforeEach(async () => {
  house = await openHouse();
  const yesterday = addDays(house.clock.today(), -1);
  const { storages } = await house.manager.ok(addStorage, {
    parentId: null,
    kind: 'locker',
    label: '金庫',
    pouches: 1,
  });
  locker = { id: storages[0]?.id ?? '', path: '金庫' };
  ann = await since(yesterday, 'handler', '青木 杏');
  ben = await since(yesterday, 'emergency-only', '馬場 勉');
  await house.manager.ok(setKeys, { kept: true });
});
afterEach(() => house.close());

const give = (by: Person, from: Person | null, to: Person | null, more: Partial<Sent<typeof handOverKey>> = {}) =>
  by.send(handOverKey, { from: from?.staffId ?? null, to: to?.staffId ?? null, ...more }, { id: locker.id });
const ago = (minutes: number) => instantAt(millisecondsOf(house.clock.now()) - minutes * 60_000);
const key = async () => (await house.manager.ok(readKeys)).keys[0];
const glance = async () => (await house.manager.ok(readBoard)).keys;
const newest = async () => (await house.manager.ok(listEntries, undefined, { limit: 1 })).entries[0];

it('is off until a facility says so, and then nobody hands over anything', async () => {
  const { manager } = house.second;
  expect(await manager.ok(readKeys)).toEqual({ kept: false, keys: [], receivers: [] });
  expect((await manager.ok(readBoard)).keys).toBeNull();
  const { storages } = await manager.ok(addStorage, { parentId: null, kind: 'locker', label: '金庫' });
  const order = { from: null, to: manager.staffId };
  const reply = await manager.send(handOverKey, order, { id: storages[0]?.id });
  expect([reply.status, reply.refusal]).toEqual([422, { kind: 'keys-off' }]);
  expect((await manager.send(setKeys, { kept: false })).refusal?.kind).toBe('nothing-to-change');
});

it('a key goes from the box to one person, on to the next, and back', async () => {
  expect(await key()).toEqual({ locker, retired: false, holder: null, since: null });
  expect(await glance()).toEqual({ held: [], inBox: 1 });

  expect((await give(ann, null, ann)).status).toBe(200);
  expect(await glance()).toMatchObject({ held: [{ locker, holder: { name: '青木 杏' } }], inBox: 0 });
  expect((await give(ann, ann, ben)).body).toMatchObject({ keys: { keys: [{ holder: { id: ben.staffId } }] } });
  expect(await newest()).toMatchObject({
    type: 'locker-key.handed-over',
    actor: { id: ann.staffId },
    occurredAt: null,
    facts: { locker: locker.id, from: ann.staffId, to: ben.staffId },
    private: { holderName: '青木 杏', receiverName: '馬場 勉' },
  });
  expect((await give(ben, ben, null)).status).toBe(200);
  expect(await key()).toMatchObject({ holder: null, since: expect.any(String) as string });
});

it('of two tablets at once one is refused, and hears who has it', async () => {
  await give(ann, null, ann);
  const before = await house.ledgerSize();
  const replies = await Promise.all([give(ann, ann, ben), give(house.manager, ann, house.manager)]);
  const [no] = replies.filter(({ status }) => status !== 200);
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect([no?.status, no?.refusal]).toMatchObject([
    409,
    {
      kind: 'key-elsewhere',
      storageId: locker.id,
      staffId: (await key())?.holder?.id,
      name: (await key())?.holder?.name,
    },
  ]);
  expect(await house.ledgerSize()).toBe(before + 1);
});

it('the same tap sent again is one hand-over', async () => {
  const commandId = crypto.randomUUID();
  const first = await give(ann, null, ann, { commandId });
  expect((await give(ann, null, ann, { commandId })).body).toEqual(first.body);
  expect((await give(ann, null, ben, { commandId })).refusal?.kind).toBe('command-reused');
});

it('what is told late stands at its time, and never before what is known', async () => {
  const [at, earlier] = [ago(60), ago(61)];
  expect((await give(ann, null, ann, { at })).status).toBe(200);
  expect(await newest()).toMatchObject({ occurredAt: at });
  expect(await key()).toMatchObject({ since: at });
  const reply = await give(ann, ann, ben, { at: earlier });
  expect([reply.status, reply.refusal]).toEqual([422, { kind: 'key-moved-since', since: at }]);
  expect((await give(ann, ann, ben, { at: ago(-60) })).refusal?.kind).toBe('occurred-in-future');
});

describe('who is not appointed', () => {
  it('hands over nothing and is given nothing', async () => {
    const floor = await house.aStaff({ name: '新人 学' });
    expect((await give(floor, null, floor)).refusal).toMatchObject({ kind: 'not-allowed', action: 'hold-keys' });
    const reply = await give(ann, null, floor);
    expect([reply.status, reply.refusal]).toEqual([
      422,
      { kind: 'receiver-not-appointed', staffId: floor.staffId, name: '新人 学' },
    ]);
    const { receivers } = await house.manager.ok(readKeys);
    expect(receivers.map(({ id }) => id).sort()).toEqual(
      [ann, ben, house.manager].map(({ staffId }) => staffId).sort(),
    );
  });

  it('who left and still has a key is named, and somebody else brings it back', async () => {
    await give(ben, null, ben);
    await house.manager.ok(leaveStaff, { version: 1 }, { id: ben.staffId });
    expect(await glance()).toMatchObject({ held: [{ holder: { name: '馬場 勉' } }] });
    expect((await give(ann, null, ben)).status).toBe(404);
    expect((await give(ann, ben, null)).status).toBe(200);
  });
});

it('the key of a locker no longer used is named until it is back, and goes nowhere else', async () => {
  await give(ann, null, ann);
  await house.manager.ok(retireStorage, { version: 1 }, { id: locker.id });
  expect(await key()).toMatchObject({ retired: true, holder: { name: '青木 杏' } });
  expect((await give(ann, ann, ben)).refusal).toEqual({ kind: 'key-retired' });
  expect((await give(ann, ann, null)).status).toBe(200);
  expect((await house.manager.ok(readKeys)).keys).toEqual([]);
});

it('a pouch has no key, nor has what is elsewhere', async () => {
  const pouch = await house.aPouch();
  const order = { from: null, to: ann.staffId };
  expect((await ann.send(handOverKey, order, { id: pouch.id })).status).toBe(404);
  const { manager } = house.second;
  await manager.ok(setKeys, { kept: true });
  expect((await manager.send(handOverKey, { from: null, to: manager.staffId }, { id: locker.id })).status).toBe(404);
  expect((await ann.send(handOverKey, { from: null, to: manager.staffId }, { id: locker.id })).status).toBe(404);
});

it('a new name is on 今日 at once', async () => {
  await give(ann, null, ann);
  await glance();
  const change = { version: 1, name: '青木 杏子', kana: 'あおき きょうこ', role: 'floor' } as const;
  await house.manager.ok(changeStaff, change, { id: ann.staffId });
  expect(await glance()).toMatchObject({ held: [{ holder: { name: '青木 杏子' } }] });
});
