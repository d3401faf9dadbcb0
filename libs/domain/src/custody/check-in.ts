import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Condition } from '../item.ts';
import { decideEach, draft, refuseEnded, refuseOccurredAt, refuseStored, refuseUnlessMay } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

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
export function checkIn(order: CheckIn, situation: Situation): Verdict {
  const no = refuseUnlessMay(situation.actor, 'check-in');
  if (no) return refuse(no);
  const { storageId, condition, sheet, occurredAt, note } = order;
  return decideEach(situation.items, (item) => {
    const refusal = refuseStored(item) ?? refuseEnded(item) ?? refuseOccurredAt(occurredAt, item, situation.now);
    if (refusal) return refuse(refusal);
    return accept([
      draft('item.checked-in', item, {
        facts: { storage: storageId, condition, sheet },
        occurredAt,
        private: { note },
      }),
    ]);
  });
}
