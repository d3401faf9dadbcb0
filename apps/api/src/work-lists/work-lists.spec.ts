import {
  checkOut,
  checkResident,
  closeDeadline,
  handOver,
  holdTemporarily,
  leaveResident,
  listEntries,
  noteApplication,
  noteMovingIn,
  readWorkLists,
  reportMissing,
  reviewAgreement,
  startSearch,
  withdrawApplication,
} from '@azukari/contract';
import { addDays, millisecondsOf, tokyoTime } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { APPLICATION } from '../testing/samples.ts';

let house: House;
let today: string;

beforeAll(async () => {
  house = await openHouse();
  today = house.clock.today();
});

afterAll(() => house.close());

const read = () => house.manager.ok(readWorkLists);
/** The lists on which an item stands. */
const listsOf = async (itemId: string) =>
  (await read()).lists
    .filter(({ deadlines }) => deadlines.some(({ item }) => item.id === itemId))
    .map(({ name }) => name);
const inDays = (days: number): string => addDays(today, days);

describe('a list of items', () => {
  test('has what can begin, what is unknown, what is in grace, and what should have arrived', async () => {
    const soon = await house.anItem({ printedExpiresOn: inDays(50) });
    const later = await house.anItem({ printedExpiresOn: inDays(100) });
    const unknown = await house.anItem();
    const lapsed = await house.anItem({
      kind: 'my-number-card',
      printedExpiresOn: inDays(1500),
      certificateExpiresOn: inDays(-10),
    });
    const { item: legacy } = await house.manager.ok(holdTemporarily, {
      residentId: soon.resident?.id ?? null,
      kind: 'legacy-insurance-card',
      reason: 'handed-in',
      storageId: null,
      insurerType: 'employee',
    });
    expect(await listsOf(soon.id)).toEqual(['renewals']);
    expect(await listsOf(later.id)).toEqual([]);
    expect(await listsOf(unknown.id)).toEqual(['unknown-dates']);
    expect(await listsOf(lapsed.id)).toEqual(['in-grace', 'arrival-check']);
    expect(await listsOf(legacy.id)).toEqual(['legacy-cards']);
  });

  test('empties by taking in the paper that was waited for', async () => {
    const card = await house.anItem({
      kind: 'my-number-card',
      printedExpiresOn: inDays(1500),
      certificateExpiresOn: inDays(-10),
    });
    await house.anItem({
      residentId: card.resident?.id,
      kind: 'eligibility-certificate',
      printedExpiresOn: inDays(200),
    });
    expect(await listsOf(card.id)).toEqual(['in-grace']);
  });

  test('has no line that was closed', async () => {
    const item = await house.anItem({ printedExpiresOn: inDays(50) });
    const deadline = { itemId: item.id, kind: 'care-certification-renewal', date: inDays(50) } as const;
    await house.manager.ok(closeDeadline, { ...deadline, reason: 'not-renewed' });
    expect(await listsOf(item.id)).toEqual([]);
  });

  test('has nothing of another facility', async () => {
    const item = await house.second.anItem({ printedExpiresOn: inDays(50) });
    expect(await listsOf(item.id)).toEqual([]);
  });
});

