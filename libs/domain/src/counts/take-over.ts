import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import type { Count } from './count.ts';

/**
 * takeOver decides whether a colleague goes on with a count that somebody left open, and who then counts it: who takes over before
 * anything was said counts anew; after that it stays the count of who saw.
 */
export function takeOver(count: Count, actor: Actor): Decision<{ readonly countedBy: Uuid }> {
  const no = refuseUnlessMay(actor, 'count');
  if (no) return refuse(no);
  if (count.stage === 'awaited' || count.stage === 'closed')
    return refuse({ kind: 'count-stage', countId: count.id, stage: count.stage });
  if (count.owner.staffId === actor.staffId) return refuse({ kind: 'nothing-to-change' });
  return accept({ countedBy: count.stage === 'counting' ? actor.staffId : count.countedBy });
}
