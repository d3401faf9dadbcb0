import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import { secondOf } from './close.ts';
import { compareCount } from './compare.ts';
import type { Comparison, Lying, Sighting } from './compare.ts';
import type { Count, CountPolicy, Second } from './count.ts';
import { refuseAnothers, refuseStage } from './refuse-stage.ts';

/** Counting is everything that deciding on what was seen needs. */
export interface Counting {
  readonly count: Count;
  readonly actor: Actor;
  readonly policy: CountPolicy;
  /** What the record says lay in the drawer when the count began, and lies there now. Nobody who counts is told. */
  readonly before: readonly Lying[];
  readonly now: readonly Lying[];
}

/** Entered is a count that was compared; one without differences closes by itself. */
export interface Entered extends Comparison {
  readonly closes: Second | null;
}

/** enterCount takes down what somebody saw. It is said once: after that the differences are known, and nobody counts blindly again. */
export function enterCount(
  seen: readonly Sighting[],
  { count, actor, policy, before, now }: Counting,
): Decision<Entered> {
  const no = refuseUnlessMay(actor, 'count') ?? refuseStage(count, 'counting') ?? refuseAnothers(count, actor);
  if (no) return refuse(no);
  // A list is gone through item by item; a blind answer to it would say nothing of which.
  if (count.listed) return refuse({ kind: 'not-found' });
  const compared = compareCount(before, now, seen);
  const closes = compared.differences.length === 0 ? secondOf(count, { actor, policy, differences: 0 }) : null;
  return accept({ ...compared, closes });
}