describe('somebody who moved in', () => {
  const newcomer = async (admittedOn: string, kind: 'my-number-card' | 'care-insurance-card' = 'my-number-card') => {
    const { id } = await house.aResident({ admittedOn });
    await house.anItem({ residentId: id, kind });
    return id;
  };
  const line = async (id: string) => (await read()).movingIn?.find(({ resident }) => resident.id === id);
  const NOTE = { address: 'moves', movedOn: null, noticeGivenOn: null, cardContinuedOn: null } as const;
  /** A note from what was noted last. */
  const note = async (id: string, given: object, version = 0) => {
    const { receipt } = await house.manager.ok(noteMovingIn, { version, ...NOTE, ...given }, { id });
    return receipt.entries[0]?.seq ?? 0;
  };

  test('has both days, with what remains, until both are done', async () => {
    const id = await newcomer(inDays(-5));
    expect(await line(id)).toMatchObject({
      noted: { address: 'unknown' },
      notice: { date: inDays(9), daysLeft: 9 },
      card: { date: inDays(85), daysLeft: 85 },
    });
    const version = await note(id, { noticeGivenOn: today });
    expect(await line(id)).toMatchObject({ version, noted: { noticeGivenOn: today }, card: { date: inDays(90) } });
    await note(id, { noticeGivenOn: today, cardContinuedOn: today }, version);
    expect(await line(id)).toBeUndefined();
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'moving-in.', residentId: id });
    expect(entries.map(({ facts }) => facts)).toEqual([
      { ...NOTE, noticeGivenOn: today, cardContinuedOn: today },
      { ...NOTE, noticeGivenOn: today },
    ]);
  });

  test('is no task when the address stays, and is one again when that was a mistake', async () => {
    const id = await newcomer(inDays(-5));
    const version = await note(id, { address: 'stays' });
    expect(await line(id)).toBeUndefined();
    await note(id, {}, version);
    expect(await line(id)).toBeDefined();
  });

  test('is not written over by who has not seen the newest note', async () => {
    const id = await newcomer(inDays(-5));
    const version = await note(id, { noticeGivenOn: today });
    const before = await house.ledgerSize();
    const reply = await house.manager.send(noteMovingIn, { version: 0, ...NOTE, address: 'stays' }, { id });
    expect([reply.status, reply.refusal]).toEqual([409, { kind: 'stale-version', version }]);
    expect(await line(id)).toMatchObject({ version, noted: { noticeGivenOn: today } });
    expect(await house.ledgerSize()).toBe(before);
  });

  test('is none without a card in the house, nor where all days had passed before the card came', async () => {
    expect(await line(await newcomer(inDays(-5), 'care-insurance-card'))).toBeUndefined();
    expect(await line(await newcomer(inDays(-91)))).toBeUndefined();
    expect(await line(await newcomer(inDays(-90)))).toBeDefined();
  });

  test('is not noted by who only opened the form and pressed', async () => {
    const id = await newcomer(inDays(-5));
    const before = await house.ledgerSize();
    const reply = await house.manager.send(noteMovingIn, { version: 0, ...NOTE, address: 'unknown' }, { id });
    expect([reply.status, reply.refusal?.kind]).toEqual([422, 'nothing-to-change']);
    expect(await house.ledgerSize()).toBe(before);
  });

  test.each([
    ['what is still to come', { ...NOTE, noticeGivenOn: '2999-01-01' }, 'occurred-in-future'],
    [
      'what was done before the move',
      { ...NOTE, movedOn: '2026-09-02', noticeGivenOn: '2026-09-01' },
      'dates-out-of-order',
    ],
    [
      'what was done though the address stays',
      { ...NOTE, address: 'stays', noticeGivenOn: '2026-09-01' },
      'dates-out-of-order',
    ],
  ] as const)('cannot have %s', async (_, note, kind) => {
    const id = await newcomer(inDays(-5));
    const reply = await house.manager.send(noteMovingIn, { version: 0, ...note }, { id });
    expect([reply.status, reply.refusal?.kind]).toEqual([422, kind]);
    expect((await line(id))?.noted.address).toBe('unknown');
  });
});

