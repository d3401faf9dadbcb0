import { uptime } from 'node:os';
import { dayInTokyo, instantAt, millisecondsOf } from '@azukari/domain';
import type { CalendarDay, ClockReading, Instant } from '@azukari/domain';

const LARGEST_DRIFT_MS = 60 * 60_000;

/**
 * Clock is the only source of time. `now` may be shifted by a declared offset (demo only); sessions and throttles
 * run on `elapsedMs`, which no offset touches.
 */
export class Clock {
  private offsetMs: number;
  private readonly sinceBootMs: () => number;
  private readonly bootMs: number;
  /** What this process counts from is another's no more. */
  private readonly process = crypto.randomUUID();

  /** The time since the machine was started goes on while it sleeps, which that of a process does not everywhere. */
  constructor(offsetMs = 0, sinceBootMs = (): number => uptime() * 1_000) {
    this.offsetMs = offsetMs;
    this.sinceBootMs = sinceBootMs;
    this.bootMs = Date.now() - sinceBootMs();
  }

  now(): Instant {
    return instantAt(Date.now() + this.offsetMs);
  }

  today(): CalendarDay {
    return dayInTokyo(this.now());
  }

  /** elapsedMs goes on evenly, also when somebody sets the machine's clock while the server runs, and while it sleeps. */
  elapsedMs(): number {
    return Math.floor(this.bootMs + this.sinceBootMs());
  }

  /** wentAstray says whether the machine's clock was set by more than an hour since the start. */
  wentAstray(): boolean {
    return Math.abs(Date.now() - this.elapsedMs()) > LARGEST_DRIFT_MS;
  }

  /** reading is the machine's clock beside one that nobody can set; a declared offset is no jump. */
  reading(): ClockReading {
    return { wall: instantAt(Date.now()), monotonicMs: this.sinceBootMs(), process: this.process };
  }

  /** declared is a moment of the machine's clock as `now` would have told it. */
  declared(at: Instant): Instant {
    return instantAt(millisecondsOf(at) + this.offsetMs);
  }

  /** setOffset declares how far `now` is from the machine's clock. */
  setOffset(ms: number): void {
    this.offsetMs = ms;
  }
}
