import { readTransfers, sendItems } from '@azukari/contract';
import type { ItemKind } from '@azukari/domain';
import { SetUp } from '../set-up/set-up.service.ts';
import type { Home, House } from './house.ts';
import { makersFor } from './makers.ts';
import { PASSWORD, Person } from './person.ts';
import { hoursAgo } from './record-samples.ts';

const THIRDS = new WeakMap<House, Promise<Home>>();

/** thirdHome is one more facility of a house; it is made once. */
export function thirdHome(house: House): Promise<Home> {
  const known = THIRDS.get(house) ?? openThird(house);
  THIRDS.set(house, known);
  return known;
}

async function openThird({ app, clock }: House): Promise<Home> {
  const manager = { name: '松葉 三郎', kana: 'まつば さぶろう', loginId: 'third-manager', password: PASSWORD };
  await app.get(SetUp, { strict: false }).makeFacility('まつば苑', manager, false);
  const person = await new Person(app, 'third-manager').signIn();
  return { ...makersFor(app, person, () => clock.today()), facilityId: person.facilityId, manager: person };
}

/** aTransfer sends things of a new resident from one home to another, and answers with the number of the transfer and of the resident. */
export async function aTransfer(
  from: Home,
  to: Home,
  kinds: readonly ItemKind[] = ['care-insurance-card'],
): Promise<{ readonly id: string; readonly residentId: string; readonly itemIds: readonly string[] }> {
  const { id: residentId } = await from.aResident();
  const { id: agreementId } = await from.anAgreement({ residentId, kinds: [...kinds] });
  const itemIds: string[] = [];
  for (const kind of kinds) itemIds.push((await from.anItem({ residentId, agreementId, kind })).id);
  await from.manager.ok(
    sendItems,
    { itemIds, to: { facilityId: to.facilityId }, dueBackAt: hoursAgo(-48) },
    { id: residentId },
  );
  const { sent } = await from.manager.ok(readTransfers);
  return { id: sent.find((one) => one.residentId === residentId)?.id ?? '', residentId, itemIds };
}

/** transfersFor are what a third home sent to this one, and what went there from here. */
export async function transfersFor(home: Home, house: House) {
  const third = await thirdHome(house);
  const [coming, passedOn] = [await aTransfer(third, home), await aTransfer(home, third)];
  return { comingId: coming.id, passedOnId: passedOn.id };
}
