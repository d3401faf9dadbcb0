import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { CalendarDay } from '../instant.ts';
import { lastOf, monthOf } from './reconciliation.ts';
import type { Month, Reconciliation } from './reconciliation.ts';

/** Starting is who begins, on which day, from which month on the facility is asked, and the 照合 of that month if there is one. */
export interface Starting {
  readonly actor: Actor;
  readonly today: CalendarDay;
  readonly from: Month;
  readonly earlier: Reconciliation | null;
}

/** startReconciliation decides whether the 照合 of a month begins: once for each month that is over. */
export function startReconciliation(month: Month, { actor, today, from, earlier }: Starting): Decision<null> {
  const no = refuseUnlessMay(actor, 'reconcile');
  if (no) return refuse(no);
  if (month >= monthOf(today)) return refuse({ kind: 'month-not-over', field: 'month', month, endsOn: lastOf(month) });
  if (month < from) return refuse({ kind: 'month-before-beginning', field: 'month', month, from });
  if (earlier === null) return accept(null);
  const { id: reconciliationId, stage, owner, startedAt: since } = earlier;
  return refuse({ kind: 'month-reconciled', field: 'month', month, reconciliationId, stage, name: owner.name, since });
}
