import { addMonths, COUNT_DISPOSITIONS, dayInTokyo, firstOf, monthOf } from '@azukari/domain';
import type { CountDisposition, Instant, Uuid } from '@azukari/domain';
import type { AnswerOf, readCountPicture } from '@azukari/contract';
import type { Statements } from '../database/statements.ts';
import { boundsOf } from '../ledger/period.ts';
import type { Days } from '../ledger/period.ts';

type Months = AnswerOf<typeof readCountPicture>['months'];

interface Row {
  readonly id: Uuid;
  readonly closedAt: Instant;
  readonly joined: number;
  readonly side: 'short' | 'surplus' | null;
  readonly settledAs: CountDisposition | null;
}

/** countMonths adds up the counts that were closed in a period and their differences; a month without a count is there with nothing. */
export async function countMonths(sql: Statements, facilityId: Uuid, period: Days): Promise<Months> {
  const { from, to } = boundsOf(period);
  const rows = await sql.all<Row>(
    `SELECT blind_count.id AS id, closed_at AS "closedAt", CASE WHEN reconciliation_id IS NULL THEN 0 ELSE 1 END AS joined, side,
       settled_as AS "settledAs"
     FROM blind_count LEFT JOIN count_difference ON count_difference.count_id = blind_count.id
     WHERE blind_count.facility_id = ? AND closed_at >= ? AND closed_at < ? ORDER BY closed_at, blind_count.id`,
    [facilityId, from, to],
  );
  const byMonth = Map.groupBy(rows, ({ closedAt }) => monthOf(dayInTokyo(closedAt)));
  const months: Months = [];
  for (let first = firstOf(monthOf(period.from)); first <= period.to; first = addMonths(first, 1)) {
    const own = byMonth.get(monthOf(first)) ?? [];
    const counted = (some: readonly Row[]): number => new Set(some.map(({ id }) => id)).size;
    const on = (side: Row['side']): number => own.filter((row) => row.side === side).length;
    months.push({
      month: monthOf(first),
      counts: counted(own),
      differing: counted(own.filter(({ side }) => side !== null)),
      joined: counted(own.filter(({ joined }) => joined === 1)),
      short: on('short'),
      surplus: on('surplus'),
      answers: [...new Set(COUNT_DISPOSITIONS)].flatMap((as) => {
        const count = own.filter(({ settledAs }) => settledAs === as).length;
        return count === 0 ? [] : [{ as, count }];
      }),
    });
  }
  return months;
}
