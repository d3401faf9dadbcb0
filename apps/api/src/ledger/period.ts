import { addDays, tokyoTime } from '@azukari/domain';
import type { CalendarDay, Instant } from '@azukari/domain';
import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { TIME_MARK, WENT_BACK } from './leaf-indexes.ts';
import type { Head } from './ledger.ts';

/** Days are the first and the last day of a period. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** boundsOf are the moments in which a period begins, and in which it is over. */
export function boundsOf({ from, to }: Days): { readonly from: Instant; readonly to: Instant } {
  return { from: tokyoTime(from, '00:00'), to: tokyoTime(addDays(to, 1), '00:00') };
}

/**
 * numbersWithin is a period of recording as a range of numbers: no entry of the period lies outside of `first <= seq < end`, but
 * some of the range may be of other times. While the clock goes on, time grows with the number, and one entry in 64 bounds the
 * range; entries from while it had gone back are looked at themselves.
 */
export async function numbersWithin(
  sql: Statements,
  head: Head,
  { from = '', to = '9999' }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<{ readonly first: number; readonly end: number }> {
  const marks = `SELECT seq FROM log_leaf ${by(sql, 'log_leaf_recorded')} WHERE log = ? AND ${TIME_MARK} AND NOT (${WENT_BACK})`;
  const behind = `FROM log_leaf ${by(sql, 'log_leaf_behind')} WHERE log = ? AND ${WENT_BACK}`;
  const range = await sql.get<Record<'before' | 'after' | 'first' | 'last', number | null>>(
    `SELECT MIN(seq) AS first, MAX(seq) AS last,
      (${marks} AND recorded_at < ? ORDER BY recorded_at DESC LIMIT 1) AS before,
      (${marks} AND recorded_at >= ? ORDER BY recorded_at LIMIT 1) AS after
      ${behind} AND recorded_at >= ? AND recorded_at < ?`,
    [head.id, from, head.id, to, head.id, from, to],
  );
  return {
    first: Math.min(range?.before ?? 0, range?.first ?? head.size),
    end: Math.max(range?.after ?? head.size, (range?.last ?? -1) + 1),
  };
}
