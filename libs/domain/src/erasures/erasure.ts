import { retentionEnds } from '../expiry/house-duties.ts';
import { addDays, dayInTokyo } from '../instant.ts';
import type { CalendarDay, Instant } from '../instant.ts';

/** ERASED_KINDS are the people whose words can be erased. */
export const ERASED_KINDS = ['resident', 'contact', 'staff'] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** ERASURE_GROUNDS are why: the time of keeping is over, or somebody asked. Words would outlive what they speak of. */
export const ERASURE_GROUNDS = ['retention-over', 'asked-by-person', 'asked-by-family'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** ERASURE_OBSTACLES stand in the way of an erasure, in the order of being told. */
export const ERASURE_OBSTACLES = ['still-here', 'item-held', 'loss-open', 'on-hold', 'too-early'] as const;
export type ErasureObstacle = (typeof ERASURE_OBSTACLES)[number];

/** ErasureStage is how far an erasure has come. */
export type ErasureStage = 'asked' | 'lapsed' | 'withdrawn' | 'confirmed';

/** ERASURE_WINDOW_DAYS is how long the second person has. */
export const ERASURE_WINDOW_DAYS = 7;

/** A request is heard after the least time of keeping, the house's own initiative after the whole of it. */
const LEAST_YEARS = 0;

/** ErasureFacts are what is known of somebody whose words are to be erased. */
export interface ErasureFacts {
  /** Null: has not left, or is still one of the contacts. */
  readonly leftOn: CalendarDay | null;
  /** Things of hers, or in her hands, that are still with the house or somebody on its behalf. */
  readonly items: number;
  readonly openLosses: number;
  /** Somebody said that nothing of hers may go: a dispute, an inquiry. */
  readonly onHold: boolean;
}

/** Obstacle is what stands in the way, and until when, where that is known. */
export interface Obstacle {
  readonly because: ErasureObstacle;
  readonly until: CalendarDay | null;
}

/** erasableFrom is the first day on which the words of somebody who left may be erased. */
export function erasableFrom(leftOn: CalendarDay, ground: ErasureGround): CalendarDay {
  return addDays(retentionEnds(leftOn, ground === 'retention-over' ? undefined : LEAST_YEARS).date, 1);
}

/** erasureObstacle is the first thing that stands in the way; null when nothing does. */
export function erasureObstacle(
  { leftOn, items, openLosses, onHold }: ErasureFacts,
  ground: ErasureGround,
  today: CalendarDay,
): Obstacle | null {
  if (leftOn === null) return { because: 'still-here', until: null };
  if (items > 0) return { because: 'item-held', until: null };
  if (openLosses > 0) return { because: 'loss-open', until: null };
  if (onHold) return { because: 'on-hold', until: null };
  const from = erasableFrom(leftOn, ground);
  return today < from ? { because: 'too-early', until: from } : null;
}

/** erasureUntil is the last day on which the second person may confirm. */
export function erasureUntil(askedAt: Instant): CalendarDay {
  return addDays(dayInTokyo(askedAt), ERASURE_WINDOW_DAYS);
}

/** erasureStage says how far an erasure has come on a day. */
export function erasureStage(
  erasure: {
    readonly askedAt: Instant;
    readonly withdrawnAt: Instant | null;
    readonly confirmedAt: Instant | null;
  },
  today: CalendarDay,
): ErasureStage {
  if (erasure.confirmedAt !== null) return 'confirmed';
  if (erasure.withdrawnAt !== null) return 'withdrawn';
  return today > erasureUntil(erasure.askedAt) ? 'lapsed' : 'asked';
}
