import {
  addStaff,
  changeStaff,
  checkOut,
  issueForm,
  leaveResident,
  listEntries,
  listViewReviews,
  readBoard,
  readResident,
  readViewExceptions,
  reviewViews,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays, millisecondsOf, nextQuarter, quarterOf, reviewBy, tokyoTime } from '@azukari/domain';
import type { Instant, ViewException } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { Person } from '../testing/person.ts';
import type { Sent } from '../testing/person.ts';

let house: House;
/** The quarter after the one in which the house began; all happens in it. */
let quarter: string;
let day: string;
let ann: Person;
let residentId: string;

beforeEach(async () => {
  house = await openHouse();
  quarter = nextQuarter(quarterOf(house.clock.today()));
  day = addDays(quarter, 40);
  ann = await house.aStaff({ level: 'handler', name: '青木 杏' });
  residentId = (await house.aResident()).id;
});
afterEach(() => house.close());

const setClock = (at: Instant): void => house.clock.setOffset(millisecondsOf(at) - Date.now());
const at = (clock: string, on = day): void => setClock(tokyoTime(on, clock));
const look = (by: Person, id = residentId) => by.ok(readResident, undefined, { id });
const found = (by = house.manager) => by.ok(readViewExceptions, undefined, { quarterOn: quarter });
const kinds = async () => (await found()).exceptions.map(({ exception, total }) => [exception, total]);
const state = async () =>
  (await house.manager.ok(listViewReviews)).quarters.find(({ quarterOn }) => quarterOn === quarter);
const glance = async (by = house.manager) => (await by.ok(readBoard)).views;
const over = (): void => at('09:00', nextQuarter(quarter));

type Judged = Sent<typeof reviewViews>['judged'];
const sign = (judged: Judged, by = house.manager) => by.send(reviewViews, { quarterOn: quarter, judged });
const judge = (exception: ViewException, cases: number, note = '夜勤の代わりに入っていた'): Judged[number] => ({
  exception,
  cases,
  outcome: 'in-order',
  note,
});

describe('what stands out', () => {
  it('is who looked by night and did nothing else that night', async () => {
    const ben = await house.aStaff({ level: 'handler', name: '馬場 勉' });
    const card = await house.anItem({ residentId });
    at('23:00');
    await look(ann);
    await look(ben);
    const holder = { kind: 'staff', staffId: ben.staffId } as const;
    await ben.ok(checkOut, { itemIds: [card.id], purpose: 'emergency', holder, dueBackAt: null });
    at('01:30', addDays(day, 1));
    await look(ann);
    at('10:00', addDays(day, 2));
    await look(ann);
    const { exceptions, ...sums } = await found();
    expect(sums).toEqual({ views: 4, people: 2, residents: 1 });
    expect(exceptions).toMatchObject([
      {
        exception: 'at-night',
        total: 1,
        cases: [
          {
            staff: { id: ann.staffId, name: '青木 杏' },
            on: day,
            views: 2,
            screens: ['profile'],
            residents: [{ id: residentId, name: '山田 ハナ' }],
          },
        ],
      },
    ]);
  });

  it('is who looked at more than a round of residents within an hour, and on which screens', async () => {
    const ids = [residentId];
    for (let n = 0; n < 20; n++) ids.push((await house.aResident({ name: `山田 ${String(n)}` })).id);
    at('10:00');
    for (const id of ids.slice(1)) await look(ann, id);
    expect(await kinds()).toEqual([]);
    await ann.send(issueForm, { residentIds: [residentId], itemIds: [], largePrint: false }, { form: 'F10' });
    expect((await found()).exceptions).toMatchObject([
      { exception: 'many', cases: [{ views: 21, screens: ['profile', 'form'] }] },
    ]);
  });

  it('is who looked at somebody who had left', async () => {
    at('10:00');
    await house.manager.ok(leaveResident, { version: 1, on: day, reason: 'died' }, { id: residentId });
    await look(ann);
    expect(await kinds()).toEqual([]);
    at('10:00', addDays(day, 1));
    await look(ann);
    expect(await kinds()).toEqual([['after-leaving', 1]]);
  });

  it('is who looked without an appointment of that day, and an auditor', async () => {
    const deputy = await house.aStaff({ role: 'manager', name: '副施設長' });
    const auditor = await house.aStaff({ role: 'auditor', name: '本部 監査' });
    at('10:00');
    await look(deputy);
    await look(auditor);
    expect((await found()).exceptions).toMatchObject([
      { exception: 'not-appointed', own: 0, cases: [{ staff: { name: '副施設長' }, own: false }] },
      { exception: 'auditor', cases: [{ staff: { name: '本部 監査' } }] },
    ]);
    expect((await found(deputy)).exceptions[0]).toMatchObject({ own: 1, cases: [{ own: true }] });
    // Whoever looks at it later sees that the judge was the judged.
    over();
    expect((await sign([judge('not-appointed', 1), judge('auditor', 1)], deputy)).status).toBe(201);
    expect((await found(auditor)).exceptions).toMatchObject([{ own: 1 }, { own: 0, cases: [{ own: false }] }]);
  });

  it('is of this quarter and this house alone', async () => {
    at('23:00');
    await look(ann);
    expect((await found(house.second.manager)).exceptions).toEqual([]);
    const next = { quarterOn: nextQuarter(quarter) };
    expect((await house.manager.ok(readViewExceptions, undefined, next)).views).toBe(0);
    const reply = await house.manager.send(readViewExceptions, undefined, { quarterOn: addDays(quarter, 1) });
    expect([reply.status, reply.issues]).toMatchObject([400, [{ path: 'quarterOn', code: 'quarter' }]]);
  });
});

