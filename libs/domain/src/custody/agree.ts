import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { aboutItem, decideEach, draft, refuseEnded, refuseUnlessMay } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';
import { refuseAgreement } from './take-in.ts';

/** Agree is the order to keep items of 一時保管 under an agreement from now on. */
export interface Agree {
  readonly itemIds: readonly Uuid[];
  readonly agreementId: Uuid;
  /** The pouch it gets; null when it stays where it is. */
  readonly storageId: Uuid | null;
}

/** agree decides whether an agreement lifts the hold; where the item is at the moment does not matter. */
export function agree({ agreementId, storageId }: Agree, { actor, items, today }: Situation): Verdict {
  const no = refuseUnlessMay(actor, 'take-in');
  if (no) return refuse(no);
  return decideEach(items, (item) => {
    const ended = refuseEnded(item);
    if (ended) return refuse(ended);
    if (item.custody.at === 'ended' || item.custody.hold === null)
      return refuse({ kind: 'item-not-held', ...aboutItem(item) });
    const refusal = refuseAgreement(agreementId, item, today);
    if (refusal) return refuse(refusal);
    return accept([draft('item.agreed', item, { facts: { agreement: agreementId, storage: storageId } })]);
  });
}
