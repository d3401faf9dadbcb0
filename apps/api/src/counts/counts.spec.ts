import {
  addStorage,
  checkIn,
  checkOut,
  closeCount,
  confirmCounts,
  dropCount,
  enterCount,
  handOver,
  listEntries,
  listStorages,
  moveItems,
  readBoard,
  readCount,
  readCounts,
  readItem,
  retireStorage,
  setCountPolicy,
  settleDifference,
  startCount,
  takeOverCount,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays, COUNTED_KINDS, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '@azukari/domain';
import type { Instant, ItemKind } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person, Sent } from '../testing/person.ts';

type Seen = { storageId: string | null; kind: ItemKind; quantity?: number };
type Count = AnswerOf<typeof readCount>;

let house: House;
let lockerId: string;
let pouches: string[];
let colleague: Person;

beforeEach(async () => {
  house = await openHouse();
  const { storages } = await house.manager.ok(addStorage, { parentId: null, kind: 'locker', label: '金庫' });
  lockerId = storages[0]?.id ?? '';
  const made = await house.manager.ok(addStorage, { parentId: lockerId, kind: 'drawer', label: '上段', pouches: 3 });
  [lockerId = '', ...pouches] = made.storages.map(({ id }) => id);
  colleague = await house.aStaff({ level: 'handler', name: '鈴木 一郎' });
});
afterEach(() => house.close());

const begin = async (by: Person = house.manager, drawerId: string | null = lockerId): Promise<string> =>
  (await by.ok(startCount, { drawerId })).count.id;
const tell = async (id: string, seen: Seen[], by: Person = house.manager): Promise<Count> =>
  (await by.ok(enterCount, { seen }, { id })).count;
const pouch = (n = 0): string => pouches[n] ?? '';
const saw = (n = 0, kind: ItemKind = 'care-insurance-card'): Seen => ({ storageId: pouch(n), kind });
const anItem = (n = 0, kind: ItemKind = 'care-insurance-card') => house.anItem({ storageId: pouch(n), kind });
const takenOut = (id: string) =>
  house.manager.ok(checkOut, {
    itemIds: [id],
    purpose: 'outpatient',
    holder: { kind: 'staff', staffId: house.manager.staffId },
    dueBackAt: later(60),
  });
const later = (minutes: number) => instantAt(millisecondsOf(house.clock.now()) + minutes * 60_000);
const setClock = (at: Instant): void => house.clock.setOffset(millisecondsOf(at) - Date.now());
const drawerNow = async () => (await house.manager.ok(readCounts)).drawers.find(({ id }) => id === lockerId);
const types = async (limit: number) =>
  (await house.manager.ok(listEntries, undefined, { limit })).entries.map(({ type }) => type).reverse();

describe('a count in which all is there', () => {
  it('closes with what was told, and tells nothing of what should be there before', async () => {
    const items = [await anItem(0), await anItem(1, 'my-number-card')];
    const { count } = await house.manager.ok(startCount, { drawerId: lockerId });
    expect(count).toMatchObject({ stage: 'counting', expected: null, seen: null, differences: [] });
    expect(count.places.map(({ label }) => label)).toEqual(['上段', '1番', '2番', '3番']);
    for (const answer of [count, await house.manager.ok(readCount, undefined, { id: count.id })])
      for (const { id } of items) expect(JSON.stringify(answer)).not.toContain(id);

    // Scanned again and again, it is there once.
    const told = await tell(count.id, [saw(0), saw(0), saw(1, 'my-number-card'), saw(0)]);
    expect(told).toMatchObject({ stage: 'closed', expected: 2, seen: 2, differences: [], second: null });
    expect(await types(3)).toEqual(['count.started', 'count.entered', 'count.closed']);
    expect((await house.manager.ok(readCounts)).recent).toMatchObject([{ id: count.id, expected: 2, differences: 0 }]);
  });

  it('does not ask for light kinds', async () => {
    await anItem(0, 'patient-card');
    expect(await tell(await begin(), [])).toMatchObject({ stage: 'closed', expected: 0 });
    const light = { seen: [{ storageId: pouch(), kind: 'medication-notebook' }] };
    const reply = await house.manager.raw({
      method: 'POST',
      url: `/api/counts/${await begin()}/sightings`,
      payload: { commandId: crypto.randomUUID(), ...light },
    });
    expect(reply.status).toBe(400);
  });

  it('also of what has no recorded place', async () => {
    await house.anItem({ storageId: null });
    const id = await begin(house.manager, null);
    expect(await tell(id, [{ storageId: null, kind: 'care-insurance-card' }])).toMatchObject({ stage: 'closed' });
  });

  it('does not mind what a colleague takes out or puts back meanwhile', async () => {
    const [taken, back] = [await anItem(0), await anItem(1)];
    await takenOut(back.id);
    const id = await begin();
    await takenOut(taken.id);
    await house.manager.ok(checkIn, { itemIds: [back.id] });
    expect(await tell(id, [saw(0)])).toMatchObject({ stage: 'closed', differences: [] });
  });
});