describe('somebody who applies for a 資格確認書', () => {
  const line = async (id: string) => (await read()).applications?.find(({ resident }) => resident.id === id);
  /** A note from what the list shows. */
  const note = async (id: string, given: object = {}) =>
    house.manager.ok(noteApplication, { version: (await line(id))?.version ?? 0, ...APPLICATION, ...given }, { id });

  test('is put on the list, applied for, arrived, and taken in', async () => {
    const { id } = await house.aResident();
    expect(await line(id)).toBeUndefined();
    await note(id);
    expect(await line(id)).toMatchObject({ state: 'to-apply', noted: APPLICATION, why: { rule: 'V13' } });
    await note(id, { appliedOn: inDays(-9) });
    expect((await line(id))?.state).toBe('applied');
    await note(id, { appliedOn: inDays(-9), arrivedOn: today });
    expect((await line(id))?.state).toBe('arrived');
    await house.anItem({ residentId: id, kind: 'eligibility-certificate', printedExpiresOn: inDays(200) });
    expect(await line(id)).toBeUndefined();
  });

  test('and is taken off again', async () => {
    const { id } = await house.aResident();
    await note(id);
    const version = (await line(id))?.version ?? 0;
    await house.manager.ok(withdrawApplication, { version }, { id });
    expect(await line(id)).toBeUndefined();
    expect(await house.manager.send(withdrawApplication, { version: 0 }, { id })).toMatchObject({
      refusal: { kind: 'nothing-to-change' },
    });
  });

  test('is neither noted nor taken off by who has not seen the newest note, also where one was taken off meanwhile', async () => {
    const { id } = await house.aResident();
    await note(id);
    const old = (await line(id))?.version ?? 0;
    await house.manager.ok(withdrawApplication, { version: old }, { id });
    await note(id, { appliedOn: today });
    const version = (await line(id))?.version ?? 0;
    const before = await house.ledgerSize();
    const replies = [
      await house.manager.send(noteApplication, { version: old, ...APPLICATION }, { id }),
      await house.manager.send(noteApplication, { version: 0, ...APPLICATION }, { id }),
      await house.manager.send(withdrawApplication, { version: old }, { id }),
    ];
    expect(replies.map(({ status, refusal }) => [status, refusal])).toEqual(
      replies.map(() => [409, { kind: 'stale-version', version }]),
    );
    expect(await line(id)).toMatchObject({ state: 'applied', version });
    expect(await house.ledgerSize()).toBe(before);
  });

  test('is put on the list anew after what was applied for had come', async () => {
    const { id } = await house.aResident();
    await note(id, { arrivedOn: today });
    const paper = await house.anItem({
      residentId: id,
      kind: 'eligibility-certificate',
      printedExpiresOn: inDays(200),
    });
    expect(await line(id)).toBeUndefined();
    // The list shows nothing of it, and what somebody puts there is seen there at once.
    await note(id, { ground: 'lost-or-renewing' });
    expect(await line(id)).toMatchObject({ state: 'to-apply', noted: { ground: 'lost-or-renewing' } });
    await house.manager.ok(startSearch, { itemIds: [paper.id] });
    expect(await line(id)).toMatchObject({ state: 'to-apply', noted: { ground: 'lost-or-renewing' } });
  });

  test('stands there when her card is lost, not while it is searched for', async () => {
    const card = await house.anItem({ kind: 'my-number-card' });
    const id = card.resident?.id ?? '';
    await house.manager.ok(checkResident, { question: 'registered', answer: 'yes', on: today }, { id });
    await house.manager.ok(startSearch, { itemIds: [card.id] });
    expect(await line(id)).toBeUndefined();
    await house.manager.ok(reportMissing, { itemIds: [card.id] });
    expect(await line(id)).toMatchObject({ state: 'to-apply', why: { reasonCode: 'lost-or-renewing' } });
  });

  test('stands there when a date of her card was closed for it', async () => {
    const card = await house.anItem({ kind: 'my-number-card', printedExpiresOn: inDays(30) });
    const deadline = { itemId: card.id, kind: 'card-expiry', date: inDays(30) } as const;
    await house.manager.ok(closeDeadline, { ...deadline, reason: 'uses-certificate' });
    expect(await line(card.resident?.id ?? '')).toBeDefined();
  });

  test('has not what arrived before it was applied for', async () => {
    const { id } = await house.aResident();
    const note = { version: 0, ...APPLICATION, appliedOn: today, arrivedOn: inDays(-1) };
    expect(await house.manager.send(noteApplication, note, { id })).toMatchObject({
      status: 422,
      refusal: { kind: 'dates-out-of-order' },
    });
  });
});

test('who turns 75 is told with the papers that end then, to those who may see a profile', async () => {
  // Who is born on February 29 has the birthday on another day.
  const birthday = [inDays(20), inDays(21)].find((day) => !day.endsWith('02-29')) ?? '';
  const birthDate = `${String(Number(birthday.slice(0, 4)) - 75)}${birthday.slice(4)}`;
  const { id } = await house.aResident({ birthDate });
  const item = await house.anItem({
    residentId: id,
    kind: 'eligibility-certificate',
    insurerType: 'national',
    printedExpiresOn: inDays(100),
  });
  const found = (await read()).birthdays?.find(({ resident }) => resident.id === id);
  expect(found).toMatchObject({ items: [{ id: item.id }], last: { rule: 'V9', date: addDays(birthday, -1) } });
  const floor = await house.aStaff();
  expect(await floor.ok(readWorkLists)).toMatchObject({ movingIn: null, applications: null, birthdays: null });
});

test('負担限度額認定証 has to be applied for every year: it is on the list from 1 June, not a minute before', async () => {
  const year = Number(today.slice(0, 4)) + 1;
  const kind = 'care-limit-certificate';
  const old = await house.anItem({ kind, printedExpiresOn: `${String(year)}-07-31` });
  const listsAt = async (day: string, time: string) => {
    house.clock.setOffset(millisecondsOf(tokyoTime(day, time)) - Date.now());
    const manager = await house.signIn('manager');
    const { lists } = await manager.ok(readWorkLists);
    return lists.flatMap(({ name, deadlines }) =>
      deadlines.flatMap(({ item, date }) => (item.id === old.id ? [[name, date]] : [])),
    );
  };
  try {
    expect(await listsAt(`${String(year)}-05-31`, '23:59')).toEqual([]);
    expect(await listsAt(`${String(year)}-06-01`, '00:00')).toEqual([['must-apply', `${String(year)}-07-31`]]);
    expect(await listsAt(`${String(year)}-08-01`, '00:00')).toEqual([['must-apply', `${String(year)}-07-31`]]);
  } finally {
    house.clock.setOffset(0);
  }
});

