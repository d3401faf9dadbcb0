import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { ON_TIME, TIME_MARK } from './leaf-indexes.ts';
import type { Head } from './ledger.ts';

/**
 * numbersWithin is a period of recording as a range of numbers: no entry of the period lies outside of `first <= seq < end`, but
 * some of the range may be of other times. The record is ordered by number; an index on time alone would be sorted anew.
 */
export async function numbersWithin(
  sql: Statements,
  head: Head,
  { from = '', to = '9999' }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<{ readonly first: number; readonly end: number }> {
  const marks = `FROM log_leaf ${by(sql, 'log_leaf_recorded')} WHERE log = ? AND ${TIME_MARK}`;
  const range = await sql.get<Record<'before' | 'after' | 'first' | 'last', number | null>>(
    `SELECT MIN(seq) AS first, MAX(seq) AS last,
      (SELECT seq ${marks} AND ${ON_TIME} AND recorded_at < ? ORDER BY recorded_at DESC LIMIT 1) AS before,
      (SELECT seq ${marks} AND ${ON_TIME} AND recorded_at >= ? ORDER BY recorded_at LIMIT 1) AS after
      ${marks} AND recorded_at >= ? AND recorded_at < ?`,
    [head.id, from, head.id, to, head.id, from, to],
  );
  return {
    first: Math.min(range?.before ?? 0, range?.first ?? head.size),
    end: Math.max(range?.after ?? head.size, (range?.last ?? -1) + 1),
  };
}
