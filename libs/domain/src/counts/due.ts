import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '../instant.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { CountPolicy } from './count.ts';

/** SKIPPED_AFTER_MINUTES: a count that was not made so long after a change of shift was skipped (抜けた). */
export const SKIPPED_AFTER_MINUTES = 60;

/** DAYS_BETWEEN_COUNTS is how long a drawer that nobody opens may go uncounted. */
export const DAYS_BETWEEN_COUNTS = 7;

/** DUE_REASONS: opened since the last count, a week has passed, never counted. */
export const DUE_REASONS = ['opened', 'week', 'never'] as const;
export type DueReason = (typeof DUE_REASONS)[number];

/** CountedDrawer is what is known of a drawer when it is asked whether to count it. */
export interface CountedDrawer {
  /** A drawer, or a locker without one; null for what lies in no recorded place. */
  readonly drawer: Uuid | null;
  /** When it was first opened after it was last counted. */
  readonly openedAt: Instant | null;
  readonly countedAt: Instant | null;
  /** Whether there is anything in it to count. */
  readonly holds: boolean;
}

/** CountDue says why to count a drawer, and whether that was forgotten at a change of shift. */
export interface CountDue {
  readonly why: DueReason;
  readonly skipped: boolean;
}

/** lastShift is the newest change of shift that is not after now, or null where there are none. */
export function lastShift(now: Instant, { shifts }: CountPolicy): Instant | null {
  const today = dayInTokyo(now);
  return (
    [addDays(today, -1), today]
      .flatMap((day) => shifts.map((clock) => tokyoTime(day, clock)))
      .filter((at) => at <= now)
      .sort()
      .at(-1) ?? null
  );
}

/** forgottenSince says that what was to be done by the next change of shift after this moment has not been, and the hour is over. */
export function forgottenSince(at: Instant, now: Instant, policy: CountPolicy): boolean {
  const shift = lastShift(instantAt(millisecondsOf(now) - SKIPPED_AFTER_MINUTES * 60_000), policy);
  return shift !== null && at < shift;
}

/** countDue says whether a drawer is to be counted now. A drawer that never was, is not called forgotten until it has been opened. */
export function countDue(drawer: CountedDrawer, now: Instant, policy: CountPolicy): CountDue | null {
  const shift = lastShift(now, policy);
  if (shift === null) return null;
  const { openedAt, countedAt, holds } = drawer;
  if (openedAt !== null && openedAt < shift) return { why: 'opened', skipped: forgottenSince(openedAt, now, policy) };
  if (!holds) return null;
  if (countedAt === null) return { why: 'never', skipped: false };
  const again = tokyoTime(addDays(dayInTokyo(countedAt), DAYS_BETWEEN_COUNTS), '00:00');
  return again <= shift ? { why: 'week', skipped: forgottenSince(again, now, policy) } : null;
}
