import {
  addStorage,
  checkIn,
  checkOut,
  closeCount,
  confirmCounts,
  confirmReconciliation,
  correctReconciliation,
  dropCount,
  dropReconciliation,
  enterCount,
  finishReconciliation,
  holdTemporarily,
  joinCount,
  listEntries,
  readBoard,
  readCounts,
  readReconciliation,
  readReconciliations,
  setCountPolicy,
  settleDifference,
  startCount,
  startReconciliation,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import {
  addDays,
  addMonths,
  dayInTokyo,
  firstOf,
  instantAt,
  lastOf,
  millisecondsOf,
  monthOf,
  tokyoTime,
} from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

type Months = AnswerOf<typeof readReconciliations>['months'];

let house: House;
let lockerId: string;
let pouches: string[];
let colleague: Person;
/** The month in which the house began, and the first day on which it is over. */
let month: string;
let after: string;

beforeEach(async () => {
  house = await openHouse();
  const { storages } = await house.manager.ok(addStorage, {
    parentId: null,
    kind: 'locker',
    label: '金庫',
    pouches: 3,
  });
  [lockerId = '', ...pouches] = storages.map(({ id }) => id);
  colleague = await house.aStaff({ level: 'handler', name: '髙﨑 𠮷右衛門' });
  month = monthOf(dayInTokyo(house.clock.now()));
  after = addDays(lastOf(month), 1);
});
afterEach(() => house.close());

const setClock = (day: string, time = '10:00'): void =>
  house.clock.setOffset(millisecondsOf(tokyoTime(day, time)) - Date.now());
const begin = async (by: Person = house.manager, of = month): Promise<string> =>
  (await by.ok(startReconciliation, { month: of })).reconciliation.id;
const join = async (id: string, by: Person = house.manager): Promise<string> =>
  (await by.ok(joinCount, { drawerId: lockerId }, { id })).count.id;
const sees = (countId: string, places: readonly number[], by: Person = house.manager) =>
  by.ok(
    enterCount,
    { seen: places.map((n) => ({ storageId: pouches[n] ?? '', kind: 'care-insurance-card' as const })) },
    { id: countId },
  );
const aCard = (n = 0) => house.anItem({ storageId: pouches[n] ?? '' });
const takenOut = (itemId: string) =>
  house.manager.ok(checkOut, {
    itemIds: [itemId],
    purpose: 'outpatient',
    holder: { kind: 'staff', staffId: house.manager.staffId },
    dueBackAt: instantAt(millisecondsOf(house.clock.now()) + 3_600_000),
  });
const counted = async (places: readonly number[] = []): Promise<string> => {
  const id = await begin();
  await sees(await join(id), places);
  await house.manager.ok(finishReconciliation, {}, { id });
  return id;
};
const one = (id: string) => house.manager.ok(readReconciliation, undefined, { id });
const months = async (): Promise<Months> => (await house.manager.ok(readReconciliations)).months;
const glance = async () => (await house.manager.ok(readBoard)).reconciliation;
const newest = async (limit: number) =>
  (await house.manager.ok(listEntries, undefined, { limit })).entries.map(({ type }) => type).reverse();

describe('the 照合 of a month', () => {
  it('is refused while the month is not over, saying which field and until when', async () => {
    const reply = await house.manager.send(startReconciliation, { month });
    expect([reply.status, reply.refusal]).toEqual([
      422,
      { kind: 'month-not-over', field: 'month', month, endsOn: lastOf(month) },
    ]);
    expect(await months()).toEqual([]);
    expect(await glance()).toBeNull();
    setClock(lastOf(month), '23:59');
    expect((await house.manager.send(startReconciliation, { month })).refusal?.kind).toBe('month-not-over');
    setClock(after, '00:00');
    expect((await house.manager.send(startReconciliation, { month })).status).toBe(201);
  });

  it('is asked for from the month on in which the facility began', async () => {
    setClock(addMonths(after, 1));
    const before = monthOf(addMonths(firstOf(month), -1));
    expect((await months()).map((one) => one.month)).toEqual([monthOf(after), month]);
    expect((await house.manager.send(startReconciliation, { month: before })).refusal).toEqual({
      kind: 'month-before-beginning',
      field: 'month',
      month: before,
      from: month,
    });
  });

  it('is asked of a facility that was there before only from the month of its upgrade on', async () => {
    const from = monthOf(after);
    await house.database.writes.run(({ sql }) =>
      sql.run('INSERT INTO reconciliation_from (facility_id, month) VALUES (?, ?)', [house.facilityId, from]),
    );
    setClock(addMonths(after, 1));
    expect((await months()).map((one) => one.month)).toEqual([from]);
    expect((await house.manager.send(startReconciliation, { month })).refusal?.kind).toBe('month-before-beginning');
    expect((await house.second.manager.ok(readReconciliations)).months).toHaveLength(2);
  });

  it.each(['2026-13', '2026-1', '0000-01', '９999-01', '2026-11-01'])('is of a month: %s is none', async (text) => {
    const reply = await house.manager.send(startReconciliation, { month: text });
    expect([reply.status, reply.issues?.[0]?.path]).toEqual([400, 'month']);
  });

  it('holds the record against the whole safe, and closes by a second person alone', async () => {
    const [stored, out] = [await aCard(0), await aCard(1)];
    await takenOut(out.id);
    await house.manager.ok(holdTemporarily, {
      residentId: null,
      kind: 'care-insurance-card',
      reason: 'found',
      storageId: pouches[2] ?? '',
    });
    await house.anItem({ storageId: pouches[0] ?? '', kind: 'patient-card' });
    setClock(after);
    const id = await begin();
    const countId = await join(id);
    expect(await one(id)).toMatchObject({
      stage: 'counting',
      totals: null,
      drawers: [
        { id: lockerId, count: { id: countId, stage: 'counting', expected: null } },
        { id: null, optional: true },
      ],
    });
    expect((await house.manager.send(finishReconciliation, {}, { id })).refusal).toEqual({
      kind: 'reconciliation-uncounted',
      left: 0,
      begun: 1,
    });
    await sees(countId, [0, 2]);
    const { reconciliation } = await house.manager.ok(finishReconciliation, {}, { id });
    expect(reconciliation).toMatchObject({
      stage: 'awaited',
      expected: 2,
      seen: 2,
      differences: 0,
      found: [],
      totals: { stored: 3, notCounted: 1, out: 1, held: 1, missing: 0, ended: 0 },
      countedBy: { id: house.manager.staffId },
      second: null,
    });
    expect(JSON.stringify(reconciliation)).not.toContain(stored.id);

    const alone = await house.manager.send(confirmReconciliation, {}, { id });
    expect([alone.status, alone.refusal]).toEqual([422, { kind: 'second-had-a-hand' }]);
    const floor = await house.aStaff();
    expect((await floor.send(confirmReconciliation, {}, { id })).refusal?.kind).toBe('not-allowed');
    const closed = (await colleague.ok(confirmReconciliation, {}, { id })).reconciliation;
    expect(closed).toMatchObject({
      stage: 'closed',
      daysLate: 0,
      second: { id: colleague.staffId, name: '髙﨑 𠮷右衛門' },
    });
    expect((await colleague.send(confirmReconciliation, {}, { id })).refusal).toEqual({
      kind: 'reconciliation-stage',
      reconciliationId: id,
      stage: 'closed',
    });
    expect(await glance()).toBeNull();
    expect((await newest(20)).filter((type) => type.startsWith('reconciliation.'))).toEqual([
      'reconciliation.started',
      'reconciliation.joined',
      'reconciliation.counted',
      'reconciliation.closed',
    ]);
  });

  it('is made once; who comes second is told of the first', async () => {
    setClock(after);
    const id = await begin();
    const deputy = await house.aStaff({ level: 'deputy' });
    const second = await deputy.send(startReconciliation, { month });
    expect([second.status, second.refusal]).toMatchObject([
      409,
      { kind: 'month-reconciled', field: 'month', month, reconciliationId: id, stage: 'counting', name: '佐藤 花子' },
    ]);
    expect(await one(id)).toMatchObject({ month, stage: 'counting' });
  });

  it('of two who begin at once, one does', async () => {
    setClock(after);
    const deputy = await house.aStaff({ level: 'deputy' });
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? house.manager : deputy).send(startReconciliation, { month })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('begins again when the command is sent again, not otherwise', async () => {
    setClock(after);
    const commandId = crypto.randomUUID();
    const first = await house.manager.ok(startReconciliation, { commandId, month });
    expect(await house.manager.ok(startReconciliation, { commandId, month })).toEqual(first);
  });

  it('that began by mistake is dropped, and only before a drawer was counted', async () => {
    setClock(after);
    const id = await begin();
    const countId = await join(id);
    expect((await house.manager.send(dropReconciliation, {}, { id })).refusal).toEqual({
      kind: 'reconciliation-begun',
      counts: 1,
    });
    await house.manager.ok(dropCount, {}, { id: countId });
    await house.manager.ok(dropReconciliation, {}, { id });
    expect((await house.manager.send(readReconciliation, undefined, { id })).status).toBe(404);
    expect(await months()).toMatchObject([{ month, reconciliation: null }]);
    expect(await newest(2)).toEqual(['count.dropped', 'reconciliation.dropped']);
    expect(await begin()).not.toBe(id);
  });
});

describe('what differs', () => {
  it('is answered before the safe is counted, and the answers stand with it', async () => {
    const [card] = [await aCard(0)];
    setClock(after);
    const id = await begin();
    const countId = await join(id);
    await sees(countId, []);
    const open = await house.manager.send(finishReconciliation, {}, { id });
    expect([open.status, open.refusal?.kind]).toEqual([422, 'reconciliation-uncounted']);
    await house.manager.ok(settleDifference, { difference: 1, as: 'searching', itemId: card.id }, { id: countId });
    await house.manager.ok(closeCount, {}, { id: countId });
    // Its second person is the one of the 照合.
    expect((await house.manager.ok(readCounts)).awaited).toEqual([]);
    expect((await house.manager.ok(readBoard)).counts).toMatchObject({ awaited: 0 });
    const { reconciliation } = await house.manager.ok(finishReconciliation, {}, { id });
    expect(reconciliation).toMatchObject({
      differences: 1,
      totals: { stored: 0, missing: 1 },
      found: [{ side: 'short', as: 'searching', item: { id: card.id }, place: { path: '金庫 1番' } }],
    });
    await colleague.ok(confirmReconciliation, {}, { id });
    expect((await house.manager.ok(readCounts)).recent).toMatchObject([
      { id: countId, second: { id: colleague.staffId } },
    ]);
    expect(await newest(2)).toEqual(['reconciliation.closed', 'count.confirmed']);
  });

  it('keeps as it was what moves afterwards', async () => {
    const card = await aCard(0);
    setClock(after);
    const id = await counted([0]);
    await takenOut(card.id);
    expect((await one(id)).totals).toMatchObject({ stored: 1, out: 0 });
  });
});

describe('who had a hand in it', () => {
  it('does not close it: who counted a drawer, or answered', async () => {
    setClock(after);
    const id = await begin();
    await sees(await join(id, colleague), [], colleague);
    await house.manager.ok(finishReconciliation, {}, { id });
    expect((await one(id)).hands.sort()).toEqual([house.manager.staffId, colleague.staffId].sort());
    expect((await colleague.send(confirmReconciliation, {}, { id })).refusal?.kind).toBe('second-had-a-hand');
    const auditor = await house.aStaff({ role: 'auditor' });
    await auditor.ok(confirmReconciliation, {}, { id });
    expect((await one(id)).second?.id).toBe(auditor.staffId);
  });

  it('counts a drawer once, and not while somebody counts it for the change of shift', async () => {
    setClock(after);
    const id = await begin();
    const shift = await colleague.ok(startCount, { drawerId: lockerId });
    const busy = await house.manager.send(joinCount, { drawerId: lockerId }, { id });
    expect([busy.status, busy.refusal]).toMatchObject([409, { kind: 'count-open', countId: shift.count.id }]);
    expect((await one(id)).drawers[0]).toMatchObject({ count: null, busy: { id: shift.count.id } });
    await sees(shift.count.id, [], colleague);
    expect((await house.manager.send(finishReconciliation, {}, { id })).refusal).toMatchObject({ left: 1, begun: 0 });
    const countId = await join(id);
    await sees(countId, []);
    expect((await house.manager.send(joinCount, { drawerId: lockerId }, { id })).refusal).toEqual({
      kind: 'count-stage',
      countId,
      stage: 'closed',
    });
    expect((await house.manager.send(joinCount, { drawerId: pouches[0] ?? '' }, { id })).status).toBe(404);
  });
});

describe('a 照合 that is late', () => {
  it('is due from the first day, late from the eighth, and says so for ever once closed', async () => {
    setClock(after);
    const dueOn = addDays(lastOf(month), 7);
    expect(await glance()).toEqual({ month, dueOn, daysLate: 0, stage: null, id: null, months: 1 });
    setClock(dueOn);
    expect(await glance()).toMatchObject({ daysLate: 0 });
    setClock(addDays(dueOn, 3));
    expect(await glance()).toMatchObject({ daysLate: 3 });
    expect(await months()).toMatchObject([{ month, dueOn, daysLate: 3 }]);
    const id = await counted();
    expect(await glance()).toMatchObject({ stage: 'awaited', id });
    await colleague.ok(confirmReconciliation, {}, { id });
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'reconciliation.closed' });
    expect(entries[0]?.facts).toEqual({ reconciliation: id, daysLate: 3 });
    setClock(addDays(dueOn, 20));
    expect(await one(id)).toMatchObject({ daysLate: 3 });
    expect((await months()).find((one) => one.month === month)).toMatchObject({ daysLate: 3 });
  });

  it('of two months that are open the older one is told', async () => {
    setClock(addMonths(after, 1));
    expect(await glance()).toMatchObject({ month, months: 2 });
  });
});

