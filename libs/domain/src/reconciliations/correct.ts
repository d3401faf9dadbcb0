import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Reconciliation } from './reconciliation.ts';
import { refuseReconciliationStage } from './refuse-stage.ts';

/** correctReconciliation decides whether something is set right beside a 照合 that is closed; it itself stays as it was signed. */
export function correctReconciliation(reconciliation: Reconciliation, actor: Actor): Decision<null> {
  const no = refuseUnlessMay(actor, 'reconcile') ?? refuseReconciliationStage(reconciliation, 'closed');
  return no ? refuse(no) : accept(null);
}
