import {
  changeResident,
  checkOut,
  checkResident,
  handOver,
  leaveResident,
  listEntries,
  listItems,
  listResidents,
  noteDispute,
  readBoard,
  readItem,
  readResident,
  registerResident,
  undoLeaving,
} from '@azukari/contract';
import { addDays } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('the list of residents', () => {
  it('finds by kana, romaji, name and room, in the order of the syllabary', async () => {
    const { manager } = house;
    for (const [name, kana, room] of [
      ['髙橋 𠮷子', 'たかはし よしこ', '201'],
      ['阿部 清', 'アベ キヨシ', '202'],
      ['渡邉 トメ', 'わたなべ とめ', '203'],
    ])
      await house.aResident({ name, kana, room });
    const names = async (q?: string) =>
      (await manager.ok(listResidents, undefined, { q })).residents.map(({ name }) => name);
    expect(await names()).toEqual(['阿部 清', '髙橋 𠮷子', '渡邉 トメ']);
    expect(await names('takahashi')).toEqual(['髙橋 𠮷子']);
    expect(await names('高橋')).toEqual(['髙橋 𠮷子']);
    expect(await names('わたな')).toEqual(['渡邉 トメ']);
    expect(await names('202')).toEqual(['阿部 清']);
    expect((await house.second.manager.ok(listResidents)).residents).toEqual([]);
  });
});

describe('a birth date', () => {
  it('is in lists for those who may see profiles, and for nobody else', async () => {
    const item = await house.anItem({ residentId: (await house.aResident({ birthDate: '1934-05-06' })).id });
    const id = item.resident?.id ?? '';
    const toldTo = async (person: Person) => {
      const { residents } = await person.ok(listResidents);
      const { items } = await person.ok(listItems, undefined, { residentId: id });
      const { out } = await person.ok(readBoard);
      return [
        residents.find((resident) => resident.id === id),
        ...[...items, await person.ok(readItem, undefined, { id: item.id }), ...out].map(({ resident }) => resident),
      ].map((resident) => resident?.birthDate);
    };
    await house.manager.ok(checkOut, {
      itemIds: [item.id],
      purpose: 'emergency',
      holder: { kind: 'staff', staffId: house.manager.staffId },
      dueBackAt: null,
    });
    for (const who of [{}, { level: 'emergency-only' }, { role: 'admin' }] as const)
      expect([who, await toldTo(await house.aStaff(who))]).toEqual([who, [null, null, null, null]]);
    for (const who of [{ level: 'handler' }, { role: 'auditor' }, { role: 'manager' }] as const)
      expect([who, await toldTo(await house.aStaff(who))]).toEqual([who, Array(4).fill('1934-05-06')]);
  });
});

describe('a profile', () => {
  it('is noted in the access log before the answer, once in five minutes and for each person', async () => {
    const { id } = await house.aResident();
    const nurse = await house.aStaff({ level: 'handler' });
    const before = await house.ledgerSize('access');
    await nurse.ok(readResident, undefined, { id });
    await nurse.ok(readResident, undefined, { id });
    expect(await house.ledgerSize('access')).toBe(before + 1);
    await house.manager.ok(readResident, undefined, { id });
    expect(await house.ledgerSize('access')).toBe(before + 2);
    expect((await (await house.aStaff()).send(readResident, undefined, { id })).status).toBe(403);
    expect(await house.ledgerSize('access')).toBe(before + 2);
  });
});

describe('a change', () => {
  it('is one entry that names the fields and keeps the words private', async () => {
    const { id } = await house.aResident({ note: 'はじめ' });
    const changed = await house.manager.ok(
      changeResident,
      { version: 1, room: '９０１', birthDate: null, note: 'つぎ' },
      { id },
    );
    expect(changed).toMatchObject({ room: '９０１', birthDate: null, note: 'つぎ', name: '山田 ハナ', version: 2 });
    const { entries } = await house.manager.ok(listEntries, undefined, { residentId: id, type: 'resident.changed' });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.facts).toEqual({ fields: ['room', 'birthDate', 'note'] });
    expect(entries[0]?.leaf).not.toContain('つぎ');
    expect(entries[0]?.private).toMatchObject({ residentName: '山田 ハナ', room: '９０１', note: 'つぎ' });
  });

  it('from an older version is stale, with the number of today', async () => {
    const { id } = await house.aResident();
    await house.manager.ok(changeResident, { version: 1, room: '2' }, { id });
    const reply = await house.manager.send(changeResident, { version: 1, room: '3' }, { id });
    expect([reply.status, reply.refusal]).toEqual([409, { kind: 'stale-version', version: 2 }]);
  });

  it('of nothing is refused', async () => {
    const { id, name } = await house.aResident();
    const reply = await house.manager.send(changeResident, { version: 1, name }, { id });
    expect([reply.status, reply.refusal]).toEqual([422, { kind: 'nothing-to-change' }]);
  });
});

