import { checkIn, checkOut, listItems, moveItems, readItem } from '@azukari/contract';
import { instantAt, millisecondsOf } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

const HOUR = 60 * 60_000;
const NOWHERE = '00000000-0000-4000-8000-00000000dead';

let house: House;
let handler: Person;

beforeAll(async () => {
  house = await openHouse();
  handler = await house.aStaff({ level: 'handler', name: '髙﨑 𠮷右衛門' });
});

afterAll(() => house.close());

const later = (ms = 3 * HOUR): string => instantAt(millisecondsOf(house.clock.now()) + ms);
const outing = (itemIds: string[], by: Person = handler) => ({
  itemIds,
  purpose: 'outpatient' as const,
  destination: 'さくら内科',
  holder: { kind: 'staff' as const, staffId: by.staffId },
  dueBackAt: later(),
});

describe('bad input is refused by name, and nothing is written', () => {
  const cases: readonly (readonly [string, (id: string) => object, number, string])[] = [
    ['an unknown item', () => ({ itemIds: [NOWHERE] }), 404, 'not-found'],
    ['a due time in the past', () => ({ dueBackAt: '2020-01-01T00:00:00Z' }), 422, 'due-back-in-past'],
    ['no due time', () => ({ dueBackAt: null }), 422, 'due-back-missing'],
    ['a due time in ten years', () => ({ dueBackAt: '2040-01-01T00:00:00Z' }), 422, 'due-back-too-far'],
    ['a personal number in the note', () => ({ note: '番号は 1234-5678-9018 です' }), 422, 'forbidden-text'],
    ['a PIN in the destination', () => ({ destination: '暗証番号 1234' }), 422, 'forbidden-text'],
    ['an unknown holder', () => ({ holder: { kind: 'staff', staffId: NOWHERE } }), 404, 'not-found'],
  ];

  test.each(cases)('%s', async (_, given, status, kind) => {
    const item = await house.anItem();
    const before = await house.ledgerSize();
    const reply = await handler.send(checkOut, { ...outing([item.id]), ...given(item.id) });
    expect(reply).toMatchObject({ status, refusal: { kind } });
    expect(reply.text).not.toContain('1234');
    expect(await house.ledgerSize()).toBe(before);
  });

  const malformed: readonly (readonly [string, object, string, string])[] = [
    ['an extra key', { extra: 1 }, 'extra', 'unknown-key'],
    ['a number for a text', { destination: 7 }, 'destination', 'invalid-type'],
    ['a text that is too long', { note: 'あ'.repeat(301) }, 'note', 'too-long'],
    ['an id that is none', { itemIds: ['x'] }, 'itemIds.0', 'uuid'],
    ['the same item twice', { itemIds: [NOWHERE, NOWHERE] }, 'itemIds', 'twice'],
    ['no item', { itemIds: [] }, 'itemIds', 'too-small'],
    ['an unknown purpose', { purpose: 'party' }, 'purpose', 'invalid-value'],
    ['a day for a moment', { dueBackAt: '2026-11-22' }, 'dueBackAt', 'instant'],
    ['a number that is no sheet of ours', { sheet: '123456789018' }, 'sheet', 'sheet'],
  ];

  test.each(malformed)('%s', async (_, given, path, code) => {
    const before = await house.ledgerSize();
    const reply = await handler.raw<never>({
      method: 'POST',
      url: checkOut.path,
      payload: { commandId: crypto.randomUUID(), ...outing([NOWHERE]), ...given },
    });
    expect(reply.status).toBe(400);
    expect(reply.issues).toContainEqual({ path, code });
    expect(await house.ledgerSize()).toBe(before);
  });

  test.each([
    ['no JSON', 'nonsense', 400],
    ['an empty body', '', 400],
    ['a body that is too large', JSON.stringify({ note: 'x'.repeat(1_100_000) }), 413],
  ])('%s', async (_, payload, status) => {
    const reply = await handler.raw<never>({
      method: 'POST',
      url: checkOut.path,
      payload,
      headers: { 'x-azukari': '1', 'content-type': 'application/json' },
    });
    expect(reply.status).toBe(status);
    expect(reply.issues).toHaveLength(1);
  });

  test('control characters and zero-width characters in a text', async () => {
    const item = await house.anItem();
    for (const note of ['a\u0000b', 'a\u202Eb', '1234\u200B5678\u200B9018']) {
      const reply = await handler.send(checkOut, { ...outing([item.id]), note });
      expect(reply).toMatchObject({ status: 422, refusal: { kind: 'forbidden-text', field: 'note' } });
    }
  });

  test('an item of another facility looks like an unknown one', async () => {
    const foreign = await house.second.anItem();
    const reply = await handler.send(checkOut, outing([foreign.id]));
    const unknown = await handler.send(checkOut, outing([NOWHERE]));
    expect([reply.status, reply.text]).toEqual([404, unknown.text]);
    expect((await handler.send(readItem, undefined, { id: foreign.id })).text).toBe(unknown.text);
    expect((await handler.send(moveItems, { itemIds: [foreign.id], storageId: NOWHERE })).status).toBe(404);
    expect(
      (await handler.ok(listItems, undefined, { place: 'all', limit: 200 })).items.map(({ id }) => id),
    ).not.toContain(foreign.id);
  });

  test('without the header nothing that changes something is heard', async () => {
    const item = await house.anItem();
    const reply = await handler.raw<never>({
      method: 'POST',
      url: checkIn.path,
      payload: { commandId: crypto.randomUUID(), itemIds: [item.id] },
      headers: {},
    });
    expect(reply).toMatchObject({ status: 403, refusal: { kind: 'header-missing' } });
  });
});
