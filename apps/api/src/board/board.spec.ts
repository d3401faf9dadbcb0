import {
  agreeItems,
  checkIn,
  checkOut,
  closeDeadline,
  confirmWhereabouts,
  endAgreement,
  handOver,
  holdTemporarily,
  listDeadlines,
  listItems,
  readBoard,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays, GRACE_MINUTES, instantAt, isNear, millisecondsOf, standingOf, tokyoTime } from '@azukari/domain';
import type { Instant } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';

type Board = AnswerOf<typeof readBoard>;
type Lists = keyof Board['totals'];

const MINUTE = 60_000;
const LISTS: readonly Lists[] = ['out', 'held', 'missing', 'toReview', 'toLocate', 'expiring', 'agreementEnded'];

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const board = (since?: number, home: Home = house) =>
  home.manager.ok(readBoard, undefined, since === undefined ? {} : { since });
const idsOf = (seen: Board, name: Exclude<Lists, 'toReview' | 'toLocate' | 'expiring'>) =>
  seen[name].map(({ id }) => id);
/** The clock of the house stands at this moment, as near as a machine can. */
const setClock = (at: Instant): void => house.clock.setOffset(millisecondsOf(at) - Date.now());
const later = (minutes: number) => instantAt(millisecondsOf(house.clock.now()) + minutes * MINUTE);

async function out(dueBackAt: Instant | null): Promise<string> {
  const { id } = await house.anItem();
  await house.manager.ok(checkOut, {
    itemIds: [id],
    purpose: dueBackAt === null ? 'hospital-stay' : 'outpatient',
    holder: { kind: 'staff', staffId: house.manager.staffId },
    dueBackAt,
  });
  return id;
}

describe('the board', () => {
  it('answers "unchanged", with nothing in it, while it still reads the same', async () => {
    await out(later(60));
    const seen = await board();
    const again = await board(seen.revision);
    expect(again).toMatchObject({ unchanged: true, revision: seen.revision, out: [], stored: 0 });
    expect(LISTS.map((name) => [again[name].length, again.totals[name]])).toEqual(LISTS.map(() => [0, 0]));
    expect((await board(seen.revision, house.second)).unchanged).toBe(false);
  });

  it('reads anew after an entry, also when a late item comes back', async () => {
    const id = await out(later(10));
    setClock(later(10 + GRACE_MINUTES + 1));
    const { revision } = await board();
    await house.manager.ok(checkIn, { itemIds: [id] });
    const after = await board(revision);
    expect(after).toMatchObject({ unchanged: false, out: [] });
    expect(after.revision).toBeGreaterThan(revision);
  });

  it('reads anew when a time of return passes, and once more when its grace has', async () => {
    const due = later(10);
    await out(due);
    await out(null);
    const dueMs = millisecondsOf(due);
    let { revision } = await board();
    for (const [minutes, unchanged] of [
      [-1, true],
      [1, false],
      [GRACE_MINUTES - 1, true],
      [GRACE_MINUTES + 1, false],
      [GRACE_MINUTES + 5, true],
    ] as const) {
      setClock(instantAt(dueMs + minutes * MINUTE));
      const seen = await board(revision);
      expect([minutes, seen.unchanged]).toEqual([minutes, unchanged]);
      revision = seen.revision;
    }
  });

  it('reads anew after midnight in Japan, when an agreement has run out', async () => {
    const today = addDays(house.clock.today(), 1);
    setClock(tokyoTime(today, '23:58'));
    const { id: residentId } = await house.aResident();
    const agreement = await house.anAgreement({ residentId, from: addDays(today, -1), to: today });
    const item = await house.anItem({
      residentId,
      agreementId: agreement.id,
    });
    const seen = await board();
    expect(idsOf(seen, 'agreementEnded')).toEqual([]);
    setClock(tokyoTime(today, '23:59'));
    expect((await board(seen.revision)).unchanged).toBe(true);
    setClock(tokyoTime(addDays(today, 1), '00:01'));
    const next = await board(seen.revision);
    expect(next.unchanged).toBe(false);
    expect(idsOf(next, 'agreementEnded')).toEqual([item.id]);
  });
});