describe('a count in which something differs', () => {
  const settled = (id: string, body: Sent<typeof settleDifference>) =>
    house.manager.send(settleDifference, body, { id });

  it('cannot be closed before each difference has an answer, and then waits for a second person', async () => {
    const card = await anItem(0);
    const id = await begin();
    expect((await house.manager.send(closeCount, {}, { id })).refusal).toMatchObject({ kind: 'count-stage' });
    const told = await tell(id, []);
    expect(told.differences).toMatchObject([
      { n: 1, side: 'short', kind: 'care-insurance-card', candidates: [{ id: card.id }], settled: null },
    ]);
    const unsettled = await house.manager.send(closeCount, {}, { id });
    expect([unsettled.status, unsettled.refusal]).toEqual([422, { kind: 'count-unsettled', open: 1 }]);

    expect((await settled(id, { difference: 1, as: 'in-place', itemId: card.id })).status).toBe(200);
    const again = await settled(id, { difference: 1, as: 'searching', itemId: card.id });
    expect([again.status, again.refusal]).toEqual([409, { kind: 'difference-settled', as: 'in-place' }]);
    const { count } = await house.manager.ok(closeCount, {}, { id });
    expect(count).toMatchObject({ stage: 'awaited', second: null, differences: [{ settled: { as: 'in-place' } }] });

    expect((await house.manager.send(confirmCounts, { countIds: [id] })).refusal?.kind).toBe('witness-is-actor');
    await colleague.ok(confirmCounts, { countIds: [id] });
    expect(await house.manager.ok(readCount, undefined, { id })).toMatchObject({
      stage: 'closed',
      second: { id: colleague.staffId, name: '鈴木 一郎' },
    });
    expect((await colleague.send(confirmCounts, { countIds: [id] })).refusal).toEqual({
      kind: 'count-stage',
      countId: id,
      stage: 'closed',
    });
    expect((await house.manager.send(enterCount, { seen: [] }, { id })).refusal?.kind).toBe('count-stage');
  });

  it.each([
    ['with-family', { at: 'out', purpose: 'to-family', holder: { relation: 'family' } }],
    ['with-resident', { at: 'out', purpose: 'to-resident', holder: { relation: 'resident', name: '山田 ハナ' } }],
    ['at-clinic', { at: 'out', purpose: 'outpatient', holder: { relation: 'clinic' } }],
    ['searching', { at: 'missing', stage: 'searching' }],
    ['in-place', { at: 'stored' }],
  ] as const)('the answer %s puts the record right', async (as, custody) => {
    const card = await anItem(0);
    const id = await begin();
    await tell(id, []);
    const answer = { difference: 1, as, itemId: card.id, dueBackAt: later(60) };
    expect((await settled(id, answer)).status).toBe(200);
    expect((await house.manager.ok(readItem, undefined, { id: card.id })).custody).toMatchObject(custody);
  });

  it('a card in the wrong pouch is found there', async () => {
    const [card, out] = [await anItem(0), await anItem(1)];
    await takenOut(out.id);
    const id = await begin();
    const told = await tell(id, [saw(1)]);
    expect(told.differences.map(({ side, place }) => `${side} ${place.path}`)).toEqual([
      'short 金庫 上段 1番',
      'surplus 金庫 上段 2番',
    ]);
    expect(told.differences[1]?.candidates.map((item) => item.id)).toEqual([card.id, out.id]);
    expect((await settled(id, { difference: 1, as: 'other-place', itemId: card.id, storageId: pouch(1) })).status).toBe(
      200,
    );
    expect((await house.manager.ok(readItem, undefined, { id: card.id })).storage?.id).toBe(pouch(1));
    // The other side of the same mistake: it is that card.
    expect((await settled(id, { difference: 2, as: 'found', itemId: card.id })).status).toBe(200);
    expect((await house.manager.ok(closeCount, {}, { id })).count.stage).toBe('awaited');
  });

  it('what is recorded out and lies there is kept as unexpected, offered first, and found', async () => {
    const [elsewhere, card] = [await anItem(1), await anItem(0)];
    await takenOut(card.id);
    await takenOut(elsewhere.id);
    const id = await begin();
    const told = await tell(id, [saw(0)]);
    expect(told).toMatchObject({ stage: 'entered', expected: 0, seen: 1 });
    expect(told.differences[0]?.candidates.map((item) => item.id)).toEqual([card.id, elsewhere.id]);
    expect((await settled(id, { difference: 1, as: 'found', itemId: card.id })).status).toBe(200);
    expect((await house.manager.ok(readItem, undefined, { id: card.id })).custody.at).toBe('stored');
    expect(await types(2)).toEqual(['count.settled', 'item.found']);
  });

  it('a refused movement refuses the answer, and nothing is written', async () => {
    const card = await anItem(0);
    const id = await begin();
    await tell(id, []);
    const before = await house.ledgerSize();
    const reply = await settled(id, { difference: 1, as: 'at-clinic', itemId: card.id });
    expect(reply.refusal?.kind).toBe('due-back-missing');
    expect(await house.ledgerSize()).toBe(before);
    expect((await house.manager.ok(readCount, undefined, { id })).differences[0]?.settled).toBeNull();
  });

  it('which there is none is not found, and none is known while somebody counts', async () => {
    const id = await begin();
    const answer = { difference: 1, as: 'not-there' } as const;
    expect((await settled(id, answer)).refusal?.kind).toBe('count-stage');
    await anItem(0);
    await tell(id, [saw(2)]);
    expect((await settled(id, { ...answer, difference: 9 })).refusal?.kind).toBe('not-found');
    expect((await settled(id, answer)).status).toBe(200);
  });
});

