import { instantAt, millisecondsOf } from '../instant.ts';
import type { Instant } from '../instant.ts';

/**
 * HOLDS stop all sending: of a server whose clock was set while it ran, or stood before the newest moment on record when it
 * started; of a facility in which much waits after a stop.
 */
export const HOLDS = ['clock-back', 'clock-forward', 'clock-behind', 'confirm-first'] as const;
export type Hold = (typeof HOLDS)[number];

/** ClockReading is the machine's clock beside one that nobody can set, which counts from the start of its process. */
export interface ClockReading {
  readonly wall: Instant;
  readonly monotonicMs: number;
  /** Another process counts from another start. */
  readonly process: string;
}

/** ClockWatch is what one server knows of its clock; kept over restarts. */
export interface ClockWatch {
  /** The newest reading that fitted. */
  readonly trusted: ClockReading;
  readonly hold: Exclude<Hold, 'confirm-first'> | null;
}

/** A time server corrects by seconds; that is no jump. */
const BACK_MS = 60_000;
const FORWARD_MS = 60 * 60_000;
const STOP_MS = 24 * 60 * 60_000;
const MANY = 20;

/** trustClock begins to trust a reading: at the very first start, and when a person has said that the clock is right. */
export function trustClock(reading: ClockReading): ClockWatch {
  return { trusted: reading, hold: null };
}

/**
 * watchClock compares a reading with the last that fitted. A clock that is right again ends the hold by itself; one that was set
 * before a restart waits for a person, because nothing is left to compare it with.
 */
export function watchClock({ trusted, hold }: ClockWatch, reading: ClockReading): ClockWatch {
  const moved = millisecondsOf(reading.wall) - millisecondsOf(trusted.wall);
  const found =
    reading.process === trusted.process
      ? jumped(moved - (reading.monotonicMs - trusted.monotonicMs))
      : afterRestart(moved, hold);
  return found === null ? trustClock(reading) : { trusted, hold: found };
}

/** reckonedNow is the time by the last reading that fitted: for the report of an attempt that began before the clock jumped. */
export function reckonedNow({ trusted }: ClockWatch, reading: ClockReading): Instant {
  return reading.process === trusted.process
    ? instantAt(millisecondsOf(trusted.wall) + reading.monotonicMs - trusted.monotonicMs)
    : reading.wall;
}

/**
 * confirmFirst says, at the first planning after a stop, whether a person has to look before anything is sent: nothing was planned
 * for more than a day, and more than 20 mails of the facility wait. Planning rests at night, so it is the last planning that counts.
 */
export function confirmFirst(lastPlannedAt: Instant, now: Instant, queued: number): boolean {
  return millisecondsOf(now) - millisecondsOf(lastPlannedAt) > STOP_MS && queued > MANY;
}

function jumped(ms: number): ClockWatch['hold'] {
  if (ms < -BACK_MS) return 'clock-back';
  return ms > FORWARD_MS ? 'clock-forward' : null;
}

function afterRestart(moved: number, hold: ClockWatch['hold']): ClockWatch['hold'] {
  if (hold === 'clock-back' || hold === 'clock-forward') return hold;
  return moved < -BACK_MS ? 'clock-behind' : null;
}
