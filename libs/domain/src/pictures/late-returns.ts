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
  const back = outings.filter((one) => one.end === 'returned' && one.to !== null && one.to >= from && one.to < to);
  const away = outings.filter((one) => one.to === null && one.from < to && from <= now && now < to);
  return PURPOSES.flatMap((purpose) => {
    const own = back.filter((one) => one.purpose === purpose);
    const unplanned = own.filter(({ dueBackAt }) => dueBackAt === null).length;
    const minutes = own.flatMap((one) => {
      const { dueBackAt, to: backAt } = one;
      return dueBackAt !== null && backAt !== null && isLate(dueBackAt, backAt)
        ? minutesBetween(dueBackAt, backAt)
        : [];
    });
    const stillLate = away.filter((one) => one.purpose === purpose && isLate(one.dueBackAt, now)).length;
    if (own.length + stillLate === 0) return [];
    const inTime = own.length - unplanned - minutes.length;
    return { purpose, inTime, late: minutes.length, unplanned, stillLate, longestMinutes: longest(minutes) };
  });
}

function longest(minutes: readonly number[]): number {
  return minutes.reduce((most, one) => Math.max(most, one), 0);
}