describe('a drawer in which somebody counts', () => {
  it('is not taken out of use before its differences are answered, nor is its locker', async () => {
    const { id: itemId } = await anItem(0);
    const id = await begin(colleague);
    await tell(id, [], colleague);
    const places = (await house.manager.ok(listStorages)).storages;
    const other = await house.manager.ok(addStorage, { parentId: null, kind: 'locker', label: '別の金庫' });
    await house.manager.ok(moveItems, { itemIds: [itemId], storageId: other.storages[0]?.id ?? '' });
    for (const { id: place, version } of places.filter(({ kind }) => kind !== 'pouch'))
      expect(await house.manager.send(retireStorage, { version }, { id: place })).toMatchObject({
        status: 409,
        refusal: { kind: 'count-open', countId: id, name: '鈴木 一郎' },
      });
    await colleague.ok(settleDifference, { difference: 1, as: 'searching', itemId }, { id });
    await colleague.ok(closeCount, {}, { id });
    const { version = 0 } = places.find((place) => place.id === lockerId) ?? {};
    expect((await house.manager.send(retireStorage, { version }, { id: lockerId })).status).toBe(200);
  });

  it('holds no more than anybody can have seen', async () => {
    const id = await begin();
    const seen = COUNTED_KINDS.slice(0, 3).map((kind) => ({ ...saw(0, kind), quantity: 999 }));
    expect(await house.manager.send(enterCount, { seen }, { id })).toMatchObject({
      status: 400,
      issues: [{ path: 'seen', code: 'too-big' }],
    });
    expect((await house.manager.ok(readCount, undefined, { id })).stage).toBe('counting');
  });
});

