import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Count } from './count.ts';
import { refuseAnothers } from './refuse-stage.ts';

/** startCount decides whether somebody begins to count a drawer; `open` is the count of it that has not ended. */
export function startCount(open: Count | null, actor: Actor): Decision<null> {
  const no = refuseUnlessMay(actor, 'count');
  if (no) return refuse(no);
  if (open === null) return accept(null);
  return refuse(refuseAnothers(open, actor) ?? { kind: 'count-stage', countId: open.id, stage: open.stage });
}
