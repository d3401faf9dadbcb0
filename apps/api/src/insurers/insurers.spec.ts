import {
  addInsurer,
  changeInsurer,
  holdTemporarily,
  listDeadlines,
  listEntries,
  listInsurers,
  nameInsurer,
  retireInsurer,
} from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

const CHOICES = { type: 'national' as const, yearEnds: [], endsAtSeventy: false, automaticFrom: 'book' as const };
const HELD = { residentId: null, kind: 'care-copay-certificate', reason: 'found', storageId: null } as const;
const SEPTEMBER = { kind: 'care-copay-certificate' as const, ends: '09-30' };
const anInsurer = (yearEnds: { kind: 'care-copay-certificate'; ends: string | null }[] = [SEPTEMBER]) =>
  house.manager.ok(addInsurer, { name: '桜市', ...CHOICES, yearEnds });
const datesOf = async (itemId: string) =>
  (await house.manager.ok(listDeadlines)).deadlines
    .filter(({ item }) => item.id === itemId)
    .map(({ kind, date }) => [kind, date?.slice(5) ?? null]);
const listed = async (id: string) => (await house.manager.ok(listInsurers)).insurers.find((one) => one.id === id);

test('an item’s dates follow the insurer that it names, and the book again when it names none', async () => {
  const insurer = await anInsurer();
  const item = await house.anItem({ kind: 'care-copay-certificate' });
  const byBook = [
    ['expiry', null],
    ['yearly-arrival', '07-31'],
  ];
  expect(await datesOf(item.id)).toEqual(byBook);
  await house.manager.ok(nameInsurer, { insurerId: insurer.id }, { id: item.id });
  expect(await datesOf(item.id)).toEqual([
    ['expiry', null],
    ['yearly-arrival', '09-30'],
  ]);
  expect((await listed(insurer.id))?.items).toBe(1);
  await house.manager.ok(nameInsurer, { insurerId: null }, { id: item.id });
  expect(await datesOf(item.id)).toEqual(byBook);
});

test('an insurer that is named as a paper is taken in counts at once, in an entry of its own beside the intake', async () => {
  const insurer = await anInsurer();
  const item = await house.anItem({ kind: 'care-copay-certificate', insurerId: insurer.id });
  expect(await datesOf(item.id)).toContainEqual(['yearly-arrival', '09-30']);
  expect(item.insurerId).toBe(insurer.id);
  const { entries } = await house.manager.ok(listEntries, undefined, { limit: 2 });
  expect(entries).toMatchObject([
    { type: 'insurer.named', facts: { of: item.id, insurer: insurer.id }, private: { name: '桜市' } },
    { type: 'item.taken-in' },
  ]);
});

test('a change counts for every item that names it, at once', async () => {
  const insurer = await anInsurer();
  const item = await house.anItem({ kind: 'care-copay-certificate' });
  await house.manager.ok(nameInsurer, { insurerId: insurer.id }, { id: item.id });
  const yearEnds = [{ ...SEPTEMBER, ends: null }];
  await house.manager.ok(changeInsurer, { version: 1, name: '桜市', ...CHOICES, yearEnds }, { id: insurer.id });
  expect(await datesOf(item.id)).toEqual([['expiry', null]]);
  const stale = await house.manager.send(
    changeInsurer,
    { version: 1, name: '別の市', ...CHOICES, yearEnds },
    { id: insurer.id },
  );
  expect(stale).toMatchObject({ status: 409, refusal: { kind: 'stale-version', version: 2 } });
});

test('one that is retired still counts for what names it', async () => {
  const insurer = await anInsurer();
  const item = await house.anItem({ kind: 'care-copay-certificate' });
  await house.manager.ok(nameInsurer, { insurerId: insurer.id }, { id: item.id });
  await house.manager.ok(retireInsurer, { version: 1 }, { id: insurer.id });
  expect(await listed(insurer.id)).toMatchObject({ retired: true, items: 1 });
  expect(await datesOf(item.id)).toContainEqual(['yearly-arrival', '09-30']);
});

test('its choices stand in the record as codes, its name beside them', async () => {
  const insurer = await anInsurer();
  const { entries } = await house.manager.ok(listEntries, undefined, { type: 'insurer.', limit: 1 });
  expect(entries[0]).toMatchObject({
    type: 'insurer.added',
    facts: {
      insurer: insurer.id,
      type: 'national',
      yearEnds: ['care-copay-certificate=09-30'],
      endsAtSeventy: 'no',
      automaticFrom: 'book',
    },
    private: { name: '桜市' },
  });
});

test.each([
  ['a day that not every year has', { yearEnds: [{ ...SEPTEMBER, ends: '02-29' }] }],
  ['one kind twice', { yearEnds: [SEPTEMBER, { ...SEPTEMBER, ends: '07-31' }] }],
  ['an age of nobody', { automaticFrom: 200 }],
  ['a number in its name', { name: '保険者番号 138057' }],
])('has not %s', async (_, part) => {
  const reply = await house.manager.send(addInsurer, { name: '桜市', ...CHOICES, ...part });
  expect([400, 422]).toContain(reply.status);
});

test('another facility’s insurer is not found, and its items count alone', async () => {
  const theirs = await house.second.manager.ok(addInsurer, { name: 'もみじ市', ...CHOICES });
  const item = await house.anItem({ kind: 'care-copay-certificate' });
  const foreign = { insurerId: theirs.id };
  const reply = await house.manager.send(nameInsurer, foreign, { id: item.id });
  expect([reply.status, reply.refusal?.kind]).toEqual([404, 'not-found']);
  const taken = await house.manager.send(holdTemporarily, { ...HELD, ...foreign });
  expect([taken.status, taken.refusal?.kind]).toEqual([404, 'not-found']);
  await house.manager.ok(holdTemporarily, HELD);
  expect(await listed(theirs.id)).toBeUndefined();
});