describe('a count that began by mistake', () => {
  const newest = async () => (await house.manager.ok(listEntries, undefined, { limit: 1 })).entries[0];

  it('is dropped: it leaves the drawer as it was, and the record says that it began and was called off', async () => {
    await anItem(0);
    const before = await drawerNow();
    const id = await begin();
    const commandId = crypto.randomUUID();
    const first = await house.manager.ok(dropCount, { commandId }, { id });
    expect(await house.manager.ok(dropCount, { commandId }, { id })).toEqual(first);
    expect(await newest()).toMatchObject({
      type: 'count.dropped',
      corrects: null,
      item: null,
      facts: { count: id },
    });
    expect(await drawerNow()).toEqual(before);
    expect((await house.manager.send(readCount, undefined, { id })).status).toBe(404);
    // A colleague counts it as if nothing had been.
    expect(await tell(await begin(colleague), [saw(0)], colleague)).toMatchObject({ stage: 'closed', expected: 1 });
  });

  it('is not dropped once something was said, nor by a colleague or another house', async () => {
    await anItem(0);
    const id = await begin();
    expect((await colleague.send(dropCount, {}, { id })).refusal?.kind).toBe('count-open');
    expect((await house.second.manager.send(dropCount, {}, { id })).status).toBe(404);
    await tell(id, []);
    const refused = await house.manager.send(dropCount, {}, { id });
    expect(refused.refusal).toMatchObject({ kind: 'count-stage', stage: 'entered' });
    expect(await drawerNow()).toMatchObject({ open: { id } });
  });
});

describe('two people', () => {
  it("do not count one drawer at a time, and nobody closes another's", async () => {
    await anItem(0);
    const id = await begin(colleague);
    const mine = await house.manager.send(startCount, { drawerId: lockerId });
    expect([mine.status, mine.refusal]).toMatchObject([
      409,
      { kind: 'count-open', countId: id, staffId: colleague.staffId, name: '鈴木 一郎' },
    ]);
    expect((await house.manager.send(enterCount, { seen: [] }, { id })).refusal?.kind).toBe('count-open');
    await tell(id, [saw(0), saw(1)], colleague);
    expect((await house.manager.send(closeCount, {}, { id })).refusal?.kind).toBe('count-open');
    expect((await house.second.manager.send(readCount, undefined, { id })).status).toBe(404);
    expect((await house.second.manager.ok(readCounts)).recent).toEqual([]);
  });

  it('take over what was left open: who did not count it is the second person', async () => {
    await anItem(0);
    const id = await begin(colleague);
    await tell(id, [saw(0), saw(1)], colleague);
    await house.manager.ok(takeOverCount, {}, { id });
    expect((await colleague.send(closeCount, {}, { id })).refusal?.kind).toBe('count-open');
    await house.manager.ok(settleDifference, { difference: 1, as: 'not-there' }, { id });
    const { count } = await house.manager.ok(closeCount, {}, { id });
    expect(count).toMatchObject({ stage: 'closed', second: { id: house.manager.staffId } });
    expect(count.countedBy.id).toBe(colleague.staffId);
  });

  it('of whom one may not handle cards do not count', async () => {
    const floor = await house.aStaff();
    expect((await floor.send(startCount, { drawerId: lockerId })).refusal?.kind).toBe('not-allowed');
    expect((await floor.send(readCounts)).status).toBe(200);
  });

  it('who send a command twice count once', async () => {
    const commandId = crypto.randomUUID();
    const first = await house.manager.ok(startCount, { commandId, drawerId: lockerId });
    expect(await house.manager.ok(startCount, { commandId, drawerId: lockerId })).toEqual(first);
    expect((await house.manager.send(startCount, { commandId, drawerId: null })).refusal?.kind).toBe('command-reused');
  });
});

