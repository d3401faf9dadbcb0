import { Injectable } from '@nestjs/common';
import { dayInTokyo, daysLate, firstOf, monthsAsked, reconciliationDue } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type { AnswerOf, readReconciliation, readReconciliations } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { drawersToCount, joinedCounts } from '../counts/counts.joined.ts';
import type { DrawerToCount, JoinedCount } from '../counts/counts.joined.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { readItems } from '../items/item-views.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { readCorrections } from './correction-rows.ts';
import { askedFrom, ownReconciliation, readReconciliationRows } from './reconciliation-rows.ts';
import type { ReconciliationRow } from './reconciliation-rows.ts';
import { totalsOf } from './snapshot.ts';

type Answer = AnswerOf<typeof readReconciliation>;

/** ReconciliationsReader answers 毎月の照合: the months, and one of them. */
@Injectable()
export class ReconciliationsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({ facilityId }: SignedIn): Promise<AnswerOf<typeof readReconciliations>> {
    const { sql } = this.database.reads;
    const today = this.clock.today();
    const rows = new Map(
      (await readReconciliationRows(sql, facilityId, '1 = 1')).map((row) => [row.month, row] as const),
    );
    const months = monthsAsked(await askedFrom(sql, facilityId), today).toReversed();
    return {
      months: months.map((month) => {
        const { daysLate: late = null, ...brief } = rows.get(month) ?? {};
        return {
          month,
          dueOn: reconciliationDue(firstOf(month)).date,
          daysLate: late ?? daysLate(month, today),
          reconciliation: 'id' in brief ? brief : null,
        };
      }),
    };
  }

  one(by: SignedIn, id: Uuid): Promise<Answer> {
    return this.read(this.database.reads.sql, by, id);
  }

  /** read answers one 照合, also within a command that has just changed it. */
  async read(sql: Statements, by: SignedIn, id: Uuid): Promise<Answer> {
    const { facilityId } = by;
    const row = await ownReconciliation(sql, facilityId, id);
    const counts = await joinedCounts(sql, facilityId, id);
    const counting = row.stage === 'counting';
    return {
      ...row,
      dueOn: reconciliationDue(firstOf(row.month)).date,
      daysLate: row.daysLate ?? daysLate(row.month, this.clock.today()),
      hands: handsIn(row, counts),
      drawers: drawersOf(counting ? await drawersToCount(sql, facilityId) : [], counts),
      totals: counting ? null : await totalsOf(sql, id),
      found: counting ? [] : await this.found(sql, by, counts),
      corrected: [...(await readCorrections(sql, id))],
    };
  }

  private async found(sql: Statements, by: SignedIn, counts: readonly JoinedCount[]): Promise<Answer['found']> {
    const differences = counts.flatMap((count) => count.differences);
    const named = [...new Set(differences.flatMap(({ itemId }) => itemId ?? []))];
    const source = { sql, by, today: dayInTokyo(this.clock.now()) };
    const items = named.length === 0 ? [] : await readItems(source, `item.id IN (${places(named.length)})`, named);
    return differences.flatMap(({ side, place, kind, as, itemId, by: settledBy, at }) =>
      as === null || settledBy === null || at === null
        ? []
        : [{ side, place, kind, as, item: items.find((item) => item.id === itemId) ?? null, by: settledBy, at }],
    );
  }
}

/** handsIn are all who began, counted, took over, answered or finished: none of them is the second person. */
export function handsIn({ startedBy, countedBy }: ReconciliationRow, counts: readonly JoinedCount[]): Uuid[] {
  const people = counts.flatMap((count) => [
    count.countedBy,
    count.owner,
    ...count.differences.flatMap(({ by }) => by ?? []),
  ]);
  return [...new Set([startedBy, ...(countedBy === null ? [] : [countedBy]), ...people].map(({ id }) => id))];
}

/** While drawers are counted, all of them; afterwards those that were. */
function drawersOf(drawers: readonly DrawerToCount[], counts: readonly JoinedCount[]): Answer['drawers'] {
  return drawers.map(({ open, ...drawer }) => {
    const count = counts.find((one) => one.drawer === drawer.id);
    return {
      ...drawer,
      count: count
        ? {
            id: count.id,
            stage: count.stage,
            owner: count.owner,
            expected: count.expected,
            seen: count.seen,
            differences: count.differences.length,
          }
        : null,
      busy: open === null || open.id === count?.id ? null : open,
    };
  });
}
