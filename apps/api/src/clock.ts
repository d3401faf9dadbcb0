import { Injectable } from '@nestjs/common';
import { dayInTokyo, instantAt } from '@azukari/domain';
import type { CalendarDay, Instant } from '@azukari/domain';

/**
 * Clock is the only source of time. `now` may be shifted by a declared offset (demo only); sessions and throttles
 * run on `elapsedMs`, which no offset touches.
 */
@Injectable()
export class Clock {
  private offsetMs = 0;

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