describe('the review of a quarter', () => {
  beforeEach(async () => {
    at('23:00');
    await look(ann);
  });

  it('is due in the first month of the next one, and then late, on 今日 of who reviews', async () => {
    at('09:00', addDays(nextQuarter(quarter), -1));
    expect([await state(), await glance()]).toEqual([undefined, null]);
    expect((await sign([judge('at-night', 1)])).refusal).toEqual({
      kind: 'quarter-not-over',
      from: nextQuarter(quarter),
    });
    over();
    expect(await state()).toMatchObject({ state: 'due', reviewBy: reviewBy(quarter), review: null });
    expect(await glance()).toEqual({ quarterOn: quarter, late: false, waiting: 1 });
    expect([await glance(ann), await glance(house.second.manager)]).toEqual([null, null]);
    at('09:00', addDays(reviewBy(quarter), 1));
    expect(await state()).toMatchObject({ state: 'late' });
    expect(await glance()).toMatchObject({ late: true });
  });

  it('is signed once, with a remark on each exception, by a person with a name', async () => {
    over();
    const reply = await sign([judge('at-night', 1)]);
    expect(reply.status).toBe(201);
    expect(await state()).toMatchObject({
      state: 'reviewed',
      review: {
        by: { id: house.manager.staffId, name: '佐藤 花子' },
        views: 1,
        daysLate: 0,
        judged: [{ exception: 'at-night', cases: 1, outcome: 'in-order', note: '夜勤の代わりに入っていた' }],
      },
    });
    expect(await glance()).toBeNull();
    const again = await sign([judge('at-night', 1)]);
    expect([again.status, again.refusal]).toMatchObject([409, { kind: 'views-reviewed', name: '佐藤 花子' }]);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'views.' });
    expect(entries.map(({ type, facts }) => [type, facts])).toEqual([
      ['views.reviewed', { quarter, views: 1, daysLate: 0 }],
      ['views.judged', { quarter, exception: 'at-night', cases: 1, outcome: 'in-order' }],
    ]);
  });

  it('says by how many days it came too late', async () => {
    at('09:00', addDays(reviewBy(quarter), 12));
    await sign([judge('at-night', 1)]);
    expect(await state()).toMatchObject({ review: { daysLate: 12 } });
  });

  it.each<[string, () => Judged]>([
    ['without a look at an exception', () => []],
    ['with fewer cases than there are', () => [judge('at-night', 2)]],
    ['with an exception that there is not', () => [judge('at-night', 1), judge('many', 1)]],
  ])('is not signed %s', async (_, judged) => {
    over();
    const before = await house.ledgerSize();
    const reply = await sign(judged());
    expect([reply.status, reply.refusal]).toEqual([409, { kind: 'views-changed' }]);
    expect(await house.ledgerSize()).toBe(before);
  });

  it('takes no remark that is empty, said twice, or must never be stored', async () => {
    over();
    expect((await sign([judge('at-night', 1, ' ')])).issues).toMatchObject([{ path: 'judged.0.note', code: 'empty' }]);
    expect((await sign([judge('at-night', 1), judge('at-night', 1)])).issues).toMatchObject([{ code: 'twice' }]);
    const pin = await sign([judge('at-night', 1, '暗証番号は4649でした')]);
    expect(pin.refusal).toMatchObject({ kind: 'forbidden-text', reason: 'pin' });
  });

  it('keeps its remarks from who may not read who looked at whom', async () => {
    over();
    await sign([judge('at-night', 1)]);
    const notes = async (by: Person) =>
      (await by.ok(listEntries, undefined, { type: 'views.judged' })).entries.map((entry) => entry.private['note']);
    expect(await notes(house.manager)).toEqual(['夜勤の代わりに入っていた']);
    expect(await notes(ann)).toEqual([undefined]);
  });

  it('of a quarter in which nobody looked at anybody, or before the record began, is neither asked for nor signed', async () => {
    at('09:00', nextQuarter(nextQuarter(quarter)));
    await sign([judge('at-night', 1)]);
    const { quarters } = await house.manager.ok(listViewReviews);
    expect(quarters.map((one: AnswerOf<typeof listViewReviews>['quarters'][number]) => one.state)).toEqual([
      'empty',
      'reviewed',
      'empty',
    ]);
    expect(await glance()).toBeNull();
    const before = await house.ledgerSize();
    for (const { quarterOn } of [...quarters.filter((one) => one.state === 'empty'), { quarterOn: '2000-01-01' }]) {
      const { status, refusal } = await house.manager.send(reviewViews, { quarterOn, judged: [] });
      expect([quarterOn, status, refusal]).toEqual([quarterOn, 422, { kind: 'nothing-viewed' }]);
    }
    expect(await house.ledgerSize()).toBe(before);
  });

  it('judges the role of then, not of now', async () => {
    const { staff, code } = await house.manager.ok(addStaff, {
      name: '元 監査',
      kana: 'もと かんさ',
      loginId: 'was-auditor',
      role: 'auditor',
    });
    await look(await new Person(house.app, 'was-auditor').enter(code));
    at('12:00', addDays(day, 1));
    await house.manager.ok(
      changeStaff,
      { version: staff.version, name: staff.name, kana: staff.kana, role: 'manager' },
      { id: staff.id },
    );
    expect(await kinds()).toEqual([
      ['at-night', 2],
      ['auditor', 1],
    ]);
  });
});
