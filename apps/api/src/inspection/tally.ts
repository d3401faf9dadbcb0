import { boundsOf } from '../ledger/period.ts';
import type { Tally } from './paper/pages.ts';
import type { Sight } from './sight.ts';
import { findCorrections } from './tables/corrections.ts';
import { openPoints } from './tables/open-points.ts';

/** tallyOf counts what the first page and the entry of the pack say. */
export async function tallyOf(sight: Sight): Promise<Tally> {
  const { sql, log, first, until, period } = sight;
  const { from, to } = boundsOf(period);
  const { late, changes } = await findCorrections(sight);
  const written = await sql.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? AND recorded_at >= ? AND recorded_at < ?',
    [log, first, until, from, to],
  );
  const amended = changes.filter(({ type }) => type === 'entry.amended').length;
  return {
    entries: written?.n ?? 0,
    late: late.length,
    amended,
    cancelled: changes.length - amended,
    open: (await openPoints(sight)).reduce((sum, { rows }) => sum + rows.length, 0),
  };
}
