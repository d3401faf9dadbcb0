import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Count } from './count.ts';
import { refuseAnothers, refuseStage } from './refuse-stage.ts';

/** dropCount decides whether a count that began by mistake is given up: by whoever has it in hand, and only before anything was said. */
export function dropCount(count: Count, actor: Actor): Decision<null> {
  const no = refuseUnlessMay(actor, 'count') ?? refuseStage(count, 'counting') ?? refuseAnothers(count, actor);
  if (no) return refuse(no);
  return count.recounted ? refuse({ kind: 'recount-unfit' }) : accept(null);
}