describe('what was asked about a マイナ保険証', () => {
  it('is unknown until somebody asks; the newest answer counts, each with its day', async () => {
    const { id, checks } = await house.aResident();
    const never = { answer: 'unknown', checkedOn: null };
    expect(checks).toEqual({ registered: never, stopped: never });
    const today = house.clock.today();
    const note = (question: 'registered' | 'stopped', answer: 'yes' | 'no' | 'unknown', on: string) =>
      house.manager.ok(checkResident, { question, answer, on }, { id });
    await note('registered', 'no', addDays(today, -9));
    await note('stopped', 'no', addDays(today, -1));
    expect((await note('registered', 'yes', today)).checks).toEqual({
      registered: { answer: 'yes', checkedOn: today },
      stopped: { answer: 'no', checkedOn: addDays(today, -1) },
    });
    expect((await house.manager.ok(readResident, undefined, { id })).checks.registered.answer).toBe('yes');
    const { entries } = await house.manager.ok(listEntries, undefined, { residentId: id, type: 'resident.checked' });
    expect(entries.map(({ facts }) => facts)).toEqual([
      { question: 'registered', answer: 'yes', on: today },
      { question: 'stopped', answer: 'no', on: addDays(today, -1) },
      { question: 'registered', answer: 'no', on: addDays(today, -9) },
    ]);
  });

  it('is never of tomorrow, and nothing is noted then', async () => {
    const { id } = await house.aResident();
    const on = addDays(house.clock.today(), 1);
    const reply = await house.manager.send(checkResident, { question: 'stopped', answer: 'yes', on }, { id });
    expect(reply.refusal?.kind).toBe('occurred-in-future');
    expect((await house.manager.ok(readResident, undefined, { id })).checks.stopped.answer).toBe('unknown');
  });
});

describe('a command sent again', () => {
  const body = { name: '小林 ミツ', kana: 'こばやし みつ', room: '5', birthDate: '1933-03-03' };

  it('answers the same, also to a colleague, and makes nobody twice', async () => {
    const commandId = crypto.randomUUID();
    const first = await house.manager.ok(registerResident, { commandId, ...body });
    const before = await house.ledgerSize();
    const deputy = await house.aStaff({ level: 'deputy' });
    const grown = (await house.ledgerSize()) - before;
    expect(await house.manager.ok(registerResident, { commandId, ...body })).toEqual(first);
    expect(await deputy.ok(registerResident, { commandId, ...body })).toEqual(first);
    expect(await house.ledgerSize()).toBe(before + grown);
  });

  it('with another body, another id or in another facility is refused', async () => {
    const commandId = crypto.randomUUID();
    const one = await house.aResident();
    const other = await house.aResident();
    await house.manager.ok(changeResident, { commandId, version: 1, room: '7' }, { id: one.id });
    const reused = { status: 409, refusal: { kind: 'command-reused' } };
    expect(
      await house.manager.send(changeResident, { commandId, version: 1, room: '8' }, { id: one.id }),
    ).toMatchObject(reused);
    expect(
      await house.manager.send(changeResident, { commandId, version: 1, room: '7' }, { id: other.id }),
    ).toMatchObject(reused);
    expect(await house.second.manager.send(registerResident, { commandId, ...body })).toMatchObject(reused);
  });

  it('is forgotten when it was refused', async () => {
    const commandId = crypto.randomUUID();
    const { id } = await house.aResident();
    expect((await house.manager.send(changeResident, { commandId, version: 9, room: '7' }, { id })).status).toBe(409);
    expect((await house.manager.ok(changeResident, { commandId, version: 1, room: '7' }, { id })).version).toBe(2);
  });
});

