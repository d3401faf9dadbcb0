import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Count, Difference } from './count.ts';
import { refuseAnothers, refuseStage } from './refuse-stage.ts';

/**
 * recount decides whether a drawer is counted anew, where more was entered than there can be: once, by who entered it, before anything
 * was answered. What was entered first stays in the record, and since she has seen the differences, somebody else looks as well.
 */
export function recount(count: Count, differences: readonly Difference[], actor: Actor): Decision<null> {
  const no = refuseUnlessMay(actor, 'count') ?? refuseStage(count, 'entered') ?? refuseAnothers(count, actor);
  if (no) return refuse(no);
  return fits(count, differences) ? accept(null) : refuse({ kind: 'recount-unfit' });
}

function fits({ recounted, countedBy, owner }: Count, differences: readonly Difference[]): boolean {
  const surplus = differences.some(({ side }) => side === 'surplus');
  const answered = differences.some(({ settledAs }) => settledAs !== null);
  return surplus && !answered && !recounted && countedBy === owner.staffId;
}
