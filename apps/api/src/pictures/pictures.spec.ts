import {
  amendEntry,
  cancelEntry,
  changeCustody,
  checkIn,
  checkOut,
  closeCount,
  enterCount,
  enterLate,
  handOver,
  listEntries,
  readCount,
  readCountPicture,
  readDayPicture,
  readItemPicture,
  readLatePicture,
  readWeekPicture,
  reportFound,
  reportMissing,
  setCountPolicy,
  settleDifference,
  startCount,
  startSearch,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays, addMonths, firstOf, millisecondsOf, monthOf, tokyoTime } from '@azukari/domain';
import type { CalendarDay, Instant, Purpose } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let monday: CalendarDay;
let residentId: string;
beforeAll(async () => {
  house = await openHouse();
  residentId = (await house.aResident()).id;
  // Each test lives in a week of its own, in the order of time: a clock that goes back is another matter.
  monday = addDays(house.clock.today(), 7 - ((new Date(house.clock.today()).getUTCDay() + 6) % 7));
});
beforeEach(() => (monday = addDays(monday, 7)));
afterAll(() => house.close());

const at = (clock: string, day = 0): Instant => tokyoTime(addDays(monday, day), clock);
/** go sets the clock of the house. */
const go = (clock: string, day = 0): void => house.clock.setOffset(millisecondsOf(at(clock, day)) - Date.now());
const staff = (who: Person = house.manager) => ({ kind: 'staff' as const, staffId: who.staffId });
const clinic = { kind: 'other' as const, relation: 'clinic' as const, name: 'さくら内科' };
const aCard = () => house.anItem({ residentId });
const takeOut = async (id: string, due: Instant | null, purpose: Purpose = 'outpatient') =>
  (
    await house.manager.ok(checkOut, {
      itemIds: [id],
      purpose,
      holder: staff(),
      destination: 'さくら内科',
      dueBackAt: due,
    })
  ).receipt.entries[0]?.seq ?? 0;
const putBack = async (id: string) => (await house.manager.ok(checkIn, { itemIds: [id] })).receipt.entries[0]?.seq ?? 0;
const week = () => ({ from: monday, to: addDays(monday, 6) });
const itemPicture = (id: string, period: Record<string, string> = week(), by = house.manager) =>
  by.ok(readItemPicture, undefined, { id, ...period });
const dayPicture = (day = 0, by = house.manager) => by.ok(readDayPicture, undefined, { on: addDays(monday, day) });
const minute = (moment: Instant | null) => moment?.slice(0, 16);
const spans = (stretches: AnswerOf<typeof readItemPicture>['stretches']) =>
  stretches.map(({ from, to, custody }) => [custody.at, minute(from), minute(to)]);