describe('who is to be asked', () => {
  const lineOf = async (residentId: string) => {
    const { longStays, agreements, leftBehind } = await read();
    const of = <T extends { readonly resident: { readonly id: string } }>(list: readonly T[] | null) =>
      (list ?? []).filter(({ resident }) => resident.id === residentId);
    return { longStays: of(longStays), agreements: of(agreements), leftBehind: of(leftBehind) };
  };

  test('is somebody who has been in hospital for three months', async () => {
    const item = await house.anItem();
    const other = await house.anItem();
    const outAt = (days: number) => tokyoTime(inDays(days), '10:00');
    const stay = { purpose: 'hospital-stay', dueBackAt: null } as const;
    const holder = { kind: 'other', relation: 'hospital', name: '中央病院' } as const;
    // Both were taken in today: what went out before is told by the cache alone.
    for (const [{ id }, days] of [
      [item, -95],
      [other, -60],
    ] as const) {
      await house.manager.ok(checkOut, { itemIds: [id], ...stay, holder });
      await house.database.writes.run(async ({ sql }) => {
        const row = await sql.get<{ state: string }>('SELECT state FROM item WHERE id = ?', [id]);
        const state = JSON.parse(row?.state ?? '{}') as { custody: { since: string } };
        state.custody.since = outAt(days);
        await sql.run('UPDATE item SET state = ? WHERE id = ?', [JSON.stringify(state), id]);
      });
    }
    expect((await lineOf(item.resident?.id ?? '')).longStays).toMatchObject([
      { since: inDays(-95), items: [{ id: item.id }] },
    ]);
    expect((await lineOf(other.resident?.id ?? '')).longStays).toEqual([]);
  });

  test('is who signs for her, when that is somebody else; a review or a new agreement settles it', async () => {
    const item = await house.anItem();
    const residentId = item.resident?.id ?? '';
    expect((await lineOf(residentId)).agreements).toEqual([]);
    await house.database.writes.run(({ sql }) =>
      sql.run('UPDATE agreement SET signed_on = ? WHERE resident_id = ?', [inDays(-100), residentId]),
    );
    await house.aContact({ residentId, name: '長女 花子' });
    expect((await lineOf(residentId)).agreements).toEqual([]);
    await house.aContact({ residentId, name: '新しい 引受人', capacity: 'guarantor', order: 3 });
    const [task] = (await lineOf(residentId)).agreements;
    expect(task).toMatchObject({ task: 'representative', on: today });
    const { id = '', version = 0 } = task?.agreement ?? {};
    await house.manager.ok(reviewAgreement, { version, on: today }, { id });
    expect((await lineOf(residentId)).agreements).toEqual([]);
  });

  test('is an agreement whose year is nearly over', async () => {
    const item = await house.anItem();
    const residentId = item.resident?.id ?? '';
    await house.database.writes.run(({ sql }) =>
      sql.run('UPDATE agreement SET signed_on = ? WHERE resident_id = ?', [inDays(-340), residentId]),
    );
    expect((await lineOf(residentId)).agreements).toMatchObject([{ task: 'yearly' }]);
  });

  test('is who left while something of hers is here, until each thing has a destination', async () => {
    const item = await house.anItem();
    const residentId = item.resident?.id ?? '';
    await house.manager.ok(leaveResident, { version: 1, on: today, reason: 'died' }, { id: residentId });
    expect((await lineOf(residentId)).leftBehind).toMatchObject([{ reason: 'died', items: 1, disputed: false }]);
    const receiver = { relation: 'municipality', name: '介護保険課' } as const;
    await house.manager.ok(handOver, { itemIds: [item.id], disposition: 'surrendered', receiver });
    expect((await lineOf(residentId)).leftBehind).toEqual([]);
  });

  test('is told to nobody who may not see a profile', async () => {
    const { longStays, agreements, leftBehind } = await (await house.aStaff()).ok(readWorkLists);
    expect([longStays, agreements, leftBehind]).toEqual([null, null, null]);
  });
});
