import { addDays } from '../instant.ts';
import type { Instant } from '../instant.ts';

/** From nine to six in Japan is from midnight to nine in UTC, on the same day of the calendar. */
const OPENS = 'T00:00:00.000Z';
const CLOSES = 'T09:00:00.000Z';

/** inSendWindow says whether families may be written to: from 09:00 until before 18:00 in Japan. */
export function inSendWindow(at: Instant): boolean {
  return at.slice(10) < CLOSES;
}

/** nextSendTime is the moment itself when families may be written to then, or else when they next may. */
export function nextSendTime(at: Instant): Instant {
  return inSendWindow(at) ? at : `${addDays(at.slice(0, 10), 1)}${OPENS}`;
}
