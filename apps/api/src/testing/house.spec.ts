import { whoAmI } from '@azukari/contract';
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

  it('refuses who is not signed in', async () => {
    expect(await house.nobody.send(whoAmI)).toMatchObject({ status: 401, refusal: { kind: 'not-signed-in' } });
  });
});
