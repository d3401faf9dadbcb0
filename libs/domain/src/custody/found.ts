import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { decidePlacing, draft, refuseUnlessMay } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

/** Found is the order to record that items lie in the safe although the record says otherwise (見つかりました, いま金庫にあります). */
export interface Found {
  readonly itemIds: readonly Uuid[];
  /** Where it lies; null when that is where it was last. */
  readonly storageId: Uuid | null;
  readonly note: string | null;
}

/** found decides whether the record is put right. Like putting back, it is never refused to anyone who is signed in (laws 2 and 4). */
export function found({ storageId, note }: Found, { actor, items }: Situation): Verdict {
  const no = refuseUnlessMay(actor, 'check-in');
  if (no) return refuse(no);
  return decidePlacing(items, storageId, (item) => {
    const told = { private: { note } };
    // The record says the safe, but another place in it.
    if (item.custody.at === 'stored' && storageId !== null)
      return accept([draft('item.moved', item, { facts: { storage: storageId }, ...told })]);
    return accept([draft('item.found', item, { facts: { storage: storageId }, ...told })]);
  });
}
