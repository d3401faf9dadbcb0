import { PURPOSES } from '../custody/custody.ts';
import type { Purpose } from '../custody/custody.ts';
import type { Instant } from '../instant.ts';
import type { Outing } from './outings.ts';
import { isLate, minutesBetween } from './stretches.ts';

/** ReturnsFor is how items came back that were out for one purpose. */
export interface ReturnsFor {
  readonly purpose: Purpose;
  readonly inTime: number;
  readonly late: number;
  /** Came back, and nobody had planned when. */
  readonly unplanned: number;
  /** Are out past their time now. */
  readonly stillLate: number;
  /** By how many minutes the latest return was late; 0 without one. */
  readonly longestMinutes: number;
}

/** lateReturns tells how items came back between two moments, purpose by purpose; only those of which there is something to say. */
export function lateReturns(
  outings: readonly Outing[],
  { from, to, now }: { readonly from: Instant; readonly to: Instant; readonly now: Instant },
): readonly ReturnsFor[] {
  const sums = new Map<Purpose, Sum>();
  const sumOf = (purpose: Purpose): Sum => {
    const sum = sums.get(purpose) ?? { purpose, inTime: 0, late: 0, unplanned: 0, stillLate: 0, longestMinutes: 0 };
    sums.set(purpose, sum);
    return sum;
  };
  // Once over all of them: there can be as many as a house has had in ten years.
  for (const one of outings) {
    const { purpose, dueBackAt, to: backAt } = one;
    if (backAt === null) {
      if (one.from < to && one.from <= now && now < to && isLate(dueBackAt, now)) sumOf(purpose).stillLate++;
    } else if (one.end === 'returned' && backAt >= from && backAt < to) {
      const sum = sumOf(purpose);
      if (dueBackAt === null) sum.unplanned++;
      else if (!isLate(dueBackAt, backAt)) sum.inTime++;
      else {
        sum.late++;
        sum.longestMinutes = Math.max(sum.longestMinutes, minutesBetween(dueBackAt, backAt));
      }
    }
  }
  return PURPOSES.flatMap((purpose) => sums.get(purpose) ?? []);
}

type Sum = { -readonly [K in keyof ReturnsFor]: ReturnsFor[K] };
