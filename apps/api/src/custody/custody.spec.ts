import {
  amendEntry,
  cancelEntry,
  changeCustody,
  checkIn,
  checkOut,
  enterLate,
  handOver,
  leaveStaff,
  holdTemporarily,
  listEntries,
  listItems,
  readBoard,
  readCommand,
  readItem,
  reportFound,
  reportMissing,
  reviewEmergency,
  startSearch,
} from '@azukari/contract';
import { instantAt, millisecondsOf } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

const HOUR = 60 * 60_000;

let house: House;
let handler: Person;
let floor: Person;

beforeAll(async () => {
  house = await openHouse();
  handler = await house.aStaff({ level: 'handler', name: '髙﨑 𠮷右衛門' });
  floor = await house.aStaff();
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

describe('out and back', () => {
  test('the card leaves, the board shows it, a second person is told who has it, and it comes back', async () => {
    const item = await house.anItem();
    const { receipt } = await handler.ok(checkOut, outing([item.id]));
    expect(receipt.entries.map(({ itemId }) => itemId)).toEqual([item.id]);
    const board = await floor.ok(readBoard);
    expect(board.out.find(({ id }) => id === item.id)?.custody).toMatchObject({
      at: 'out',
      holder: { kind: 'staff', staffId: handler.staffId, name: '髙﨑 𠮷右衛門' },
      destination: 'さくら内科',
    });
    const second = await house.manager.send(checkOut, outing([item.id], house.manager));
    expect(second).toMatchObject({
      status: 409,
      refusal: {
        kind: 'item-out',
        itemId: item.id,
        itemKind: 'care-insurance-card',
        holderName: '髙﨑 𠮷右衛門',
        since: receipt.recordedAt,
      },
    });
    await floor.ok(checkIn, { itemIds: [item.id] });
    expect((await floor.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({ at: 'stored', hold: null });
    const { entries } = await floor.ok(listEntries, undefined, { itemId: item.id });
    expect(entries.map(({ type }) => type)).toEqual(['item.checked-in', 'item.checked-out', 'item.taken-in']);
    expect(entries[1]).toMatchObject({
      private: { destination: 'さくら内科', holderName: '髙﨑 𠮷右衛門' },
      actor: { name: '髙﨑 𠮷右衛門' },
    });
  });

  test('several items of several residents in one command, and a partial return', async () => {
    const [a, b] = [await house.anItem(), await house.anItem()];
    const { receipt } = await handler.ok(checkOut, outing([a.id, b.id]));
    expect(receipt.entries.map(({ itemId }) => itemId)).toEqual([a.id, b.id]);
    await handler.ok(checkIn, { itemIds: [a.id] });
    expect((await handler.ok(readItem, undefined, { id: b.id })).custody.at).toBe('out');
  });

  test('one refused item refuses the whole command, and nothing is written', async () => {
    const [a, b] = [await house.anItem(), await house.anItem()];
    await handler.ok(checkOut, outing([b.id]));
    const before = await house.ledgerSize();
    expect((await handler.send(checkOut, outing([a.id, b.id]))).refusal?.kind).toBe('item-out');
    expect(await house.ledgerSize()).toBe(before);
    expect((await handler.ok(readItem, undefined, { id: a.id })).custody.at).toBe('stored');
  });

  test('fifty at once: one goes through, forty-nine hear who has it since when', async () => {
    const item = await house.anItem();
    const replies = await Promise.all(Array.from({ length: 50 }, () => handler.send(checkOut, outing([item.id]))));
    const yes = replies.filter(({ status }) => status === 201);
    const no = replies.filter(({ status }) => status === 409);
    expect([yes.length, no.length]).toEqual([1, 49]);
    const since = yes[0]?.body.receipt.recordedAt;
    expect(
      no.every(
        ({ refusal }) =>
          refusal?.kind === 'item-out' && refusal.since === since && refusal.holderName === '髙﨑 𠮷右衛門',
      ),
    ).toBe(true);
    const { entries } = await handler.ok(listEntries, undefined, { itemId: item.id, type: 'item.checked-out' });
    expect(entries).toHaveLength(1);
  });
});

describe('a command sent again', () => {
  test('answers its first receipt, also to a colleague, and writes nothing', async () => {
    const item = await house.anItem();
    const body = { ...outing([item.id]), commandId: crypto.randomUUID() };
    const first = await handler.ok(checkOut, body);
    const before = await house.ledgerSize();
    expect(await handler.ok(checkOut, body)).toEqual(first);
    expect(await house.manager.ok(checkOut, body)).toEqual(first);
    expect(await handler.ok(readCommand, undefined, { id: body.commandId })).toEqual(first);
    expect(await house.ledgerSize()).toBe(before);
    const other = await handler.send(checkOut, { ...body, destination: 'ほかの医院' });
    expect(other).toMatchObject({ status: 409, refusal: { kind: 'command-reused' } });
    const otherVerb = await handler.send(checkIn, { commandId: body.commandId, itemIds: [item.id] });
    expect(otherVerb.refusal?.kind).toBe('command-reused');
  });

  test('twenty times at once: one movement', async () => {
    const item = await house.anItem();
    const body = { ...outing([item.id]), commandId: crypto.randomUUID() };
    const replies = await Promise.all(Array.from({ length: 20 }, () => handler.send(checkOut, body)));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
  });

  test('of another facility is not found, and cannot be reused', async () => {
    const item = await house.anItem();
    const body = { ...outing([item.id]), commandId: crypto.randomUUID() };
    await handler.ok(checkOut, body);
    expect((await house.second.manager.send(readCommand, undefined, { id: body.commandId })).status).toBe(404);
    expect((await house.second.manager.send(checkOut, body)).refusal?.kind).toBe('command-reused');
  });

  test('a refusal is not remembered', async () => {
    const item = await house.anItem();
    await handler.ok(checkOut, outing([item.id]));
    const body = { ...outing([item.id]), commandId: crypto.randomUUID() };
    expect((await handler.send(checkOut, body)).status).toBe(409);
    await handler.ok(checkIn, { itemIds: [item.id] });
    expect((await handler.send(checkOut, body)).status).toBe(201);
  });
});

describe('who may', () => {
  test('floor staff put back, search, hold and take an ambulance; they do not take out', async () => {
    const item = await house.anItem();
    expect((await floor.send(checkOut, outing([item.id], floor))).refusal).toMatchObject({
      kind: 'not-allowed',
      action: 'check-out',
    });
    const emergency = {
      ...outing([item.id], floor),
      purpose: 'emergency' as const,
      dueBackAt: null,
      destination: null,
    };
    const { receipt } = await floor.ok(checkOut, emergency);
    const board = await floor.ok(readBoard);
    expect(board.toReview).toContainEqual(expect.objectContaining({ seq: receipt.entries[0]?.seq }));
    expect((await floor.send(reviewEmergency, { seq: receipt.entries[0]?.seq ?? 0, outcome: 'in-order' })).status).toBe(
      403,
    );
    await house.manager.ok(reviewEmergency, { seq: receipt.entries[0]?.seq ?? 0, outcome: 'in-order' });
    expect((await floor.ok(readBoard)).toReview.map(({ seq }) => seq)).not.toContain(receipt.entries[0]?.seq);
    expect(
      (await house.manager.send(reviewEmergency, { seq: receipt.entries[0]?.seq ?? 0, outcome: 'in-order' })).refusal
        ?.kind,
    ).toBe('already-reviewed');
  });

  test('an ambulance waits for no text: what may not be kept is left out', async () => {
    const text = '暗証番号は1234';
    const told = { destination: text, note: text.repeat(200), dueBackAt: null };
    const crew = { kind: 'other' as const, relation: 'ambulance' as const, name: text };
    const item = await house.anItem();
    const waiting = await floor.send(checkOut, { ...told, itemIds: [item.id], purpose: 'other', holder: crew });
    expect(waiting.status).not.toBe(201);
    await floor.ok(checkOut, { ...told, itemIds: [item.id], purpose: 'emergency', holder: crew });
    const taken = await floor.ok(readItem, undefined, { id: item.id });
    expect(taken.custody).toMatchObject({ at: 'out', destination: null, holder: { relation: 'ambulance', name: '' } });
    const { entries } = await floor.ok(listEntries, undefined, { itemId: item.id, limit: 1 });
    expect(JSON.stringify(entries)).not.toContain('1234');
  });

  test('a clock that is a little ahead keeps no ambulance waiting and no card out of the safe', async () => {
    const item = await house.anItem();
    const ahead = (minutes: number) => instantAt(millisecondsOf(house.clock.now()) + minutes * 60_000);
    const holder = { kind: 'other' as const, relation: 'ambulance' as const, name: '' };
    const taken = { itemIds: [item.id], purpose: 'emergency' as const, holder, dueBackAt: null };
    const future = { status: 422, refusal: { kind: 'occurred-in-future' } };
    expect(await floor.send(checkOut, { ...taken, occurredAt: ahead(6) })).toMatchObject(future);
    await floor.ok(checkOut, { ...taken, occurredAt: ahead(4) });
    expect(await floor.send(checkIn, { itemIds: [item.id], occurredAt: ahead(6) })).toMatchObject(future);
    await floor.ok(checkIn, { itemIds: [item.id], occurredAt: ahead(4) });
    const { entries } = await floor.ok(listEntries, undefined, { itemId: item.id, limit: 2 });
    expect(entries.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['item.checked-in', null],
      ['item.checked-out', null],
    ]);
  });

  test('an auditor reads and moves nothing', async () => {
    const auditor = await house.aStaff({ role: 'auditor' });
    const item = await house.anItem();
    await auditor.ok(readBoard);
    expect((await auditor.send(checkIn, { itemIds: [item.id] })).status).toBe(403);
    expect(
      (await auditor.send(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null }))
        .status,
    ).toBe(403);
  });

  test('the resident gets her own card back from a handler, with no agreement and from wherever it is', async () => {
    const resident = await house.aResident();
    const { item } = await floor.ok(holdTemporarily, {
      residentId: resident.id,
      kind: 'my-number-card',
      reason: 'no-agreement',
      storageId: null,
      authMode: 'unknown',
    });
    expect((await handler.send(checkOut, outing([item.id]))).refusal?.kind).toBe('agreement-missing');
    await handler.ok(handOver, {
      itemIds: [item.id],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      at: 'ended',
      disposition: 'returned',
    });
  });

  test('each card goes to its own resident by name, whatever name was typed', async () => {
    const hers = await house.anItem({ residentId: (await house.aResident({ name: '青木 千代' })).id });
    const his = await house.anItem({ residentId: (await house.aResident({ name: '上田 勇' })).id });
    const receiver = { relation: 'resident' as const, name: '別の人' };
    const { receipt } = await handler.ok(handOver, { itemIds: [hers.id, his.id], disposition: 'returned', receiver });
    const { entries } = await handler.ok(listEntries, undefined, { type: 'item.handed-over', limit: 2 });
    expect(receipt.entries).toHaveLength(2);
    expect(entries.map((entry) => entry.private['receiverName'])).toEqual(['上田 勇', '青木 千代']);
  });

  test('whoever leaves while her command waits for its turn does nothing more', async () => {
    const leaver = await house.aStaff({ level: 'handler' });
    const item = await house.anItem();
    const id = leaver.staffId;
    const [left, ...tried] = await Promise.all([
      house.manager.send(leaveStaff, { version: 1 }, { id }),
      ...Array.from({ length: 10 }, () => leaver.send(checkOut, outing([item.id], leaver))),
    ]);
    expect(left.status).toBe(200);
    const { entries } = await house.manager.ok(listEntries, undefined, { limit: 50 });
    const leaving = entries.find(({ type, facts }) => type === 'staff.left' && facts['staff'] === id)?.seq ?? -1;
    expect(entries.filter(({ seq, actor }) => actor.id === id && seq > leaving)).toEqual([]);
    expect(tried.every(({ status }) => [201, 401, 409].includes(status))).toBe(true);
  });

  test('a never-contact is a red stop', async () => {
    const item = await house.anItem();
    const contact = await house.aContact({ residentId: item.resident?.id ?? '', handOver: 'never' });
    const receiver = { relation: 'family' as const, name: '', contactId: contact.id };
    expect(
      (await house.manager.send(handOver, { itemIds: [item.id], disposition: 'returned', receiver })).refusal,
    ).toEqual({ kind: 'contact-never', contactId: contact.id });
    const holder = { kind: 'other' as const, name: '', relation: 'family' as const, contactId: contact.id };
    expect((await handler.send(checkOut, { ...outing([item.id]), purpose: 'to-family', holder })).refusal?.kind).toBe(
      'contact-never',
    );
  });
});

describe('the record never has to lie', () => {
  test('what is recorded as out but lies in the safe goes out in the same command', async () => {
    const item = await house.anItem();
    await handler.ok(checkOut, outing([item.id]));
    const { receipt } = await handler.ok(checkOut, { ...outing([item.id]), foundIds: [item.id] });
    expect(receipt.entries).toHaveLength(2);
    const { entries } = await handler.ok(listEntries, undefined, { itemId: item.id, limit: 2 });
    expect(entries.map(({ type, part, parts }) => [type, part, parts])).toEqual([
      ['item.checked-out', 1, 2],
      ['item.found', 0, 2],
    ]);
  });

  test('searching, missing and found again', async () => {
    const item = await house.anItem();
    await floor.ok(startSearch, { itemIds: [item.id] });
    expect((await handler.send(checkOut, outing([item.id]))).refusal).toMatchObject({
      kind: 'item-missing',
      stage: 'searching',
    });
    await house.manager.ok(reportMissing, { itemIds: [item.id] });
    expect((await floor.ok(listItems, undefined, { place: 'missing' })).items.map(({ id }) => id)).toContain(item.id);
    await floor.ok(reportFound, { itemIds: [item.id] });
    expect((await floor.ok(readItem, undefined, { id: item.id })).custody.at).toBe('stored');
  });

  test('entered later: both times are kept, and it must fit between what is recorded', async () => {
    const item = await house.anItem();
    const holder = { kind: 'staff' as const, staffId: handler.staffId };
    const base = { itemIds: [item.id], purpose: 'outpatient' as const, holder, sheet: 'F3-000123' };
    const before = instantAt(millisecondsOf(item.takenInAt) - HOUR);
    expect((await handler.send(enterLate, { ...base, outAt: before, backAt: before })).refusal?.kind).toBe(
      'occurred-before-previous',
    );
    expect((await handler.send(enterLate, { ...base, outAt: house.clock.now(), backAt: later() })).refusal?.kind).toBe(
      'occurred-in-future',
    );
    const now = house.clock.now();
    await handler.ok(enterLate, { ...base, outAt: now, backAt: now });
    const { entries } = await handler.ok(listEntries, undefined, { itemId: item.id, limit: 2 });
    expect(entries.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['item.checked-in', now],
      ['item.checked-out', now],
    ]);
  });

  test('amended and cancelled: the old entry stays, the board reads the new', async () => {
    const item = await house.anItem();
    const { receipt } = await handler.ok(checkOut, outing([item.id]));
    const seq = receipt.entries[0]?.seq ?? 0;
    const dueBackAt = later(5 * HOUR);
    const words = { reason: 'mistyped' as const, explanation: '打ちまちがい' };
    expect((await handler.send(amendEntry, { seq, ...words, dueBackAt })).status).toBe(403);
    await house.manager.ok(amendEntry, { seq, ...words, dueBackAt, destination: 'もみじ眼科' });
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      dueBackAt,
      destination: 'もみじ眼科',
      holder: { name: '髙﨑 𠮷右衛門' },
    });
    const cancelling = { seq, reason: 'did-not-happen' as const, explanation: '出ていません' };
    await house.manager.ok(cancelEntry, cancelling);
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      at: 'stored',
      since: item.takenInAt,
    });
    expect((await house.manager.send(cancelEntry, cancelling)).status).toBe(409);
    const { entries } = await handler.ok(listEntries, undefined, { itemId: item.id });
    expect(entries.find((entry) => entry.seq === seq)?.correctedBy.map(({ type }) => type)).toEqual([
      'entry.amended',
      'entry.cancelled',
    ]);
  });

  test('when it happened is amended: the board tells the new moment, and none before the entry that came first', async () => {
    const item = await house.anItem();
    const { receipt } = await handler.ok(checkOut, outing([item.id]));
    const seq = receipt.entries[0]?.seq ?? 0;
    const why = { seq, reason: 'learnt-later' as const, explanation: '書くのが遅れました' };
    const occurredAt = item.takenInAt;
    await house.manager.ok(amendEntry, { ...why, occurredAt });
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({ since: occurredAt });
    const before = '2020-01-01T00:00:00.000Z';
    expect((await house.manager.send(amendEntry, { ...why, occurredAt: before })).refusal).toMatchObject({
      kind: 'occurred-before-previous',
    });
    await house.manager.ok(amendEntry, { ...why, occurredAt: null });
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      since: receipt.recordedAt,
    });
  });

  test('the holder changes on the way, and a cancelled change gives it back', async () => {
    const item = await house.anItem();
    await handler.ok(checkOut, outing([item.id]));
    const { receipt } = await handler.ok(changeCustody, {
      itemIds: [item.id],
      holder: { kind: 'other', name: '送迎の田中', relation: 'other' },
    });
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      holder: { kind: 'other', name: '送迎の田中' },
    });
    await house.manager.ok(cancelEntry, {
      seq: receipt.entries[0]?.seq ?? 0,
      reason: 'did-not-happen',
      explanation: 'まだ渡していません',
    });
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      holder: { kind: 'staff', name: '髙﨑 𠮷右衛門' },
      destination: 'さくら内科',
    });
  });
});
