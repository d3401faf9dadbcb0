import type { Actor } from '../access/may.ts';
import type { Count } from '../counts/count.ts';
import { startCount } from '../counts/start.ts';
import { refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Reconciliation } from './reconciliation.ts';
import { refuseReconciliationStage } from './refuse-stage.ts';

/** Joining is a drawer that somebody counts for a 照合: its count that has not ended, and the one by which it was counted for it already. */
export interface Joining {
  readonly open: Count | null;
  readonly counted: Count | null;
}

/** joinCount decides whether somebody begins to count a drawer for a 照合: each once. */
export function joinCount(reconciliation: Reconciliation, { open, counted }: Joining, actor: Actor): Decision<null> {
  const no = refuseReconciliationStage(reconciliation, 'counting');
  return no ? refuse(no) : startCount(open ?? counted, actor);
}
