import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { decideEach, draft, refuseEnded, refuseMissing, refuseUnlessMay } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

/** ReportMissing is the order to report items as lost (紛失). */
export interface ReportMissing {
  readonly itemIds: readonly Uuid[];
  readonly note: string | null;
}

/** reportMissing decides whether items are lost: after a search or at once. */
export function reportMissing({ note }: ReportMissing, { actor, items }: Situation): Verdict {
  const no = refuseUnlessMay(actor, 'report-missing');
  if (no) return refuse(no);
  return decideEach(items, (item) => {
    const { custody } = item;
    const searching = custody.at === 'missing' && custody.stage === 'searching';
    const refusal = refuseEnded(item) ?? (searching ? null : refuseMissing(item));
    if (refusal) return refuse(refusal);
    return accept([draft('item.reported-missing', item, { facts: {}, private: { note } })]);
  });
}
