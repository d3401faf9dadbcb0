import type { Refusal } from '../refusal.ts';
import type { Reconciliation, ReconciliationStage } from './reconciliation.ts';

/** refuseReconciliationStage says how far a 照合 is instead, or null when it is at this stage. */
export function refuseReconciliationStage(
  { id, stage }: Pick<Reconciliation, 'id' | 'stage'>,
  wanted: ReconciliationStage,
): Refusal | null {
  return stage === wanted ? null : { kind: 'reconciliation-stage', reconciliationId: id, stage };
}
