import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Count } from './count.ts';
import { refuseStage } from './refuse-stage.ts';

/** confirmCount decides whether somebody is the second person of a closed count: anybody who may count, but who counted. */
export function confirmCount(count: Count, actor: Actor): Decision<null> {
  const no = refuseUnlessMay(actor, 'count') ?? refuseStage(count, 'awaited');
  if (no) return refuse(no);
  return count.countedBy === actor.staffId ? refuse({ kind: 'witness-is-actor' }) : accept(null);
}