describe('which drawers are to be counted', () => {
  const today = () => dayInTokyo(house.clock.now());
  const chip = async () => (await house.manager.ok(readBoard)).counts;

  it('those opened before a change of shift, which were skipped an hour later, the same day', async () => {
    setClock(tokyoTime(addDays(today(), 1), '10:00'));
    const card = await anItem(0);
    expect(await drawerNow()).toMatchObject({ why: 'never', skipped: false, countedAt: null });
    setClock(tokyoTime(today(), '17:01'));
    expect(await drawerNow()).toMatchObject({ why: 'opened', skipped: false });
    expect(await chip()).toMatchObject({ state: 'due', due: 1, skipped: 0 });
    setClock(tokyoTime(today(), '18:01'));
    expect(await chip()).toMatchObject({ state: 'skipped', skipped: 1, closedAt: null });
    expect(await house.second.manager.ok(readBoard)).toMatchObject({ counts: { state: 'done', closedAt: null } });

    await tell(await begin(), [saw(0)]);
    expect(await drawerNow()).toMatchObject({ why: null, openedAt: null });
    expect(await chip()).toMatchObject({ state: 'done', closedAt: (await drawerNow())?.countedAt });
    setClock(tokyoTime(addDays(today(), 1), '12:00'));
    expect(await chip()).toMatchObject({ state: 'done' });
    await takenOut(card.id);
    setClock(tokyoTime(today(), '17:30'));
    expect(await drawerNow()).toMatchObject({ why: 'opened', skipped: false });
  });

  it('also one from which all was given back, but not what was only talked about', async () => {
    setClock(tokyoTime(addDays(today(), 1), '10:00'));
    const card = await anItem(0);
    await tell(await begin(), [saw(0)]);
    expect((await drawerNow())?.openedAt).toBeNull();
    await house.manager.ok(handOver, {
      itemIds: [card.id],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    setClock(tokyoTime(today(), '17:01'));
    expect(await drawerNow()).toMatchObject({ why: 'opened' });
  });

  it('what was opened while somebody counted is to be counted again', async () => {
    setClock(tokyoTime(addDays(today(), 1), '10:00'));
    const card = await anItem(0);
    const id = await begin();
    await takenOut(card.id);
    await tell(id, []);
    expect((await drawerNow())?.openedAt).not.toBeNull();
  });

  it('each after a week, and none in a house that does not count', async () => {
    await anItem(0);
    await tell(await begin(), [saw(0)]);
    setClock(tokyoTime(addDays(today(), 7), '09:30'));
    expect(await drawerNow()).toMatchObject({ why: 'week', skipped: false });
    const { policy } = await house.manager.ok(readCounts);
    expect(policy).toEqual({ shifts: ['09:00', '17:00'], second: 'differences', version: 0 });
    const next = await house.manager.ok(setCountPolicy, { version: 0, shifts: [], second: 'never' });
    expect(next).toEqual({ shifts: [], second: 'never', version: 1 });
    expect(await drawerNow()).toMatchObject({ why: null });
    expect(await chip()).toMatchObject({ state: 'off' });
    const stale = await house.manager.send(setCountPolicy, { version: 0, shifts: ['10:00'], second: 'never' });
    expect([stale.status, stale.refusal]).toEqual([409, { kind: 'stale-version', version: 1 }]);
    expect((await house.second.manager.ok(readCounts)).policy.version).toBe(0);
  });

  it('a second person at night may come in the morning, and is missed after that', async () => {
    setClock(tokyoTime(addDays(today(), 1), '23:00'));
    await house.manager.ok(setCountPolicy, { version: 0, shifts: ['17:00', '09:00'], second: 'always' });
    const id = await begin();
    expect(await tell(id, [])).toMatchObject({ stage: 'awaited' });
    setClock(tokyoTime(addDays(today(), 1), '09:59'));
    expect(await chip()).toMatchObject({ awaited: 1, late: 0 });
    setClock(tokyoTime(today(), '10:01'));
    expect(await chip()).toMatchObject({ awaited: 1, late: 1 });
    expect((await house.manager.ok(readCounts)).awaited).toMatchObject([{ id, late: true }]);
    await colleague.ok(confirmCounts, { countIds: [id] });
    expect(await chip()).toMatchObject({ awaited: 0, late: 0 });
  });
});
