import { type Instant, isCalendarDay, tokyoTime } from '@azukari/domain';

/** momentOf is a day and a time in Japan as somebody enters them; null while they are incomplete. */
export function momentOf(day: string, time: string): Instant | null {
  return isCalendarDay(day) && /^\d{2}:\d{2}$/.test(time) ? tokyoTime(day, time) : null;
}
