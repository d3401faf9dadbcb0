import { covers } from '../agreement/coverage.ts';
import type { EnvelopeSender } from '../agreement/envelopes.ts';
import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { ITEM_KINDS } from '../item.ts';
import type { ItemKind } from '../item.ts';
import { draft, refuseLeft, refuseUnlessMay } from './draft.ts';
import { holdTemporarily } from './hold-temporarily.ts';
import type { Description, IntakeSituation, ItemSituation, Situation, Verdict } from './situation.ts';
import { takeIn } from './take-in.ts';

/** EnvelopeMarks are what is seen from outside: who sent it, and which papers one awaits in it. Nobody has looked inside. */
export interface EnvelopeMarks {
  readonly from: EnvelopeSender;
  readonly expected: readonly ItemKind[] | null;
}

/** ReceiveEnvelope is the order to keep an envelope that arrived, unopened. */
export interface ReceiveEnvelope extends EnvelopeMarks {
  readonly storageId: Uuid | null;
  readonly note: string | null;
}

/** NOTHING_PRINTED is the description of what nobody has read. */
export const NOTHING_PRINTED: Description = {
  printedExpiresOn: null,
  certificateExpiresOn: null,
  insurerType: null,
  authMode: null,
};

/** receiveEnvelope keeps an envelope under an agreement for envelopes; without one it is held: it lies in the safe (law 2). */
export function receiveEnvelope(order: ReceiveEnvelope, situation: IntakeSituation): Verdict {
  const { item, today } = situation;
  const { storageId, note, from, expected } = order;
  const arrived = { storageId, note, description: NOTHING_PRINTED, condition: 'good', occurredAt: null } as const;
  const left = refuseLeft(item, today) !== null;
  const agreement = left ? undefined : item.agreements.find((one) => covers(one, item.kind, today));
  const verdict =
    agreement === undefined
      ? holdTemporarily({ ...arrived, reason: left ? 'handed-in' : 'no-agreement', resolveBy: null }, situation)
      : takeIn({ ...arrived, agreementId: agreement.id }, situation);
  return verdict.ok ? accept([...verdict.value, marked(item, { from, expected })]) : verdict;
}

/** markEnvelope decides on what is said of an envelope from outside, for one of which nothing was said yet or wrongly. */
export function markEnvelope(
  marks: EnvelopeMarks,
  { actor, items: [envelope] }: Situation & { readonly items: readonly [ItemSituation] },
): Verdict {
  const no = refuseUnlessMay(actor, 'hold-temporarily') ?? refuseNoEnvelope(envelope);
  return no ? refuse(no) : accept([marked(envelope, marks)]);
}

/** refuseNoEnvelope says that the item is no sealed envelope, or null when it is one. */
export function refuseNoEnvelope({ kind }: Pick<ItemSituation, 'kind'>) {
  return kind === 'sealed-envelope' ? null : ({ kind: 'kind-refused', itemKind: kind } as const);
}

function marked(item: Pick<ItemSituation, 'id' | 'residentId'>, { from, expected }: EnvelopeMarks) {
  // Whatever way round they were ticked, and were it twice: one meaning has one text in the record.
  const inOrder = expected && ITEM_KINDS.filter((kind) => expected.includes(kind));
  return draft('envelope.marked', item, { facts: { from, expected: inOrder } });
}
