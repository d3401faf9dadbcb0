import { accept, refuse } from '../decision.ts';
import type { EntryFacts } from '../ledger/entry-types.ts';
import type { Refusal } from '../refusal.ts';
import { draft, refuseUnlessMay } from './draft.ts';
import { liveSteps } from './fold.ts';
import { isCustodyEntry } from './history.ts';
import type { Draft, RecordedItem, RecordSituation, Verdict } from './situation.ts';

/** Cancel is the order to take back the newest custody entries of items; each restores the state before it. */
export interface Cancel {
  /** The entries to cancel, of any of the items; several of one item go newest first. */
  readonly seqs: readonly number[];
  readonly reasonCode: EntryFacts<'entry.cancelled'>['reason'];
  readonly reason: string | null;
}

/** cancel decides whether the entries are taken back: only the newest one that stands, and never the first. */
export function cancel({ seqs, reasonCode, reason }: Cancel, { actor, items }: RecordSituation): Verdict {
  const no = refuseUnlessMay(actor, 'cancel');
  if (no) return refuse(no);
  const drafts: Draft[] = [];
  let known = 0;
  for (const item of items) {
    const mine = seqsOf(item, seqs);
    const refusal = refuseSeqs(item, mine);
    if (refusal) return refuse(refusal);
    known += mine.length;
    for (const corrects of mine)
      drafts.push(draft('entry.cancelled', item, { facts: { reason: reasonCode }, corrects, private: { reason } }));
  }
  return known === 0 || known < new Set(seqs).size ? refuse({ kind: 'not-found' }) : accept(drafts);
}

function seqsOf(item: RecordedItem, seqs: readonly number[]): readonly number[] {
  const own = item.history.map(({ seq }) => seq);
  return [...new Set(seqs)].filter((seq) => own.includes(seq)).sort((a, b) => b - a);
}

function refuseSeqs({ history }: RecordedItem, newestFirst: readonly number[]): Refusal | null {
  const standing = liveSteps(history).map(({ entry }) => entry.seq);
  for (const seq of newestFirst) {
    const newestSeq = standing.at(-1);
    const entry = history.find((one) => one.seq === seq);
    if (entry === undefined || !isCustodyEntry(entry) || seq === standing[0]) return { kind: 'entry-not-cancellable' };
    if (newestSeq !== undefined && newestSeq !== seq) return { kind: 'entry-not-newest', newestSeq };
    standing.pop();
  }
  return null;
}
