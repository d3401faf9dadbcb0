import { checkOut, enterLate, listEntries } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let handler: Person;
let deputy: Person;
beforeAll(async () => {
  house = await openHouse();
  handler = await house.aStaff({ level: 'handler' });
  deputy = await house.aStaff({ level: 'deputy' });
});
afterAll(() => house.close());

const carriedBy = ({ staffId }: Person) => ({ kind: 'staff' as const, staffId });
const toTheClinic = { kind: 'other' as const, relation: 'clinic' as const, name: 'さくら内科' };

async function late(holder: ReturnType<typeof carriedBy> | typeof toTheClinic) {
  const { id } = await house.anItem();
  const now = house.clock.now();
  return { itemIds: [id], purpose: 'hospital-stay' as const, holder, outAt: now, backAt: now };
}

describe('あとから記録 is one’s own', () => {
  test('a handler enters what she carried, and what she gave to somebody who is not staff', async () => {
    for (const holder of [carriedBy(handler), toTheClinic]) {
      const body = await late(holder);
      await handler.ok(enterLate, body);
      const { entries } = await handler.ok(listEntries, undefined, { itemId: body.itemIds[0], limit: 2 });
      expect(entries.map(({ type }) => type)).toEqual(['item.checked-in', 'item.checked-out']);
    }
  });

  test('what a colleague carried is entered by the colleague, a deputy or a responsible person', async () => {
    const body = await late(carriedBy(deputy));
    const before = await house.ledgerSize();
    expect(await handler.send(enterLate, body)).toMatchObject({
      status: 403,
      refusal: { kind: 'not-allowed', action: 'enter-late-for-others', level: 'handler' },
    });
    expect(await house.ledgerSize()).toBe(before);
    await deputy.ok(enterLate, body);
    await deputy.ok(enterLate, await late(carriedBy(handler)));
    await house.manager.ok(enterLate, await late(carriedBy(handler)));
  });

  test('nor does half of it, what is still out, go by another way', async () => {
    const { outAt, backAt: _, ...body } = await late(carriedBy(deputy));
    const half = { ...body, occurredAt: outAt, dueBackAt: null };
    expect((await handler.send(checkOut, half)).refusal).toMatchObject({ action: 'enter-late-for-others' });
    await deputy.ok(checkOut, half);
    const { outAt: at, backAt: __, ...own } = await late(carriedBy(handler));
    await handler.ok(checkOut, { ...own, occurredAt: at, dueBackAt: null });
  });
});
