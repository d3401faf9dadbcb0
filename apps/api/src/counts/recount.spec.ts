import {
  addStorage,
  closeCount,
  confirmCounts,
  dropCount,
  enterCount,
  listEntries,
  recount,
  settleDifference,
  startCount,
} from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let colleague: Person;
let drawerId: string;

beforeAll(async () => {
  house = await openHouse();
  const { storages } = await house.manager.ok(addStorage, { parentId: null, kind: 'locker', label: '金庫' });
  drawerId = storages[0]?.id ?? '';
  await house.anItem({ storageId: drawerId, kind: 'care-insurance-card' });
  colleague = await house.aStaff({ level: 'handler', name: '鈴木 一郎' });
});
afterAll(() => house.close());

const begin = async (): Promise<string> => (await house.manager.ok(startCount, { drawerId })).count.id;
const tell = async (id: string, quantity: number) =>
  (
    await house.manager.ok(
      enterCount,
      { seen: [{ storageId: drawerId, kind: 'care-insurance-card', quantity }] },
      { id },
    )
  ).count;
const told = (id: string) => house.manager.ok(settleDifference, { difference: 1, as: 'not-there' }, { id });

describe('a count in which too much was entered', () => {
  it('is counted anew once, blindly; both numbers stay in the record, and somebody else looks as well', async () => {
    const id = await begin();
    expect((await tell(id, 999)).differences).toHaveLength(998);
    expect((await colleague.send(recount, {}, { id })).refusal?.kind).toBe('count-open');
    const { count } = await house.manager.ok(recount, {}, { id });
    expect(count).toMatchObject({ stage: 'counting', recounted: true, expected: null, seen: null, differences: [] });
    expect((await house.manager.send(dropCount, {}, { id })).refusal?.kind).toBe('recount-unfit');
    expect(await tell(id, 1)).toMatchObject({ stage: 'awaited', expected: 1, seen: 1, differences: [] });
    const { entries } = await house.manager.ok(listEntries, undefined, { limit: 5 });
    expect(entries.map(({ type, facts }) => [type, facts['seen'] ?? null]).reverse()).toEqual([
      ['count.started', null],
      ['count.entered', 999],
      ['count.recounted', null],
      ['count.entered', 1],
      ['count.closed', null],
    ]);
    await colleague.ok(confirmCounts, { countIds: [id] });
  });

  it('is not counted anew twice, nor after an answer', async () => {
    const id = await begin();
    await tell(id, 999);
    await house.manager.ok(recount, {}, { id });
    await tell(id, 2);
    expect((await house.manager.send(recount, {}, { id })).refusal?.kind).toBe('recount-unfit');
    await told(id);
    await house.manager.ok(closeCount, {}, { id });
    const other = await begin();
    await tell(other, 3);
    await told(other);
    const late = await house.manager.send(recount, {}, { id: other });
    expect([late.status, late.refusal]).toEqual([409, { kind: 'recount-unfit' }]);
    await house.manager.ok(settleDifference, { difference: 2, as: 'not-there' }, { id: other });
    await house.manager.ok(closeCount, {}, { id: other });
  });

  it('of two who ask at once begins anew once', async () => {
    const id = await begin();
    await tell(id, 999);
    const both = await Promise.all([1, 2].map(() => house.manager.send(recount, {}, { id })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
