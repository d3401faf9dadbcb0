import { envelopeWill } from '../agreement/envelopes.ts';
import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import { aboutItem, refuseEnded, refuseUnlessMay } from './draft.ts';
import { handOver } from './hand-over.ts';
import type { HandOver } from './hand-over.ts';
import { inTheSafe, openEnvelope, takeInEach } from './open-envelope.ts';
import type { NewPaper, SealedEnvelope } from './open-envelope.ts';
import type { Draft, ItemSituation, Situation, Verdict } from './situation.ts';

/** SWAP_ENDS are what becomes of the old papers: destroyed in front of a witness, or replaced and given away. */
export const SWAP_ENDS = ['destroyed', 'replaced'] as const;

/** SwapRow is one old paper and what follows it. */
export interface SwapRow {
  /** What ends; null while the old paper still counts and stays beside the new one. */
  readonly old: ItemSituation | null;
  /** The new paper as it came out of the envelope, or the one that is in the safe already. */
  readonly next: NewPaper | ItemSituation;
  /** The envelope it lay in, where its arrival was recorded. */
  readonly envelope: SealedEnvelope | null;
}

/** SwapPapers is the order to swap many yearly papers at once (差し替える). */
export interface SwapPapers {
  readonly rows: readonly SwapRow[];
  readonly ending: Pick<HandOver, 'receiver' | 'receiverName' | 'witnessId' | 'witnessName' | 'note'> & {
    readonly disposition: (typeof SWAP_ENDS)[number];
  };
}

/**
 * swapPapers decides on all rows of a swap or on none. Each envelope is opened once, each new paper taken in, each old one ended; the
 * verbs that do so alone decide here as well.
 */
export function swapPapers({ rows, ending }: SwapPapers, situation: Situation): Verdict {
  const no =
    refuseUnlessMay(situation.actor, 'take-in') ??
    (rows.some(({ old }) => old !== null) ? refuseWitness(ending, situation.actor.staffId) : null);
  if (no) return refuse(no);
  const drafts: Draft[] = [];
  for (const verdict of verdicts(rows, ending, situation)) {
    if (!verdict.ok) return verdict;
    drafts.push(...verdict.value);
  }
  return drafts.length === 0 ? refuse({ kind: 'nothing-to-change' }) : accept(drafts);
}

function* verdicts(rows: readonly SwapRow[], ending: SwapPapers['ending'], situation: Situation): Generator<Verdict> {
  const papers = (some: readonly SwapRow[]) => some.flatMap(({ next }) => ('order' in next ? next : []));
  const byEnvelope = Map.groupBy(
    rows.filter(({ envelope }) => envelope !== null),
    ({ envelope }) => envelope?.id,
  );
  for (const some of byEnvelope.values()) {
    const envelope = some[0]?.envelope;
    if (envelope) yield openEnvelope({ envelope, papers: papers(some), note: null }, situation);
  }
  for (const { envelope, next } of rows) if (envelope === null && 'order' in next) yield takeInOpened(next, situation);
  for (const { old, next } of rows) {
    if (old === null) continue;
    const replacement = 'order' in next ? inTheSafe(next, situation.now) : next;
    const no = refuseEnded(replacement) ?? refuseOfAnother(old, replacement);
    if (no) yield refuse(no);
    yield handOver(
      { ...ending, itemIds: [old.id], occurredAt: null },
      { ...situation, items: [old], contact: null, replacement },
    );
  }
}

/** A paper of which no envelope was recorded came in one all the same: it counts as opened in front of the resident. */
function takeInOpened(paper: NewPaper, situation: Situation): Verdict {
  const { item } = paper;
  if (item.residentId !== null && envelopeWill(item.agreements, situation.today).agreementId === null)
    return refuse({ kind: 'envelope-stays-closed', residentId: item.residentId, obstacle: 'not-agreed' });
  return takeInEach([paper], situation);
}

/** Also an old paper that is destroyed has a successor, and it is hers. */
function refuseOfAnother(old: ItemSituation, next: ItemSituation): Refusal | null {
  return next.residentId === old.residentId && next.kind === old.kind
    ? null
    : { kind: 'replacement-of-another', ...aboutItem(next), residentId: next.residentId };
}

/** Whatever becomes of the old papers, somebody else looks on. */
function refuseWitness({ disposition, witnessId }: SwapPapers['ending'], actorId: Uuid) {
  if (witnessId === null) return { kind: 'witness-missing', disposition } as const;
  return witnessId === actorId ? ({ kind: 'witness-is-actor' } as const) : null;
}
