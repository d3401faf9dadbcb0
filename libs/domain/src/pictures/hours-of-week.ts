import type { Instant } from '../instant.ts';
import { millisecondsOf } from '../instant.ts';
import type { Outing } from './outings.ts';

const HOUR_MS = 3_600_000;
const TOKYO_HOURS = 9;
const HOURS_A_DAY = 24;
/** HOURS_A_WEEK: each hour of a week has a place, from Monday, 0 o'clock, in Japan. */
export const HOURS_A_WEEK = 168;
/** The first hour of Unix time was a Thursday's, three days after a Monday. */
const SINCE_MONDAY = 3 * HOURS_A_DAY + TOKYO_HOURS;

/** STAYS are the purposes for which an item is away for days; beside them the rest of the week is hard to see. */
export const STAYS = ['hospital-stay', 'overnight-leave'] as const;

/** HourOfWeek is one hour of the week over a period: how long it was, added up, and how long items were out in it. */
export interface HourOfWeek {
  readonly lengthMs: number;
  readonly outMs: number;
  /** How much of that was for a stay. */
  readonly stayMs: number;
}

/** hoursOfWeek adds up how long items were out in each hour of the week between two moments; nothing is known after the second. */
export function hoursOfWeek(
  outings: readonly Outing[],
  window: { readonly from: Instant; readonly to: Instant },
): readonly HourOfWeek[] {
  const [from, to] = [millisecondsOf(window.from), millisecondsOf(window.to)];
  const length = zeros();
  const out = zeros();
  const stay = zeros();
  add(length, from, to);
  for (const outing of outings) {
    const begin = Math.max(from, millisecondsOf(outing.from));
    const end = Math.min(to, outing.to === null ? to : millisecondsOf(outing.to));
    add(out, begin, end);
    if ((STAYS as readonly string[]).includes(outing.purpose)) add(stay, begin, end);
  }
  return length.map((lengthMs, n) => ({ lengthMs, outMs: out[n] ?? 0, stayMs: stay[n] ?? 0 }));
}

const zeros = (): number[] => Array.from({ length: HOURS_A_WEEK }, () => 0);

function add(hours: number[], begin: number, end: number): void {
  for (let at = begin; at < end;) {
    const hour = Math.floor(at / HOUR_MS);
    const next = Math.min(end, (hour + 1) * HOUR_MS);
    const place = (hour + SINCE_MONDAY) % HOURS_A_WEEK;
    hours[place] = (hours[place] ?? 0) + next - at;
    at = next;
  }
}
