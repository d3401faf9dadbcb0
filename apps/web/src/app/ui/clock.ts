import { computed, Injectable, signal } from '@angular/core';
import { type CalendarDay, dayInTokyo, type Instant, instantAt, millisecondsOf } from '@azukari/domain';

const TICK_MS = 10_000;

/** Clock is the server's time, carried on by the tablet between answers. The tablet's own clock is only a claim. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly offsetMs = signal(0);
  private readonly tick = signal(Date.now());

  readonly now = computed<Instant>(() => instantAt(this.tick() + this.offsetMs()));
  readonly today = computed<CalendarDay>(() => dayInTokyo(this.now()));

  constructor() {
    setInterval(() => this.tick.set(Date.now()), TICK_MS);
  }

  /** follow takes the server's time from an answer. */
  follow(serverNow: Instant): void {
    const here = Date.now();
    this.offsetMs.set(millisecondsOf(serverNow) - here);
    this.tick.set(here);
  }
}
