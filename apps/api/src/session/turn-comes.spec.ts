import { checkIn, checkOut, listEntries, moveItems } from '@azukari/contract';
import { addDays } from '@azukari/domain';
import type { Level } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** While a request waits for its turn, the writer before it changes who the person is. */
async function meanwhile<T>(person: Person, change: string, request: () => Promise<T>): Promise<T> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const before = house.database.writes.run(async ({ sql }) => {
    await held;
    await sql.run(change, [person.staffId]);
  });
  const asked = request();
  // The door has been passed when the request stands in line; only the line itself says so.
  while (house.database.writes['waiting'].length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  await before;
  return asked;
}

const appointed = (level: Level): string => `UPDATE appointment SET level = '${level}' WHERE staff_id = ?`;
const unappointed = 'DELETE FROM appointment WHERE staff_id = ?';
const own = (person: Person) => ({ kind: 'staff' as const, staffId: person.staffId });

describe('an appointment that changes while a request waits', () => {
  test('upwards, or away, never keeps a card from being put back', async () => {
    for (const change of [appointed('deputy'), unappointed]) {
      const person = await house.aStaff({ level: 'handler' });
      const { id } = await house.anItem();
      await house.manager.ok(checkOut, {
        itemIds: [id],
        purpose: 'emergency',
        holder: own(house.manager),
        dueBackAt: null,
      });
      const reply = await meanwhile(person, change, () => person.send(checkIn, { itemIds: [id] }));
      expect([change, reply.status, reply.refusal]).toEqual([change, 201, undefined]);
    }
  });

  test('keeps no card from going with the ambulance, but one from the clinic', async () => {
    const person = await house.aStaff({ level: 'handler' });
    const { id } = await house.anItem();
    const out = { itemIds: [id], holder: own(person), dueBackAt: null };
    const clinic = await meanwhile(person, unappointed, () =>
      person.send(checkOut, {
        ...out,
        purpose: 'outpatient',
        dueBackAt: `${addDays(house.clock.today(), 1)}T00:00:00Z`,
      }),
    );
    expect(clinic).toMatchObject({ status: 403, refusal: { kind: 'not-allowed', action: 'check-out', level: null } });
    const other = await house.aStaff({ level: 'handler' });
    const ambulance = await meanwhile(other, unappointed, () =>
      other.send(checkOut, { ...out, holder: own(other), purpose: 'emergency' }),
    );
    expect(ambulance.status).toBe(201);
    const { entries } = await house.manager.ok(listEntries, undefined, { itemId: id, limit: 1 });
    expect(entries[0]).toMatchObject({ type: 'item.checked-out', actor: { id: other.staffId } });
  });

  test('that no longer allows it is a clear no; a session that ended is to be signed in again', async () => {
    const { id } = await house.anItem();
    const { id: storageId } = await house.aPouch();
    const demoted = await house.aStaff({ level: 'handler' });
    expect(
      await meanwhile(demoted, appointed('emergency-only'), () =>
        demoted.send(moveItems, { itemIds: [id], storageId }),
      ),
    ).toMatchObject({
      status: 403,
      refusal: { kind: 'not-allowed', action: 'move', level: 'emergency-only' },
    });
    const signedOut = await house.aStaff({ level: 'handler' });
    expect(
      await meanwhile(signedOut, 'DELETE FROM session WHERE staff_id = ?', () =>
        signedOut.send(moveItems, { itemIds: [id], storageId }),
      ),
    ).toMatchObject({ status: 401, refusal: { kind: 'not-signed-in' } });
    const { entries } = await house.manager.ok(listEntries, undefined, { itemId: id, limit: 9 });
    expect(entries.map(({ type }) => type)).toEqual(['item.taken-in']);
  });
});