describe('what lies in the safe without a living agreement', () => {
  it('is listed once its agreement has ended, until it is covered again or gone', async () => {
    const { manager } = house;
    const { id: residentId } = await house.aResident();
    const agreement = await house.anAgreement({ residentId, from: addDays(house.clock.today(), -9) });
    const of = { residentId, agreementId: agreement.id };
    const [first, second] = [await house.anItem(of), await house.anItem({ ...of, kind: 'my-number-card' })];
    const other = await house.anItem();
    const { item: held } = await manager.ok(holdTemporarily, {
      residentId,
      kind: 'patient-card',
      reason: 'no-agreement',
      storageId: null,
    });
    expect(idsOf(await board(), 'agreementEnded')).toEqual([]);
    await manager.ok(endAgreement, { version: 1, on: addDays(house.clock.today(), -1) }, { id: agreement.id });

    const ended = await board();
    expect(idsOf(ended, 'agreementEnded').sort()).toEqual([first.id, second.id].sort());
    expect(idsOf(ended, 'held')).toEqual([held.id]);
    expect(ended.totals).toMatchObject({ agreementEnded: 2, held: 1 });
    expect((await board(undefined, house.second)).agreementEnded).toEqual([]);

    // The list is what `agreed` says of each item, no more and no less.
    const { items } = await manager.ok(listItems, undefined, { place: 'stored', limit: 200 });
    const kept = items.filter(({ custody }) => custody.at === 'stored' && custody.hold === null);
    expect(kept.map(({ id }) => id)).toContain(other.id);
    expect(kept.filter(({ agreed }) => !agreed).map(({ id }) => id)).toEqual(idsOf(ended, 'agreementEnded').sort());

    await house.anAgreement({ residentId, kinds: ['my-number-card'] });
    expect(idsOf(await board(), 'agreementEnded')).toEqual([first.id]);
    const receiver = { relation: 'resident' as const, name: '' };
    await manager.ok(handOver, { itemIds: [first.id], disposition: 'returned', receiver });
    expect(idsOf(await board(), 'agreementEnded')).toEqual([]);
  });

  it('is not what is held: that waits on its own list, agreed or not', async () => {
    const { manager } = house;
    const { id: residentId } = await house.aResident();
    const { item } = await manager.ok(holdTemporarily, {
      residentId,
      kind: 'my-number-card',
      reason: 'no-agreement',
      storageId: null,
    });
    const { id: agreementId } = await house.anAgreement({ residentId });
    await manager.ok(agreeItems, { itemIds: [item.id], agreementId });
    expect(await board()).toMatchObject({ held: [], agreementEnded: [], stored: 1 });
  });
});

describe('the dates that need a look', () => {
  const marked = async (home: Home = house) => {
    const { asOf, deadlines } = await home.manager.ok(listDeadlines);
    return deadlines.map((one) => ({ ...one, standing: standingOf(one, asOf) }));
  };
  const named = ({ item, kind, date, standing }: Omit<Board['expiring'][number], 'date'> & { date: string | null }) =>
    [item.id, kind, date, standing].join(' ');

  it('are those that 期限 marks as near or past, as many and no others, with how many nobody knows', async () => {
    const { id: residentId } = await house.aResident();
    const day = (days: number) => addDays(house.clock.today(), days);
    const card = { kind: 'my-number-card', printedExpiresOn: day(1_200), certificateExpiresOn: day(20) } as const;
    const kinds = ['my-number-card', 'care-insurance-card', 'patient-card', 'residence-card'] as const;
    const of = { residentId, agreementId: (await house.anAgreement({ residentId, kinds: [...kinds] })).id };
    const { id: cardId } = await house.anItem({ ...of, ...card });
    await house.anItem({ ...of, kind: 'care-insurance-card', printedExpiresOn: day(-3) });
    await house.anItem({ ...of, kind: 'patient-card', printedExpiresOn: day(900) });
    await house.anItem({ ...of, kind: 'residence-card', printedExpiresOn: null });
    const seen = await board();
    const expected = (await marked()).filter(({ standing }) => isNear(standing));
    expect(seen.expiring.map(named)).toEqual(
      expected.map((one) => named({ ...one, standing: one.standing as 'soon' })),
    );
    expect(seen.totals.expiring).toBe(expected.length);
    expect(seen.expiring.map(named)).toContain(`${cardId} certificate-expiry ${day(20)} soon`);
    expect(new Set(seen.expiring.map(({ standing }) => standing))).toEqual(new Set(['overdue', 'soon']));
    expect(seen.unknownDates).toBe((await marked()).filter(({ standing }) => standing === 'unknown').length);
    expect(seen.unknownDates).toBeGreaterThan(0);
    expect(await board(undefined, house.second)).toMatchObject({ expiring: [], unknownDates: 0 });

    const date = day(20);
    const closing = { itemId: cardId, kind: 'certificate-expiry', date, reason: 'not-renewed' } as const;
    await house.manager.ok(closeDeadline, closing);
    expect((await board()).totals.expiring).toBe(expected.length - 1);
  });

  it('come after midnight in Japan, with the first day on which there is something to do', async () => {
    const item = await house.anItem({ kind: 'patient-card', printedExpiresOn: addDays(house.clock.today(), 400) });
    const from = (await marked()).find((one) => one.item.id === item.id)?.from ?? '';
    setClock(tokyoTime(addDays(from, -1), '23:58'));
    const seen = await board();
    expect(seen.expiring).toEqual([]);
    setClock(tokyoTime(from, '00:01'));
    expect((await board(seen.revision)).expiring.map((one) => one.item.id)).toEqual([item.id]);
  });
});