describe('a 照合 that is closed', () => {
  it('stays as it was signed: what was wrong is an entry of its own beside it', async () => {
    setClock(after);
    const id = await counted();
    const correction = { reason: 'learnt-later', explanation: '棚の奥に、もう1枚ありました' } as const;
    expect((await house.manager.send(correctReconciliation, correction, { id })).refusal?.kind).toBe(
      'reconciliation-stage',
    );
    const before = (await colleague.ok(confirmReconciliation, {}, { id })).reconciliation;
    const { reconciliation, receipt } = await house.manager.ok(correctReconciliation, correction, { id });
    expect(reconciliation).toMatchObject({
      ...before,
      corrections: 1,
      corrected: [{ ...correction, seq: receipt.entries[0]?.seq, by: { name: '佐藤 花子' } }],
    });
    expect((await colleague.send(correctReconciliation, correction, { id })).refusal?.kind).toBe('not-allowed');
    const secret = await house.manager.send(
      correctReconciliation,
      { ...correction, explanation: '暗証番号は4649です' },
      { id },
    );
    expect([secret.status, secret.text.includes('4649')]).toEqual([422, false]);
  });

  it('is unknown in another house', async () => {
    setClock(after);
    const id = await counted();
    expect((await house.second.manager.send(readReconciliation, undefined, { id })).status).toBe(404);
    expect((await house.second.manager.send(confirmReconciliation, {}, { id })).status).toBe(404);
    expect((await house.second.manager.ok(readReconciliations)).months).toMatchObject([
      { month, reconciliation: null },
    ]);
  });
});

test('an ordinary count still waits for its own second person', async () => {
  await house.manager.ok(setCountPolicy, { version: 0, shifts: ['09:00'], second: 'always' });
  const { count } = await house.manager.ok(startCount, { drawerId: lockerId });
  await sees(count.id, []);
  expect((await house.manager.ok(readCounts)).awaited).toMatchObject([{ id: count.id }]);
  await colleague.ok(confirmCounts, { countIds: [count.id] });
  const back = await aCard(0);
  await takenOut(back.id);
  await house.manager.ok(checkIn, { itemIds: [back.id] });
  setClock(after);
  const id = await begin();
  await sees(await join(id), [0]);
  expect((await house.manager.ok(readCounts)).awaited).toEqual([]);
});
