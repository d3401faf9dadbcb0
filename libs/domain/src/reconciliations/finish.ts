import type { Actor } from '../access/may.ts';
import type { CountStage } from '../counts/count.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Reconciliation } from './reconciliation.ts';
import { refuseReconciliationStage } from './refuse-stage.ts';

/** ToCount is a drawer that a 照合 asks for, with how far its count for it is; null while nobody has begun. */
export interface ToCount {
  readonly stage: CountStage | null;
}

/** finishReconciliation decides whether the safe is counted: every drawer, and each difference with its answer. */
export function finishReconciliation(
  reconciliation: Reconciliation,
  drawers: readonly ToCount[],
  actor: Actor,
): Decision<null> {
  const no = refuseUnlessMay(actor, 'reconcile') ?? refuseReconciliationStage(reconciliation, 'counting');
  if (no) return refuse(no);
  const begun = drawers.filter(({ stage }) => stage === 'counting' || stage === 'entered').length;
  const left = drawers.filter(({ stage }) => stage === null).length;
  return begun + left === 0 ? accept(null) : refuse({ kind: 'reconciliation-uncounted', left, begun });
}
