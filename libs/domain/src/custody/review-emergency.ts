import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import type { EntryFacts } from '../ledger/entry-types.ts';
import { draft, refuseUnlessMay } from './draft.ts';
import type { HistoryEntry } from './history.ts';
import type { RecordSituation, Verdict } from './situation.ts';

/** ReviewEmergency is the order to look at a 救急 afterwards. */
export interface ReviewEmergency {
  readonly itemId: Uuid;
  /** The check-out that was an emergency. */
  readonly seq: number;
  readonly outcome: EntryFacts<'emergency.reviewed'>['outcome'];
  readonly note: string | null;
}

/** reviewEmergency decides whether the emergency counts as reviewed; the review points to its check-out through `corrects`. */
export function reviewEmergency(
  { itemId, seq, outcome, note }: ReviewEmergency,
  { actor, items }: RecordSituation,
): Verdict {
  const no = refuseUnlessMay(actor, 'review-emergency');
  if (no) return refuse(no);
  const item = items.find(({ id }) => id === itemId);
  const wasEmergency = item !== undefined && emergencies(item.history).includes(seq);
  if (!wasEmergency) return refuse({ kind: 'not-found' });
  if (!unreviewedEmergencies(item.history).includes(seq)) return refuse({ kind: 'already-reviewed' });
  return accept([draft('emergency.reviewed', item, { facts: { outcome }, corrects: seq, private: { note } })]);
}

/** unreviewedEmergencies are the check-outs of one item that are still to be reviewed, by `seq`. */
export function unreviewedEmergencies(history: readonly HistoryEntry[]): readonly number[] {
  const reviewed = history.filter(({ type }) => type === 'emergency.reviewed').map(({ corrects }) => corrects);
  return emergencies(history).filter((seq) => !reviewed.includes(seq));
}

/** A check-out recorded as an emergency stays one, whatever its purpose is amended to; taken back, it needs no review. */
function emergencies(history: readonly HistoryEntry[]): readonly number[] {
  const cancelled = history.filter(({ type }) => type === 'entry.cancelled').map(({ corrects }) => corrects);
  return history
    .filter((entry) => entry.type === 'item.checked-out' && entry.facts.purpose === 'emergency')
    .map(({ seq }) => seq)
    .filter((seq) => !cancelled.includes(seq));
}
