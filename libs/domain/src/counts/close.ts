import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Count, CountPolicy, Difference, Second } from './count.ts';
import { refuseAnothers, refuseStage } from './refuse-stage.ts';

/** Closing is who closes a count under which policy, and what it is about. */
export interface Closing {
  readonly actor: Actor;
  readonly policy: CountPolicy;
}

/** closeCount decides whether a count ends: only when each difference has its answer. Alone at night, the second person comes later. */
export function closeCount(
  count: Count,
  differences: readonly Difference[],
  { actor, policy }: Closing,
): Decision<Second> {
  const no = refuseUnlessMay(actor, 'count') ?? refuseStage(count, 'entered') ?? refuseAnothers(count, actor);
  if (no) return refuse(no);
  const open = differences.filter(({ settledAs }) => settledAs === null).length;
  if (open > 0) return refuse({ kind: 'count-unsettled', open });
  return accept(secondOf(count, { actor, policy, differences: differences.length }));
}

/** secondOf says whether somebody else has to look at a count. */
export function secondOf(
  { countedBy, recounted, listed }: Count,
  { actor, policy, differences }: Closing & { readonly differences: number },
): Second {
  const needed =
    listed || policy.second === 'always' || (policy.second === 'differences' && (differences > 0 || recounted));
  if (!needed) return 'not-needed';
  return actor.staffId === countedBy ? 'awaited' : 'present';
}
