import { outingsOf, stretchesOf } from '@azukari/domain';
import type { Instant, LiveStep, Outing, Span, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { numbersWithin } from '../ledger/period.ts';
import { custodyLog, livesOf } from './lives.ts';

/** AwayTimes is when one item was not in its place: out, or missing. */
export interface AwayTimes {
  readonly itemId: Uuid;
  readonly outings: readonly Outing[];
  readonly missing: readonly Span[];
}

/**
 * AwayReader keeps what it reckoned of an item for as long as nothing more is written of it. A correction is an entry of the item too, so
 * that its newest number says of everything before whether it still reads the same.
 */
export class AwayReader {
  private readonly kept = new Map<Uuid, AwayTimes & { readonly seq: number }>();

  /**
   * since answers for all items that can have been away at some moment since: of which something was written since then, or which are
   * away now. What was entered late or put right speaks of a time before it was written.
   */
  async since(sql: Statements, facilityId: Uuid, since: Instant): Promise<readonly AwayTimes[]> {
    const head = await custodyLog(sql, facilityId);
    const { first } = await numbersWithin(sql, head, { from: since });
    const items = await sql.all<{ id: Uuid; seq: number }>(
      `SELECT id, last_seq AS seq FROM item WHERE facility_id = ? AND (last_seq >= ? OR place IN ('out', 'missing')) ORDER BY id`,
      [facilityId, first],
    );
    const written = new Map(
      items.filter(({ id, seq }) => this.kept.get(id)?.seq !== seq).map(({ id, seq }) => [id, seq]),
    );
    for await (const { itemId, steps } of livesOf(sql, head.id, [...written.keys()]))
      this.kept.set(itemId, { itemId, seq: written.get(itemId) ?? -1, ...awayIn(steps) });
    return items.flatMap(({ id }) => this.kept.get(id) ?? []);
  }
}

function awayIn(steps: readonly LiveStep[]): Omit<AwayTimes, 'itemId'> {
  const missing = stretchesOf(steps)
    .filter(({ step }) => step.state.custody.at === 'missing')
    .map(({ from, to }) => ({ from, to }));
  return { outings: outingsOf(steps), missing };
}
