import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { CalendarDay, Uuid } from '../instant.ts';
import { daysLate } from './reconciliation.ts';
import type { Reconciliation } from './reconciliation.ts';
import { refuseReconciliationStage } from './refuse-stage.ts';

/** Confirming is who looks as well, on which day, and who had a hand in it: began it, counted a drawer, answered a difference, finished. */
export interface Confirming {
  readonly actor: Actor;
  readonly today: CalendarDay;
  readonly hands: readonly Uuid[];
}

/** confirmReconciliation decides whether a second person closes a 照合, and by how many days that is late. Nobody closes what she had a hand in. */
export function confirmReconciliation(
  reconciliation: Reconciliation,
  { actor, today, hands }: Confirming,
): Decision<{ readonly daysLate: number }> {
  const no = refuseUnlessMay(actor, 'confirm-reconciliation') ?? refuseReconciliationStage(reconciliation, 'awaited');
  if (no) return refuse(no);
  if ([reconciliation.owner.staffId, ...hands].includes(actor.staffId)) return refuse({ kind: 'second-had-a-hand' });
  return accept({ daysLate: daysLate(reconciliation.month, today) });
}
