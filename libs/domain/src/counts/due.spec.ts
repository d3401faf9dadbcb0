import { tokyoTime } from '../instant.ts';
import { DEFAULT_COUNT_POLICY } from './count.ts';
import { countDue, forgottenSince, lastShift } from './due.ts';
import type { CountedDrawer } from './due.ts';

const policy = DEFAULT_COUNT_POLICY;
const at = (clock: string, day = '2026-11-22') => tokyoTime(day, clock);
const drawer = (of: Partial<CountedDrawer>): CountedDrawer => ({
  drawer: null,
  openedAt: null,
  countedAt: at('17:10', '2026-11-21'),
  holds: true,
  ...of,
});

test.each([
  ['08:59', '17:00', '2026-11-21'],
  ['09:00', '09:00', '2026-11-22'],
  ['16:59', '09:00', '2026-11-22'],
  ['23:59', '17:00', '2026-11-22'],
] as const)('at %s the last change of shift was at %s on %s', (now, clock, day) =>
  expect(lastShift(at(now), policy)).toBe(at(clock, day)),
);

test('shifts are in any order, and a house without any does not count', () => {
  expect(lastShift(at('18:00'), { ...policy, shifts: ['17:00', '09:00'] })).toBe(at('17:00'));
  const none = { ...policy, shifts: [] };
  expect(lastShift(at('18:00'), none)).toBeNull();
  expect(countDue(drawer({ openedAt: at('08:00') }), at('18:00'), none)).toBeNull();
});

describe('a drawer is to be counted', () => {
  test.each([
    ['not before the shift in which it was opened ends', { openedAt: at('10:00') }, '16:59', null],
    ['from the change of shift on', { openedAt: at('10:00') }, '17:00', { why: 'opened', skipped: false }],
    ['and an hour later it was skipped', { openedAt: at('10:00') }, '18:01', { why: 'opened', skipped: true }],
    ['also when nothing lies in it any more', { openedAt: at('10:00'), holds: false }, '17:30', { why: 'opened' }],
    ['not when it was opened after the change', { openedAt: at('17:05') }, '18:30', null],
    ['not when nobody opened it in a week', {}, '23:00', null],
    ['a week after it was counted', { countedAt: at('17:10', '2026-11-15') }, '09:00', { why: 'week', skipped: false }],
    ['not a day earlier', { countedAt: at('00:10', '2026-11-16') }, '23:00', null],
    ['and is skipped then, too', { countedAt: at('17:10', '2026-11-15') }, '10:01', { why: 'week', skipped: true }],
    ['not after a week, when it is empty', { countedAt: at('17:10', '2026-11-01'), holds: false }, '12:00', null],
    ['when it never was, and nobody is reproached', { countedAt: null }, '23:00', { why: 'never', skipped: false }],
    ['not when it is empty and never was opened', { countedAt: null, holds: false }, '23:00', null],
  ] as const)('%s', (_, of, now, due) => {
    const found = countDue(drawer(of), at(now), policy);
    if (due === null) expect(found).toBeNull();
    else expect(found).toMatchObject(due);
  });
});

test.each([
  ['closed at night, not before the morning', '02:00', '09:59', false],
  ['closed at night, in the morning', '02:00', '10:01', true],
  ['closed by day, before the evening', '10:00', '17:59', false],
  ['closed by day, in the evening', '10:00', '18:01', true],
])('a second person is forgotten when it was %s', (_, closedAt, now, forgotten) =>
  expect(forgottenSince(at(closedAt), at(now), policy)).toBe(forgotten),
);
