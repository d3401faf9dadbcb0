import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { aboutItem, decideEach, draft, refuseEnded, refuseUnlessMay } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

/** Assign is the order to write down whose card an item of 一時保管 is. */
export interface Assign {
  readonly itemIds: readonly Uuid[];
  readonly residentId: Uuid;
}

/** assign decides whose a found item is: whoever may find it may also name its resident; only leaders correct a named one. */
export function assign({ residentId }: Assign, { actor, items }: Situation): Verdict {
  return decideEach(items, (item) => {
    const no = refuseUnlessMay(actor, item.residentId === null ? 'hold-temporarily' : 'amend') ?? refuseEnded(item);
    if (no) return refuse(no);
    if (item.custody.at === 'ended' || item.custody.hold === null)
      return refuse({ kind: 'item-not-held', ...aboutItem(item) });
    if (item.residentId === residentId) return refuse({ kind: 'nothing-to-change' });
    return accept([draft('item.assigned', { id: item.id, residentId }, { facts: {} })]);
  });
}
