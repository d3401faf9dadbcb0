import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Condition } from '../item.ts';
import { decidePlacing, draft, notAhead, refuseOccurredAt, refuseUnlessMay } from './draft.ts';
import type { Draft, ItemSituation, Situation, Verdict } from './situation.ts';

/** CheckIn is the order to put items back into the safe (もどす). */
export interface CheckIn {
  readonly itemIds: readonly Uuid[];
  /** Where it was put; null when that is where it came from. */
  readonly storageId: Uuid | null;
  readonly condition: Condition;
  readonly occurredAt: Instant | null;
  readonly sheet: string | null;
  readonly note: string | null;
}

/** checkIn decides whether the items were put back. That is never refused to anyone who is signed in (law 4). */
export function checkIn(given: CheckIn, situation: Situation): Verdict {
  const order = { ...given, occurredAt: notAhead(given.occurredAt, situation.now) };
  const no = refuseUnlessMay(situation.actor, 'check-in');
  if (no) return refuse(no);
  return decidePlacing(situation.items, order.storageId, (item) => {
    const refusal = refuseOccurredAt(order.occurredAt, item, situation.now);
    return refusal ? refuse(refusal) : accept(placed(order, item));
  });
}

/**
 * What had ended is in the safe again (一時保管); what lay elsewhere in the safe was moved. Neither entry has room for how the item
 * was seen to be, so what is not as good as before is noted beside it.
 */
function placed({ storageId, condition, sheet, occurredAt, note }: CheckIn, item: ItemSituation): readonly Draft[] {
  const told = { occurredAt, private: { note } };
  const seen = condition === 'good' ? [] : [draft('item.condition-noted', item, { facts: { condition }, occurredAt })];
  if (item.custody.at === 'ended')
    return [draft('item.found', item, { facts: { storage: storageId }, ...told }), ...seen];
  if (item.custody.at === 'stored' && storageId !== null)
    return [draft('item.moved', item, { facts: { storage: storageId }, ...told }), ...seen];
  return [draft('item.checked-in', item, { facts: { storage: storageId, condition, sheet }, ...told })];
}