describe('what is in hospital', () => {
  it('is asked about after a week, and again a week after somebody has confirmed it', async () => {
    setClock(tokyoTime(addDays(house.clock.today(), 1), '10:00'));
    const id = await out(null);
    await out(later(60));
    const day = house.clock.today();
    const asked = async (days: number, home: Home = house): Promise<readonly string[]> => {
      setClock(tokyoTime(addDays(day, days), '09:00'));
      return (await board(undefined, home)).toLocate.map(({ item }) => item.id);
    };
    expect([await asked(6), await asked(7), await asked(7, house.second)]).toEqual([[], [id], []]);
    const { revision } = await board();
    await house.manager.ok(confirmWhereabouts, { itemIds: [id] });
    expect(await board(revision)).toMatchObject({ unchanged: false, toLocate: [], totals: { toLocate: 0, out: 2 } });
    expect([await asked(13), await asked(14)]).toEqual([[], [id]]);
    // What was said of one stay says nothing of the next.
    await house.manager.ok(checkIn, { itemIds: [id] });
    const holder = { kind: 'staff', staffId: house.manager.staffId } as const;
    await house.manager.ok(checkOut, { itemIds: [id], purpose: 'hospital-stay', holder, dueBackAt: null });
    expect([await asked(20), await asked(21)]).toEqual([[], [id]]);
  });
});

describe('a long list', () => {
  it('is cut at two hundred, and the total says so', async () => {
    const { manager } = house;
    const { id: residentId } = await house.aResident();
    const agreement = await house.anAgreement({ residentId, kinds: ['patient-card'] });
    const of = { residentId, agreementId: agreement.id, kind: 'patient-card', storageId: null } as const;
    const ids: string[] = [];
    for (let n = 0; n < 201; n++) ids.push((await house.anItem({ ...of, printedExpiresOn: house.clock.today() })).id);
    for (let n = 0; n < 3; n++)
      await manager.ok(holdTemporarily, { residentId, kind: 'other', reason: 'found', storageId: null });
    await house.second.anItem({ printedExpiresOn: house.clock.today() });
    expect(cutOf(await board())).toEqual({ expiring: [200, 201], held: [3, 3] });

    await manager.ok(endAgreement, { version: 1, on: agreement.from }, { id: agreement.id });
    setClock(tokyoTime(addDays(house.clock.today(), 1), '00:01'));
    expect(cutOf(await board())).toEqual({ expiring: [200, 201], agreementEnded: [200, 201], held: [3, 3] });

    for (const part of [ids.slice(0, 100), ids.slice(100, 200), ids.slice(200)])
      await manager.ok(checkOut, {
        itemIds: part,
        purpose: 'emergency',
        holder: { kind: 'staff', staffId: manager.staffId },
        dueBackAt: null,
      });
    expect(cutOf(await board())).toEqual({
      expiring: [200, 201],
      out: [200, 201],
      toReview: [200, 201],
      held: [3, 3],
    });
  });
});

/** How many are shown and how many there are, of each list that is not empty. */
function cutOf(seen: Board): Partial<Record<Lists, readonly [number, number]>> {
  const all = LISTS.map((name) => [name, [seen[name].length, seen.totals[name]]] as const);
  return Object.fromEntries(all.filter(([, [, total]]) => total > 0));
}
