import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { decideEach, draft, refuseEnded, refuseMissing, refuseUnlessMay } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

/** Search is the order to write down that items are being looked for (さがしています). */
export interface Search {
  readonly itemIds: readonly Uuid[];
  readonly note: string | null;
}

/** search decides whether a search begins: for everybody, because it comes before any report of loss. */
export function search({ note }: Search, { actor, items }: Situation): Verdict {
  const no = refuseUnlessMay(actor, 'search');
  if (no) return refuse(no);
  return decideEach(items, (item) => {
    const refusal = refuseMissing(item) ?? refuseEnded(item);
    if (refusal) return refuse(refusal);
    return accept([draft('item.search-started', item, { facts: {}, private: { note } })]);
  });
}
