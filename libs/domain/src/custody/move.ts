import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { decideEach, draft, refuseUnlessMay, refuseUnlessStored } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

/** Move is the order to put stored items into another pouch. */
export interface Move {
  readonly itemIds: readonly Uuid[];
  readonly storageId: Uuid;
  readonly note: string | null;
}

/** move decides whether stored items change their pouch; items that lie there already get no entry. */
export function move({ storageId, note }: Move, { actor, items }: Situation): Verdict {
  const no = refuseUnlessMay(actor, 'move');
  if (no) return refuse(no);
  const verdict = decideEach(items, (item) => {
    const refusal = refuseUnlessStored(item);
    if (refusal) return refuse(refusal);
    if (item.custody.at === 'stored' && item.custody.storage === storageId) return accept([]);
    return accept([draft('item.moved', item, { facts: { storage: storageId }, private: { note } })]);
  });
  return verdict.ok && verdict.value.length === 0 ? refuse({ kind: 'nothing-to-change' }) : verdict;
}
