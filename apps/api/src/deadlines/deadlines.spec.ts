import { checkResident, describeItem, handOver, listDeadlines } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

type Deadlines = AnswerOf<typeof listDeadlines>['deadlines'];
const of = (deadlines: Deadlines, itemId: string): Deadlines => deadlines.filter(({ item }) => item.id === itemId);
const all = async () => (await house.manager.ok(listDeadlines)).deadlines;

test('a date comes with its rule, its source and the days that remain; what is unknown stands first', async () => {
  const year = Number(house.clock.today().slice(0, 4)) + 1;
  const certain = await house.anItem({ kind: 'my-number-card', printedExpiresOn: `${String(year)}-12-10` });
  const unknown = await house.anItem({ kind: 'my-number-card' });
  const deadlines = await all();
  const card = of(deadlines, certain.id).find(({ kind }) => kind === 'card-expiry');
  expect(card).toMatchObject({
    rule: 'V1',
    date: `${String(year)}-12-10`,
    reasonCode: 'printed',
    resident: { name: '山田 ハナ' },
  });
  expect(card?.daysLeft).toBeGreaterThan(365);
  expect(card?.source).not.toBe('');
  expect(of(deadlines, unknown.id).some(({ date, value }) => date === null && value === 'unknown')).toBe(true);
  const dates = deadlines.map(({ date }) => date ?? '');
  expect(dates).toEqual([...dates].sort());
});

test('between two days only those are answered, and always what is unknown', async () => {
  const item = await house.anItem({ kind: 'care-insurance-card', printedExpiresOn: '2031-03-31' });
  const unknown = await house.anItem({ kind: 'care-insurance-card' });
  const { deadlines } = await house.manager.ok(listDeadlines, undefined, { from: '2031-03-01', to: '2031-03-31' });
  expect(of(deadlines, item.id)).toHaveLength(1);
  expect(of(deadlines, unknown.id)).toHaveLength(1);
  expect(deadlines.every(({ date }) => date === null || date.startsWith('2031-03'))).toBe(true);
  expect(of((await house.manager.ok(listDeadlines, undefined, { to: '2031-03-30' })).deadlines, item.id)).toEqual([]);
});

test('what was read off the card later is the date from then on', async () => {
  const item = await house.anItem({ kind: 'care-insurance-card' });
  await house.manager.ok(
    describeItem,
    { printedExpiresOn: '2030-03-31', certificateExpiresOn: null, insurerType: null, authMode: null },
    { id: item.id },
  );
  expect(of(await all(), item.id)).toMatchObject([
    { date: '2030-03-31', kind: 'care-certification-renewal', rule: 'V15' },
  ]);
});

test('an item on which somebody found no date is no task, until a date is read off it or nobody knows again', async () => {
  const item = await house.anItem({ kind: 'care-insurance-card', noDatePrinted: true });
  const say = async (changes: { printedExpiresOn: string | null; noDatePrinted?: boolean }) =>
    (
      await house.manager.ok(
        describeItem,
        { certificateExpiresOn: null, insurerType: null, authMode: null, ...changes },
        { id: item.id },
      )
    ).item;
  expect(item.noDatePrinted).toBe(true);
  expect(of(await all(), item.id)).toEqual([]);
  expect(await say({ printedExpiresOn: '2030-03-31' })).toMatchObject({ noDatePrinted: false });
  expect(of(await all(), item.id)).toMatchObject([{ date: '2030-03-31' }]);
  expect(await say({ printedExpiresOn: null, noDatePrinted: true })).toMatchObject({ noDatePrinted: true });
  expect(of(await all(), item.id)).toEqual([]);
  expect(await say({ printedExpiresOn: null, noDatePrinted: false })).toMatchObject({ noDatePrinted: false });
  expect(of(await all(), item.id)).toMatchObject([{ date: null, value: 'unknown' }]);
});

test('whether a card is registered is asked until somebody has noted it', async () => {
  const [item, other] = [
    await house.anItem({ kind: 'my-number-card' }),
    await house.anItem({ kind: 'my-number-card' }),
  ];
  const id = item.resident?.id ?? '';
  const asked = async ({ id: itemId }: { readonly id: string }) =>
    of(await all(), itemId).some(({ kind }) => kind === 'registration-check');
  expect([await asked(item), await asked(other)]).toEqual([true, true]);
  await house.manager.ok(checkResident, { question: 'registered', answer: 'yes', on: house.clock.today() }, { id });
  expect([await asked(item), await asked(other)]).toEqual([false, true]);
  const { deadlines } = await house.manager.ok(listDeadlines, undefined, { residentId: id });
  expect(deadlines.some(({ kind }) => kind === 'registration-check')).toBe(false);
});

test('what was given back has no deadline any more', async () => {
  const item = await house.anItem({ kind: 'care-insurance-card', printedExpiresOn: '2030-03-31' });
  await house.manager.ok(handOver, {
    itemIds: [item.id],
    disposition: 'returned',
    receiver: { relation: 'resident', name: '' },
  });
  expect(of(await all(), item.id)).toEqual([]);
});

test('a birthday is told only to those who may see the profile', async () => {
  const item = await house.anItem({ kind: 'eligibility-certificate', insurerType: 'national' });
  const kinds = (deadlines: Deadlines) => of(deadlines, item.id).map(({ kind }) => kind);
  const floor = await house.aStaff();
  const seen = await house.manager.ok(listDeadlines);
  const told = await floor.ok(listDeadlines);
  expect(kinds(told.deadlines).filter((kind) => kind.endsWith('birthday'))).toEqual([]);
  expect(kinds(seen.deadlines).length).toBeGreaterThanOrEqual(kinds(told.deadlines).length);
});

test('another facility’s items are not among them', async () => {
  const item = await house.second.anItem({ kind: 'care-insurance-card', printedExpiresOn: '2030-03-31' });
  expect(of(await all(), item.id)).toEqual([]);
  const residentId = item.resident?.id ?? '';
  expect((await house.manager.ok(listDeadlines, undefined, { residentId })).deadlines).toEqual([]);
});

test('families are told to those who may see a profile: the daughter of a couple once, for both', async () => {
  const [mother, father] = [await house.aResident(), await house.aResident()];
  const daughter = { name: '高橋 ふみ', relation: '長女', phone: '03-1234-5678' };
  await house.aContact({ residentId: mother.id, ...daughter });
  await house.aContact({ residentId: father.id, ...daughter });
  await house.aContact({ residentId: father.id, order: 2, name: '高橋 一', phone: '03-1234-5678' });
  const { families } = await house.manager.ok(listDeadlines);
  const found = families?.filter(({ residentIds }) => residentIds.includes(mother.id));
  expect(found).toMatchObject([{ name: '高橋 ふみ', relation: '長女' }]);
  expect([...(found?.[0]?.residentIds ?? [])].sort()).toEqual([mother.id, father.id].sort());
  const floor = await house.aStaff();
  expect((await floor.ok(listDeadlines)).families).toBeNull();
});
