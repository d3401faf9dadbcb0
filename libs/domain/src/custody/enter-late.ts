import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Condition } from '../item.ts';
import type { HolderRef, Purpose } from './custody.ts';
import { decideEach, draft, refuseFuture, refuseLateEntry, refuseOccurredAt, refuseUnlessStored } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

/** EnterLate is the order to write down afterwards that items were out and came back (あとから記録). */
export interface EnterLate {
  readonly itemIds: readonly Uuid[];
  readonly purpose: Purpose;
  readonly holder: HolderRef;
  readonly holderName: string;
  readonly contactId: Uuid | null;
  readonly destination: string | null;
  readonly outAt: Instant;
  readonly inAt: Instant;
  readonly storageId: Uuid | null;
  readonly condition: Condition;
  /** Number of the paper sheet it was copied from. */
  readonly sheet: string | null;
  readonly note: string | null;
}

/**
 * enterLate decides on the pair of entries, out and in. It judges whose it is to tell, and times: what has happened can always be
 * recorded, with or without an agreement, whoever had it (law 2).
 */
export function enterLate(order: EnterLate, { actor, items, now }: Situation): Verdict {
  const no = refuseLateEntry(actor, order.holder);
  if (no) return refuse(no);
  const { purpose, holder, holderName, contactId, destination, outAt, inAt, storageId, condition, sheet, note } = order;
  if (inAt < outAt) return refuse({ kind: 'occurred-out-of-order' });
  return decideEach(items, (item) => {
    const refusal = refuseUnlessStored(item) ?? refuseOccurredAt(outAt, item, now) ?? refuseFuture(inAt, now);
    if (refusal) return refuse(refusal);
    return accept([
      draft('item.checked-out', item, {
        facts: { holder, purpose, dueBackAt: null, contact: contactId, sheet },
        occurredAt: outAt,
        private: { holderName, destination, note },
      }),
      draft('item.checked-in', item, { facts: { storage: storageId, condition, sheet }, occurredAt: inAt }),
    ]);
  });
}
