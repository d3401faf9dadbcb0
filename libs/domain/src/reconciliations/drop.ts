import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Reconciliation } from './reconciliation.ts';
import { refuseReconciliationStage } from './refuse-stage.ts';

/** dropReconciliation decides whether a 照合 that began by mistake is given up: only before any drawer is counted for it. */
export function dropReconciliation(reconciliation: Reconciliation, counts: number, actor: Actor): Decision<null> {
  const no = refuseUnlessMay(actor, 'reconcile') ?? refuseReconciliationStage(reconciliation, 'counting');
  if (no) return refuse(no);
  return counts === 0 ? accept(null) : refuse({ kind: 'reconciliation-begun', counts });
}
