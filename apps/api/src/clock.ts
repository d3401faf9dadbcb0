import { dayInTokyo, instantAt } from '@azukari/domain';
import type { CalendarDay, Instant } from '@azukari/domain';

/**
 * Clock is the only source of time. `now` may be shifted by a declared offset (demo only); sessions and throttles
 * run on `elapsedMs`, which no offset touches.
 */
export class Clock {
  private offsetMs: number;

  constructor(offsetMs = 0) {
    this.offsetMs = offsetMs;
  }

  now(): Instant {
    return instantAt(Date.now() + this.offsetMs);
  }

  today(): CalendarDay {
    return dayInTokyo(this.now());
  }

  elapsedMs(): number {
    return Date.now();
  }

  /** setOffset declares how far `now` is from the machine's clock. */
  setOffset(ms: number): void {
    this.offsetMs = ms;
  }
}