describe('one item', () => {
  it('is drawn with who had it, where, and what was planned', async () => {
    go('08:00');
    const { id, storage } = await aCard();
    go('09:00');
    await takeOut(id, at('12:00'));
    go('10:00');
    await house.manager.ok(changeCustody, { itemIds: [id], holder: clinic });
    go('13:00');
    await putBack(id);
    go('14:00');
    const { item, stretches } = await itemPicture(id);
    expect(item).toMatchObject({ id, kind: 'care-insurance-card', resident: { id: residentId, name: '山田 ハナ' } });
    expect(spans(stretches)).toEqual([
      ['stored', minute(at('08:00')), minute(at('09:00'))],
      ['out', minute(at('09:00')), minute(at('10:00'))],
      ['out', minute(at('10:00')), minute(at('13:00'))],
      ['stored', minute(at('13:00')), undefined],
    ]);
    expect(stretches[0]?.storage).toBe(storage?.path);
    expect(stretches[1]).toMatchObject({
      lateFrom: null,
      custody: { holder: { name: '佐藤 花子' }, purpose: 'outpatient' },
    });
    expect(stretches[2]).toMatchObject({
      lateFrom: at('12:00'),
      storage: storage?.path,
      custody: { holder: { kind: 'other', name: 'さくら内科' }, destination: 'さくら内科', dueBackAt: at('12:00') },
    });
  });

  it('shows what has a moment in the period: over midnight and over its edges, and nothing that is to come', async () => {
    go('08:00');
    const { id } = await aCard();
    go('22:00', 1);
    await takeOut(id, at('06:00', 2));
    go('05:00', 2);
    await putBack(id);
    const on = async (from: number, to = from) =>
      spans((await itemPicture(id, { from: addDays(monday, from), to: addDays(monday, to) })).stretches).map(
        ([state]) => state,
      );
    expect(await on(1)).toEqual(['stored', 'out']);
    expect(await on(2)).toEqual(['out', 'stored']);
    expect(await on(0)).toEqual(['stored']);
    expect(await on(-1)).toEqual([]);
    expect(await on(3, 6)).toEqual([]);
    expect((await dayPicture(1)).items.some(({ item }) => item.id === id)).toBe(true);
    expect((await dayPicture(2)).items.some(({ item }) => item.id === id)).toBe(true);
    expect((await dayPicture(3)).items.some(({ item }) => item.id === id)).toBe(false);
  });

  it('is read as it was put right: what was cancelled never was, a late entry stands where it was, words as amended', async () => {
    go('08:00');
    const { id } = await aCard();
    go('09:00');
    const seq = await takeOut(id, at('17:00'));
    await house.manager.ok(cancelEntry, { seq, reason: 'wrong-item', explanation: '別のカード' });
    go('18:00');
    const late = {
      itemIds: [id],
      purpose: 'pharmacy' as const,
      holder: staff(),
      outAt: at('10:00'),
      backAt: at('11:00'),
    };
    await house.manager.ok(enterLate, late);
    go('19:00');
    const out = await takeOut(id, at('21:00'));
    await house.manager.ok(amendEntry, {
      seq: out,
      reason: 'mistyped',
      explanation: '書き間違い',
      destination: 'もみじ薬局',
      dueBackAt: at('22:00'),
    });
    const { stretches } = await itemPicture(id);
    expect(spans(stretches)).toEqual([
      ['stored', minute(at('08:00')), minute(at('10:00'))],
      ['out', minute(at('10:00')), minute(at('11:00'))],
      ['stored', minute(at('11:00')), minute(at('19:00'))],
      ['out', minute(at('19:00')), undefined],
    ]);
    expect(stretches[3]?.custody).toMatchObject({ destination: 'もみじ薬局', dueBackAt: at('22:00') });
    go('22:30');
    expect((await itemPicture(id)).stretches[3]?.lateFrom).toBe(at('22:00'));
    await putBack(id);
  });

  it('ends where custody ends', async () => {
    go('08:00');
    const { id } = await aCard();
    go('09:00');
    await house.manager.ok(handOver, {
      itemIds: [id],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '山田 ハナ' },
    });
    expect(spans((await itemPicture(id)).stretches)).toEqual([['stored', minute(at('08:00')), minute(at('09:00'))]]);
  });
});

describe('one day', () => {
  it('has who carried what, whoever had it next, and nothing that lay in the safe', async () => {
    const ann = await house.aStaff({ level: 'handler', name: '青木 杏' });
    go('07:00');
    const [one, other, resting] = [await aCard(), await aCard(), await aCard()];
    go('09:00');
    await takeOut(one.id, at('12:00'));
    await ann.signIn();
    await ann.ok(checkOut, { itemIds: [other.id], purpose: 'hospital-stay', holder: staff(ann), dueBackAt: null });
    go('11:00');
    await putBack(one.id);
    go('09:00', 2);
    const { items } = await dayPicture();
    expect(items.map(({ item }) => item.id).sort()).toEqual([one.id, other.id].sort());
    expect(items.map(({ item }) => item.id)).not.toContain(resting.id);
    const ofAnn = (await dayPicture(2)).items.find(({ item }) => item.id === other.id);
    expect(spans(ofAnn?.stretches ?? [])).toEqual([['out', minute(at('09:00')), undefined]]);
    expect((await dayPicture(3)).items).toEqual([]);
    await putBack(other.id);
  });

  it('has what is searched for and what is lost, also on the days after, until it is found', async () => {
    go('08:00');
    const { id } = await aCard();
    go('09:00');
    await house.manager.ok(startSearch, { itemIds: [id] });
    go('15:00');
    await house.manager.ok(reportMissing, { itemIds: [id] });
    go('10:00', 1);
    await house.manager.ok(reportFound, { itemIds: [id] });
    const ofDay = async (day: number) =>
      (await dayPicture(day)).items.map(({ stretches }) =>
        stretches.map(({ custody }) => (custody.at === 'missing' ? custody.stage : custody.at)),
      );
    expect(await ofDay(0)).toEqual([['searching', 'lost']]);
    expect(await ofDay(1)).toEqual([['lost']]);
    expect(await ofDay(2)).toEqual([]);
  });

  it('of one facility has nothing of the other’s, and its items are found in it alone', async () => {
    go('08:00');
    const { id } = await house.second.anItem();
    await house.second.manager.signIn();
    await house.second.manager.ok(checkOut, {
      itemIds: [id],
      purpose: 'hospital-stay',
      dueBackAt: null,
      holder: staff(house.second.manager),
    });
    expect((await dayPicture()).items).toEqual([]);
    expect((await dayPicture(0, house.second.manager)).items).toHaveLength(1);
    expect((await house.manager.send(readItemPicture, undefined, { id, ...week() })).status).toBe(404);
    expect((await house.manager.ok(readWeekPicture, undefined, week())).outings).toBe(0);
  });
});

