import fc from 'fast-check';
import { uuid } from '../custody/testing/makers.ts';
import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '../instant.ts';
import { exceptionsIn, MANY, VIEW_EXCEPTIONS } from './exceptions.ts';
import type { View, ViewFacts } from './exceptions.ts';

const [ANN, BEN] = [uuid(1), uuid(2)];
const DAY = '2026-08-10';
const at = (clock: string, day = DAY) => tokyoTime(day, clock);
const view = (time: string, more: Partial<View> = {}): View => ({
  at: time,
  staffId: ANN,
  residentId: uuid(9),
  screen: 'profile',
  ...more,
});
const plain: ViewFacts = {
  leftOn: () => null,
  isAppointed: () => true,
  roleAt: () => 'floor',
  hasWorked: () => false,
};
const found = (views: readonly View[], facts: Partial<ViewFacts> = {}) =>
  exceptionsIn(views, { ...plain, ...facts }).map(({ exception, staffId, on, views: count }) => [
    exception,
    staffId === ANN ? 'ann' : 'ben',
    on,
    count,
  ]);

test('by day, of one who lives here, by who is appointed, nothing is an exception', () =>
  expect(found([view(at('10:00')), view(at('21:59')), view(at('05:00'))])).toEqual([]));

test.each([
  [at('22:00'), DAY],
  [at('23:59'), DAY],
  [at('00:30', addDays(DAY, 1)), DAY],
  [at('04:59', addDays(DAY, 1)), DAY],
])('at %s it is the night of %s, unless she worked it', (time, evening) => {
  expect(found([view(time)])).toEqual([['at-night', 'ann', evening, 1]]);
  const asked: string[][] = [];
  const hasWorked: ViewFacts['hasWorked'] = (...who) => asked.push([...who]) > 0;
  expect(found([view(time)], { hasWorked })).toEqual([]);
  expect(asked).toEqual([[ANN, at('17:00'), at('10:00', addDays(DAY, 1))]]);
});

test('before and after midnight is one night of one person', () =>
  expect(
    found([
      view(at('23:00')),
      view(at('01:00', addDays(DAY, 1))),
      view(at('01:00', addDays(DAY, 1)), { staffId: BEN }),
    ]),
  ).toEqual([
    ['at-night', 'ben', DAY, 1],
    ['at-night', 'ann', DAY, 2],
  ]));

test('a case says on which screens, each once, and of whom', () => {
  const views = [view(at('23:00'), { screen: 'form' }), view(at('23:30')), view(at('23:40'), { residentId: uuid(8) })];
  expect(exceptionsIn(views, plain)).toMatchObject([
    { from: at('23:00'), to: at('23:40'), screens: ['profile', 'form'], residentIds: [uuid(9), uuid(8)] },
  ]);
});

const many = (count: number, minutes: number, staffId = ANN): View[] =>
  Array.from({ length: count }, (_, n) =>
    view(instantAt(millisecondsOf(at('10:00')) + (n * minutes * 60_000) / (count - 1)), {
      residentId: uuid(100 + n),
      staffId,
    }),
  );

test.each([
  ['as many as a round has', many(MANY, 60), 0],
  ['one more within an hour', many(MANY + 1, 60), MANY + 1],
  ['one more within a little longer', many(MANY + 1, 61), 0],
  ['the same ones again and again', Array.from({ length: 99 }, () => view(at('10:00'))), 0],
])('%s', (_, views, count) => expect(found(views)).toEqual(count === 0 ? [] : [['many', 'ann', DAY, count]]));

test('two people who look at half of them each looked at few', () => {
  const half = MANY / 2 + 1;
  expect(found([...many(half, 30), ...many(half, 30, BEN)])).toEqual([]);
});

test('who had left is an exception from the day after', () => {
  const leftOn = () => DAY;
  expect(found([view(at('10:00'))], { leftOn })).toEqual([]);
  const after = addDays(DAY, 1);
  expect(found([view(at('10:00', after))], { leftOn })).toEqual([['after-leaving', 'ann', after, 1]]);
});

test('who is not appointed that day, and an auditor of whom nobody expects that', () => {
  const isAppointed = (_: string, on: string) => on !== DAY;
  const views = [view(at('10:00')), view(at('10:00', addDays(DAY, 1)))];
  expect(found(views, { isAppointed })).toEqual([['not-appointed', 'ann', DAY, 1]]);
  expect(found(views.slice(0, 1), { isAppointed, roleAt: () => 'auditor' })).toEqual([['auditor', 'ann', DAY, 1]]);
});

test('whatever there is, each view is in at most one case of a kind, and the windows of 「many」 are those of counting by hand', () => {
  const views = fc
    .array(
      fc.record({
        minute: fc.integer({ min: 0, max: 2_000 }),
        who: fc.integer({ min: 1, max: 2 }),
        whom: fc.integer({ min: 3, max: 40 }),
      }),
      {
        maxLength: 150,
      },
    )
    .map((all) =>
      all
        .sort((one, other) => one.minute - other.minute)
        .map(({ minute, who, whom }) =>
          view(instantAt(millisecondsOf(at('06:00')) + minute * 60_000), {
            staffId: uuid(who),
            residentId: uuid(whom),
          }),
        ),
    );
  fc.assert(
    fc.property(views, (all) => {
      const cases = exceptionsIn(all, plain);
      for (const exception of VIEW_EXCEPTIONS) {
        const own = cases.filter((one) => one.exception === exception);
        expect(new Set(own.map(({ staffId, on }) => `${staffId} ${on}`)).size).toBe(own.length);
      }
      const slow = all.filter((one) =>
        all.some((begin) => {
          const inHour = all.filter(
            ({ staffId, at: time }) =>
              staffId === one.staffId &&
              time >= begin.at &&
              millisecondsOf(time) - millisecondsOf(begin.at) <= 3_600_000,
          );
          return inHour.includes(one) && new Set(inHour.map(({ residentId }) => residentId)).size > MANY;
        }),
      );
      const quick = cases
        .filter(({ exception }) => exception === 'many')
        .reduce((sum, { views: count }) => sum + count, 0);
      expect(quick).toBe(slow.length);
      expect(cases.every(({ from, to }) => from <= to && dayInTokyo(from) !== '')).toBe(true);
    }),
    { seed: 20_260_810, numRuns: 100 },
  );
});
