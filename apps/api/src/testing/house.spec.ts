import { checkOut, listItems, listResidents, listStaff, whoAmI } from '@azukari/contract';
import { openHouse } from './house.ts';
import type { House } from './house.ts';

describe('a suite’s house', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('has two facilities, each with its manager and its own logs', async () => {
    const here = await house.manager.ok(whoAmI);
    const there = await house.second.manager.ok(whoAmI);
    expect(here.staff.level).toBe('responsible');
    expect(here.facility.id).not.toBe(there.facility.id);
    expect(await house.ledgerSize()).toBeGreaterThan(1);
    expect(await house.ledgerSize('access', there.facility.id)).toBe(1);
  });

  it('makes people, places and things in either facility', async () => {
    const nurse = await house.aStaff({ level: 'handler' });
    const item = await house.anItem();
    const there = await house.second.anItem();
    await house.aContact({ residentId: item.resident?.id ?? '' });
    const { receipt } = await nurse.ok(checkOut, {
      itemIds: [item.id],
      purpose: 'outpatient',
      holder: { kind: 'staff', staffId: nurse.staffId },
      dueBackAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    expect(receipt.by?.id).toBe(nurse.staffId);
    const { items } = await nurse.ok(listItems);
    expect(items.map(({ id }) => id)).toEqual([item.id]);
    expect((await nurse.ok(listResidents)).residents).toHaveLength(1);
    expect((await house.second.manager.ok(listStaff)).staff).toHaveLength(1);
    expect(there.custody.at).toBe('stored');
  });

  it('refuses who is not signed in', async () => {
    expect(await house.nobody.send(whoAmI)).toMatchObject({ status: 401, refusal: { kind: 'not-signed-in' } });
  });
});