describe('who looks at whom', () => {
  const views = async () =>
    (await house.manager.ok(listEntries, undefined, { log: 'access', type: 'resident.viewed' })).entries.map(
      ({ actor, resident, facts }) => [actor.id, resident?.id, facts['screen']],
    );
  it('is noted for each resident whom a picture names, and for none where it names nobody', async () => {
    go('08:00');
    const eve = await house.aStaff({ name: '江口 絵美' });
    const card = await house.anItem();
    const before = await views();
    const added = async () => (await views()).slice(0, -before.length);
    await eve.ok(readWeekPicture, undefined, week());
    await eve.ok(readLatePicture, undefined, week());
    await eve.ok(readCountPicture, undefined, week());
    await dayPicture(0, eve);
    expect(await added()).toEqual([]);
    await itemPicture(card.id, week(), eve);
    expect(await added()).toEqual([[eve.staffId, card.resident?.id, 'profile']]);
    await takeOut(card.id, null, 'hospital-stay');
    go('08:10');
    await dayPicture(0, eve);
    await dayPicture(0, eve);
    expect(await added()).toHaveLength(2);
    await putBack(card.id);
  });
});

describe('a period', () => {
  it('adds up what was out in each hour of the week, stays beside it', async () => {
    go('08:00');
    const [one, other] = [await aCard(), await aCard()];
    go('09:30');
    await takeOut(one.id, at('12:00'));
    go('10:15');
    await putBack(one.id);
    go('23:45', 6);
    await takeOut(other.id, null, 'hospital-stay');
    go('01:00', 7);
    await putBack(other.id);
    const { outings, hours } = await house.manager.ok(readWeekPicture, undefined, week());
    const busy = hours.flatMap(({ out, stays }, n) => (out === 0 ? [] : [[n, out, stays]]));
    expect(outings).toBe(2);
    expect(busy).toEqual([
      [9, 0.5, 0],
      [10, 0.25, 0],
      [167, 0.25, 0.25],
    ]);
    const next = await house.manager.ok(readWeekPicture, undefined, {
      from: addDays(monday, 7),
      to: addDays(monday, 7),
    });
    expect([next.hours[0], next.hours[2], next.hours[24]]).toEqual([
      { out: 1, stays: 1 },
      { out: null, stays: null },
      { out: null, stays: null },
    ]);
    monday = addDays(monday, 7);
  });

  it('is reckoned anew when something is put right after somebody had looked', async () => {
    go('08:00');
    const { id } = await aCard();
    const seen = async () => {
      const { hours } = await house.manager.ok(readWeekPicture, undefined, week());
      const { purposes } = await house.manager.ok(readLatePicture, undefined, week());
      return { out: hours.flatMap(({ out }, n) => (out === 0 || out === null ? [] : n)), purposes };
    };
    go('09:00');
    const wrong = await takeOut(id, at('12:00'));
    go('09:30');
    expect((await seen()).out).toEqual([9]);
    await house.manager.ok(cancelEntry, { seq: wrong, reason: 'wrong-item', explanation: '別のカード' });
    expect((await seen()).out).toEqual([]);
    go('18:00');
    await house.manager.ok(enterLate, {
      itemIds: [id],
      purpose: 'pharmacy',
      holder: staff(),
      outAt: at('11:00'),
      backAt: at('12:00'),
    });
    expect((await seen()).out).toEqual([11]);
    go('19:00');
    const out = await takeOut(id, at('22:00'));
    go('20:45');
    await putBack(id);
    const outpatient = { purpose: 'outpatient', inTime: 1, late: 0 };
    expect(await seen()).toMatchObject({ out: [11, 19, 20], purposes: [outpatient, { purpose: 'pharmacy' }] });
    await house.manager.ok(amendEntry, {
      seq: out,
      reason: 'mistyped',
      explanation: '書き間違い',
      dueBackAt: at('20:00'),
    });
    expect((await seen()).purposes[0]).toMatchObject({ purpose: 'outpatient', inTime: 0, late: 1, longestMinutes: 45 });
  });

  it('has late returns under their purpose, by the plan that stood last', async () => {
    go('08:00');
    const cards = [await aCard(), await aCard(), await aCard()] as const;
    go('09:00');
    for (const { id } of cards) await takeOut(id, at('12:00'));
    await house.manager.ok(changeCustody, { itemIds: [cards[1].id], dueBackAt: at('15:00') });
    go('12:20');
    await putBack(cards[0].id);
    go('14:00');
    await putBack(cards[1].id);
    expect(await house.manager.ok(readLatePicture, undefined, week())).toEqual({
      purposes: [{ purpose: 'outpatient', inTime: 2, late: 0, unplanned: 0, stillLate: 1, longestMinutes: 0 }],
    });
    await putBack(cards[2].id);
    expect((await house.manager.ok(readLatePicture, undefined, week())).purposes).toMatchObject([
      { inTime: 2, late: 1, stillLate: 0, longestMinutes: 120 },
    ]);
  });

  it('has counts with their differences month by month, and a month without one', async () => {
    const month = firstOf(monthOf(addMonths(monday, 2)));
    monday = month;
    go('08:00');
    const pouch = await house.aPouch();
    await house.anItem({ residentId, storageId: pouch.id });
    await house.manager.ok(setCountPolicy, { version: 0, shifts: ['08:30'], second: 'never' });
    const count = async () => (await house.manager.ok(startCount, { drawerId: pouch.parentId })).count;
    const { id, places } = await count();
    expect(places.map((place) => place.id)).toContain(pouch.id);
    const { count: compared } = await house.manager.ok(enterCount, { seen: [] }, { id });
    // Cards of other tests lie in this locker too: one after the other is found in its place, each named once.
    for (const { n } of compared.differences) {
      const now = await house.manager.ok(readCount, undefined, { id });
      const itemId = now.differences.find((one) => one.n === n)?.candidates[0]?.id ?? '';
      await house.manager.ok(settleDifference, { difference: n, as: 'in-place', itemId }, { id });
    }
    await house.manager.ok(closeCount, {}, { id });
    const asked = { from: addMonths(month, -1), to: addDays(addMonths(month, 1), -1) };
    const { months } = await house.manager.ok(readCountPicture, undefined, asked);
    expect(months).toEqual([
      { month: monthOf(asked.from), counts: 0, differing: 0, joined: 0, short: 0, surplus: 0, answers: [] },
      {
        month: monthOf(month),
        counts: 1,
        differing: 1,
        joined: 0,
        surplus: 0,
        short: compared.differences.length,
        answers: [{ as: 'in-place', count: compared.differences.length }],
      },
    ]);
    expect(
      (await house.second.manager.signIn().then((by) => by.ok(readCountPicture, undefined, asked))).months,
    ).toMatchObject([{ counts: 0 }, { counts: 0 }]);
  });

  it.each([
    ['backwards', 0, -1, 'before-from'],
    ['longer than a year', 0, 366, 'too-far'],
  ])('is refused %s', async (_, from, to, code) => {
    const at = { from: addDays(monday, from), to: addDays(monday, to) };
    for (const endpoint of [readWeekPicture, readLatePicture, readCountPicture])
      expect((await house.manager.send(endpoint, undefined, at)).issues).toEqual([{ path: 'to', code }]);
  });
});
