import { checkIn, checkOut, listEntries, startSearch } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { houseEntry } from './house-entry.ts';
import { Ledger } from './ledger.ts';
import type { Author } from './ledger.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('the record of a kind of item', () => {
  test('is found alone and beside every other filter, page after page', async () => {
    const { manager } = house;
    const residentId = (await house.aResident()).id;
    const { staffId } = manager;
    const card = await house.anItem({ residentId, kind: 'my-number-card' });
    const other = await house.anItem({ residentId, kind: 'care-insurance-card' });
    await house.anItem({ kind: 'my-number-card' });
    await house.second.anItem({ kind: 'my-number-card' });
    for (let n = 0; n < 3; n++) {
      const itemIds = [card.id, other.id];
      const holder = { kind: 'staff' as const, staffId };
      await manager.ok(checkOut, { itemIds, purpose: 'hospital-stay', holder, dueBackAt: null });
      await manager.ok(checkIn, { itemIds });
    }
    const middle = (await manager.ok(listEntries, undefined, { itemId: card.id, limit: 3 })).entries[2];
    const moves = { type: 'item.checked-out,item.checked-in' };
    for (const [beside, count] of [
      [{}, 8],
      [moves, 6],
      [{ type: 'item.taken-in' }, 2],
      [{ type: 'storage.' }, 0],
      [{ residentId }, 7],
      [{ residentId, ...moves }, 6],
      [{ itemId: card.id }, 7],
      [{ itemId: other.id }, 0],
      [{ actorId: staffId }, 8],
      [{ from: middle?.recordedAt }, 3],
      [{ to: middle?.recordedAt }, 5],
      [{ from: middle?.recordedAt, ...moves }, 3],
      [{ log: 'access' }, 0],
    ] as const) {
      const all = await everyEntryOf(beside, 200);
      const expected = all.filter(({ item }) => item?.kind === 'my-number-card').map(({ seq }) => seq);
      const found = await everyEntryOf({ ...beside, kind: 'my-number-card' }, 2);
      expect([beside, found.map(({ seq }) => seq)]).toEqual([beside, expected]);
      expect([beside, found.length]).toEqual([beside, count]);
    }
    expect(await everyEntryOf({ kind: 'hibakusha-handbook' }, 2)).toEqual([]);
    expect((await manager.send(listEntries, undefined, { kind: 'passport' })).status).toBe(400);
  });

  test('is found far back when it is rare, beyond what is looked at one by one', async () => {
    const { manager } = house;
    const [rare, often] = [await house.anItem({ kind: 'eligibility-certificate' }), await house.anItem()];
    const ledger = house.app.get(Ledger, { strict: false });
    const author: Author = {
      facilityId: house.facilityId,
      actor: 'system',
      name: null,
      auth: 'none',
      authAge: null,
      command: '',
    };
    const elsewhere = houseEntry('staff.left', { staff: crypto.randomUUID(), on: '2026-11-22' });
    for (let n = 0; n < 21; n++)
      await house.database.writes.run((tx) =>
        ledger.append(
          tx,
          { ...author, command: crypto.randomUUID() },
          Array.from({ length: 100 }, () => elsewhere),
        ),
      );
    await manager.ok(startSearch, { itemIds: [often.id] });
    const kinds = async (kind: string, limit: number) =>
      (await everyEntryOf({ kind }, limit)).map(({ item, type }) => [item?.id, type]);
    expect(await kinds('eligibility-certificate', 1)).toEqual([[rare.id, 'item.taken-in']]);
    expect((await kinds(often.kind, 1)).slice(0, 2)).toEqual([
      [often.id, 'item.search-started'],
      [often.id, 'item.taken-in'],
    ]);
  });
});

async function everyEntryOf(filter: Readonly<Record<string, string | undefined>>, limit: number) {
  const entries: AnswerOf<typeof listEntries>['entries'] = [];
  let cursor: string | undefined;
  do {
    const at = { ...filter, limit, cursor };
    const page: AnswerOf<typeof listEntries> = await house.manager.ok(listEntries, undefined, at);
    entries.push(...page.entries);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return entries;
}
