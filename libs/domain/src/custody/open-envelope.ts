import { envelopeObstacle, envelopeWill } from '../agreement/envelopes.ts';
import type { EnvelopeSender } from '../agreement/envelopes.ts';
import { accept, refuse } from '../decision.ts';
import { draft, refuseUnlessMay, refuseUnlessStored } from './draft.ts';
import { handOver } from './hand-over.ts';
import type { HandOver } from './hand-over.ts';
import { refuseNoEnvelope } from './receive-envelope.ts';
import type { Draft, ItemSituation, NewItem, Situation, Verdict } from './situation.ts';
import { takeIn } from './take-in.ts';
import type { TakeIn } from './take-in.ts';

/** SealedEnvelope is an envelope in the safe with what was said of it from outside. */
export type SealedEnvelope = ItemSituation & { readonly from: EnvelopeSender | null };

/** NewPaper is a paper that is seen for the first time, and the order to keep it. */
export interface NewPaper {
  readonly item: NewItem;
  readonly order: TakeIn;
}

/** OpenEnvelope is the order to open an envelope in front of the resident and to keep what was in it. */
export interface OpenEnvelope {
  readonly envelope: SealedEnvelope;
  /** What is kept of it. With none, all that was in it went to the resident. */
  readonly papers: readonly NewPaper[];
  readonly note: string | null;
}

/** openEnvelope decides whether an envelope is opened: only one of an insurer, and only where the agreement says so. */
export function openEnvelope({ envelope, papers, note }: OpenEnvelope, situation: Situation): Verdict {
  const { now, today, actor } = situation;
  const no = refuseUnlessMay(actor, 'take-in') ?? refuseNoEnvelope(envelope) ?? refuseUnlessStored(envelope);
  if (no) return refuse(no);
  const { residentId } = envelope;
  if (residentId === null) return refuse({ kind: 'resident-missing', itemId: envelope.id });
  const will = envelopeWill(envelope.agreements, today);
  const obstacle = envelopeObstacle(will, envelope.from);
  if (will.agreementId === null || obstacle !== null)
    return refuse({ kind: 'envelope-stays-closed', residentId, obstacle: obstacle ?? 'not-agreed' });

  const opened = draft('envelope.opened', envelope, { facts: { agreement: will.agreementId } });
  const taken = takeInEach(papers, situation);
  if (!taken.ok) return taken;
  const [first] = papers;
  const ended = handOver(
    { ...TO_HER, itemIds: [envelope.id], disposition: first ? 'replaced' : 'returned', note },
    { ...situation, items: [envelope], contact: null, replacement: first ? inTheSafe(first, now) : null },
  );
  return ended.ok ? accept([opened, ...taken.value, ...ended.value]) : ended;
}

/** takeInEach decides on every new paper; one refusal refuses all. */
export function takeInEach(papers: readonly NewPaper[], { now, today, actor }: Situation): Verdict {
  const drafts: Draft[] = [];
  for (const { item, order } of papers) {
    const verdict = takeIn(order, { now, today, actor, item });
    if (!verdict.ok) return verdict;
    drafts.push(...verdict.value);
  }
  return accept(drafts);
}

/** inTheSafe is a new paper as it lies there once it was taken in: what the end of another item may name. */
export function inTheSafe({ item, order }: NewPaper, now: Situation['now']): ItemSituation {
  return {
    ...item,
    custody: { at: 'stored', storage: order.storageId, since: now, hold: null },
    lastAt: now,
    holderName: null,
    // What came for her today is nobody's to quarrel about yet: it ends nothing here.
    dispute: null,
  };
}

/** The empty envelope stays with her; her name is the record's. */
const TO_HER: Pick<HandOver, 'receiver' | 'receiverName' | 'witnessId' | 'witnessName' | 'occurredAt'> = {
  receiver: 'other:resident',
  receiverName: '',
  witnessId: null,
  witnessName: null,
  occurredAt: null,
};
