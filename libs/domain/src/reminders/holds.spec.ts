import { instantAt, millisecondsOf } from '../instant.ts';
import { confirmFirst, reckonedNow, trustClock, watchClock } from './holds.ts';
import type { ClockReading, ClockWatch } from './holds.ts';
import { NINE } from './testing/makers.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** read is a reading so long after the beginning, on a clock that was set by so much. */
function read(passed: number, set = 0, process = 'first'): ClockReading {
  return { wall: instantAt(millisecondsOf(NINE) + passed + set), monotonicMs: 5_000 + passed, process };
}
const begun = trustClock(read(0));
const through = (...readings: readonly ClockReading[]): ClockWatch => readings.reduce(watchClock, begun);

describe('a clock that was set while the server ran', () => {
  test.each([
    ['goes right', read(MINUTE), null],
    ['is corrected by half a minute', read(MINUTE, -30 * SECOND), null],
    ['is corrected forward by an hour', read(MINUTE, HOUR), null],
    ['is set forward by more', read(MINUTE, HOUR + 1), 'clock-forward'],
    ['is set back by two minutes', read(MINUTE, -2 * MINUTE), 'clock-back'],
    ['is set back by a minute, which is no jump', read(MINUTE, -MINUTE), null],
  ])('%s', (_, reading, hold) => expect(watchClock(begun, reading).hold).toBe(hold));

  test('holds until it is right again', () => {
    expect(through(read(MINUTE, DAY), read(2 * MINUTE, DAY)).hold).toBe('clock-forward');
    expect(through(read(MINUTE, DAY), read(2 * MINUTE, DAY), read(3 * MINUTE)).hold).toBeNull();
  });

  test.each([DAY, -3 * HOUR])('by %i ms waits for a person after a restart', (set) => {
    const held = through(read(MINUTE, set), read(DAY, set, 'second'));
    expect(held.hold).not.toBeNull();
    expect(watchClock(held, read(DAY + MINUTE, 0, 'second')).hold).not.toBeNull();
    expect(trustClock(read(DAY, 0, 'second')).hold).toBeNull();
  });

  test('holds again when it jumps again after a person has said that it is right', () =>
    expect(watchClock(trustClock(read(MINUTE, DAY)), read(2 * MINUTE)).hold).toBe('clock-back'));
});

describe('a clock at the start of the server', () => {
  test('that is later only tells of a stop', () => expect(through(read(30 * DAY, 0, 'second')).hold).toBeNull());

  test('that stands before the newest moment on record holds until it has caught up', () => {
    expect(through(read(0, -MINUTE, 'second')).hold).toBeNull();
    const held = through(read(DAY, -500 * DAY, 'second'));
    expect(held.hold).toBe('clock-behind');
    expect(watchClock(held, read(DAY + MINUTE, 0, 'second')).hold).toBeNull();
  });
});

test('the time of a report goes on evenly from the last reading that fitted', () => {
  expect(reckonedNow(begun, read(MINUTE, 30 * DAY))).toBe(read(MINUTE).wall);
  expect(reckonedNow(begun, read(MINUTE, 0, 'second'))).toBe(read(MINUTE).wall);
});

test.each([
  ['a long stop and many mails', 2 * DAY, 21, true],
  ['a long stop and twenty', 2 * DAY, 20, false],
  ['a night and many', 15 * HOUR, 60, false],
  ['exactly a day', DAY, 21, false],
  ['a moment more', DAY + 1, 21, true],
])('%s: a person looks first', (_, idle, mails, expected) =>
  expect(confirmFirst(NINE, instantAt(millisecondsOf(NINE) + idle), mails)).toBe(expected),
);