describe('leaving', () => {
  it('takes the resident off the list and leaves the items on it', async () => {
    const item = await house.anItem();
    const id = item.resident?.id ?? '';
    const on = house.clock.today();
    const left = await house.manager.ok(leaveResident, { version: 1, on, reason: 'hospital' }, { id });
    expect(left).toMatchObject({ leftOn: on, leaveReason: 'hospital', version: 2 });
    const ids = async (at: { left?: boolean }) =>
      (await house.manager.ok(listResidents, undefined, at)).residents.map((resident) => resident.id);
    expect(await ids({})).not.toContain(id);
    expect(await ids({ left: true })).toContain(id);
    const { items } = await house.manager.ok(listItems, undefined, { residentId: id });
    expect(items.map(({ custody }) => custody.at)).toEqual(['stored']);
  });

  it('happens once, not in the future, and not before moving in', async () => {
    const today = house.clock.today();
    const { id } = await house.aResident({ admittedOn: today });
    const leave = (on: string, version = 1) =>
      house.manager.send(leaveResident, { version, on, reason: 'moved' }, { id });
    expect((await leave(addDays(today, 1))).refusal).toMatchObject({ kind: 'occurred-in-future' });
    expect((await leave(addDays(today, -1))).refusal).toEqual({ kind: 'dates-out-of-order' });
    expect((await leave(today)).status).toBe(200);
    expect((await leave(today, 2)).refusal).toEqual({ kind: 'resident-left', residentId: id, on: today });
  });
});

describe('a leaving that was noted by mistake', () => {
  it('is taken back with a reason, and she lives here again', async () => {
    const { id } = await house.aResident();
    const on = house.clock.today();
    const undo = { why: 'wrong-resident', explanation: '部屋を取りちがえました' } as const;
    expect((await house.manager.send(undoLeaving, { version: 1, ...undo }, { id })).refusal?.kind).toBe(
      'nothing-to-change',
    );
    await house.manager.ok(leaveResident, { version: 1, on, reason: 'moved' }, { id });
    const back = await house.manager.ok(undoLeaving, { version: 2, ...undo }, { id });
    expect(back).toMatchObject({ leftOn: null, leaveReason: null, noticesStopped: false, version: 3 });
    expect((await house.manager.ok(listResidents)).residents.map((one) => one.id)).toContain(id);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'resident.leaving-undone' });
    expect(entries[0]).toMatchObject({
      facts: { on, was: 'moved', why: 'wrong-resident' },
      private: { reason: '部屋を取りちがえました' },
    });
    const empty = { version: 3, ...undo, explanation: ' ' };
    expect((await house.manager.send(undoLeaving, empty, { id })).issues).toEqual([
      { path: 'explanation', code: 'empty' },
    ]);
  });
});

describe('a dispute', () => {
  const giving = (itemId: string, relation: 'family' | 'resident', contactId: string | null = null) => ({
    itemIds: [itemId],
    disposition: 'returned' as const,
    receiver: { relation, name: relation === 'family' ? '長男' : '', contactId },
  });

  it('lets only herself and who represents her receive; after a death nobody, until they agree', async () => {
    const item = await house.anItem();
    const residentId = item.resident?.id ?? '';
    const guardian = await house.aContact({ residentId, name: '後見 一郎', capacity: 'guardian', order: 3 });
    const note = (version: number, disputed: boolean) =>
      house.manager.ok(noteDispute, { version, disputed, explanation: '長男と次女' }, { id: residentId });
    expect(await note(1, true)).toMatchObject({ disputedOn: house.clock.today() });
    const refused = (dispute: 'living' | 'after-death') => ({
      status: 422,
      refusal: { kind: 'in-dispute', residentId, dispute },
    });
    expect(await house.manager.send(handOver, giving(item.id, 'family'))).toMatchObject(refused('living'));
    const other = await house.anItem({ residentId });
    await house.manager.ok(handOver, giving(other.id, 'family', guardian.id));
    await house.manager.ok(leaveResident, { version: 2, on: house.clock.today(), reason: 'died' }, { id: residentId });
    expect(await house.manager.send(handOver, giving(item.id, 'family', guardian.id))).toMatchObject(
      refused('after-death'),
    );
    expect(await note(3, false)).toMatchObject({ disputedOn: null });
    await house.manager.ok(handOver, giving(item.id, 'family'));
  });
});
