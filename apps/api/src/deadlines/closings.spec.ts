import { closeDeadline, describeItem, listDeadlines, listEntries, reopenDeadline } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

const DATE = '2030-03-31';
const of = (itemId: string) => ({ itemId, kind: 'care-certification-renewal' as const, date: DATE });
const closedOf = async (itemId: string) =>
  (await house.manager.ok(listDeadlines)).deadlines.find(({ item }) => item.id === itemId)?.closed;

test('a closed deadline says why and since when, in the list and in the record, until it is reopened', async () => {
  const item = await house.anItem({ printedExpiresOn: DATE });
  expect(await closedOf(item.id)).toBeNull();
  await house.manager.ok(closeDeadline, { ...of(item.id), reason: 'not-renewed' });
  expect(await closedOf(item.id)).toEqual({ reason: 'not-renewed', on: house.clock.today() });
  await house.manager.ok(reopenDeadline, of(item.id));
  expect(await closedOf(item.id)).toBeNull();
  const { entries } = await house.manager.ok(listEntries, undefined, { type: 'deadline.' });
  const facts = { of: item.id, kind: 'care-certification-renewal', date: DATE };
  expect(entries.map(({ type, facts: told }) => [type, told])).toEqual([
    ['deadline.reopened', facts],
    ['deadline.closed', { ...facts, reason: 'not-renewed' }],
  ]);
  expect(entries[0]?.resident).toMatchObject({ id: item.resident?.id, name: '山田 ハナ' });
});

test('what is closed is not closed again, and what is open not opened', async () => {
  const item = await house.anItem({ printedExpiresOn: DATE });
  const nothing = { status: 422, refusal: { kind: 'nothing-to-change' } };
  expect(await house.manager.send(reopenDeadline, of(item.id))).toMatchObject(nothing);
  await house.manager.ok(closeDeadline, { ...of(item.id), reason: 'settled' });
  expect(await house.manager.send(closeDeadline, { ...of(item.id), reason: 'other' })).toMatchObject(nothing);
});

test('another date is another deadline, and stays open', async () => {
  const item = await house.anItem({ printedExpiresOn: DATE });
  await house.manager.ok(closeDeadline, { ...of(item.id), reason: 'settled' });
  const read = { certificateExpiresOn: null, insurerType: null, authMode: null };
  await house.manager.ok(describeItem, { ...read, printedExpiresOn: '2031-03-31' }, { id: item.id });
  expect(await closedOf(item.id)).toBeNull();
});

test.each([
  ['a date that the item has not', { date: '2029-01-01' }],
  ['a kind that the item has not', { kind: 'card-expiry' as const }],
  ['an item of another facility', null],
])('%s is not found, and nothing is written', async (_, other) => {
  const item = await (other === null ? house.second : house).anItem({ printedExpiresOn: DATE });
  const before = await house.ledgerSize();
  const reply = await house.manager.send(closeDeadline, { ...of(item.id), ...other, reason: 'settled' });
  expect([reply.status, reply.refusal?.kind]).toEqual([404, 'not-found']);
  expect(await house.ledgerSize()).toBe(before);
});
