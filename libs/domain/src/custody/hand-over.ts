import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import type { Disposition, HolderRef, Relation } from './custody.ts';
import { refuseDispute } from './dispute.ts';
import {
  aboutItem,
  decideEach,
  draft,
  refuseContact,
  refuseEnded,
  refuseMissing,
  refuseOccurredAt,
  refuseUnlessMay,
} from './draft.ts';
import type { HandOverSituation, ItemSituation, Verdict } from './situation.ts';
import { mayEndWhileMissing } from './transition.ts';

/** HandOver is the order that ends custody: お返しする, 返納する, 引き継ぐ, 廃棄する, 差し替える. */
export interface HandOver {
  readonly itemIds: readonly Uuid[];
  readonly disposition: Disposition;
  readonly receiver: HolderRef | `contact:${Uuid}`;
  readonly receiverName: string;
  readonly witnessId: Uuid | null;
  readonly witnessName: string | null;
  readonly occurredAt: Instant | null;
  readonly note: string | null;
}

/** handOver decides whether custody of the items ends. Nothing stands between a resident and her own card (law 1). */
export function handOver(order: HandOver, situation: HandOverSituation): Verdict {
  const toResident = isReturnToResident(order);
  const no =
    refuseUnlessMay(situation.actor, toResident ? 'return-to-resident' : 'hand-over') ??
    (toResident
      ? null
      : (refuseContact(situation) ?? refuseHeirs(order, situation) ?? refuseWitness(order, situation.actor.staffId)));
  if (no) return refuse(no);
  const { disposition, receiver, receiverName, witnessId, witnessName, occurredAt, note } = order;
  const { items, replacement, now } = situation;
  const replacedBy = disposition === 'replaced' && replacement ? replacement.id : null;
  return decideEach(items, (item) => {
    const refusal =
      refuseItem(disposition, item) ??
      (disposition === 'replaced' ? refuseReplacement(item, situation) : null) ??
      refuseOccurredAt(occurredAt, item, now);
    if (refusal) return refuse(refusal);
    return accept([
      draft('item.handed-over', item, {
        facts: { disposition, receiver, witness: witnessId, replacedBy },
        occurredAt,
        private: { receiverName, witnessName, note },
      }),
    ]);
  });
}

/** isReturnToResident says whether the resident herself gets her card back for good. */
export function isReturnToResident({ disposition, receiver }: Pick<HandOver, 'disposition' | 'receiver'>): boolean {
  return disposition === 'returned' && receiver === 'other:resident';
}

/** While people do not agree, what is given back for good goes to none of them; what is surrendered or destroyed does not. */
function refuseHeirs({ disposition, receiver }: HandOver, { items, contact }: HandOverSituation): Refusal | null {
  if (disposition !== 'returned' && disposition !== 'transferred') return null;
  const relation = receiver.startsWith('other:') ? (receiver.slice('other:'.length) as Relation) : 'family';
  return refuseDispute(items, { relation, capacity: contact?.capacity ?? null });
}

const NEEDS_RESIDENT: readonly Disposition[] = ['returned', 'replaced'];

function refuseItem(disposition: Disposition, item: ItemSituation): Refusal | null {
  const no = refuseEnded(item) ?? (mayEndWhileMissing(disposition) ? null : refuseMissing(item));
  if (no) return no;
  return NEEDS_RESIDENT.includes(disposition) && item.residentId === null
    ? { kind: 'resident-missing', itemId: item.id }
    : null;
}

/** What takes an item's place is kept for the same resident, and does not end in the same command. */
function refuseReplacement(item: ItemSituation, { items, replacement }: HandOverSituation): Refusal | null {
  if (replacement === null || items.some(({ id }) => id === replacement.id)) return { kind: 'replacement-missing' };
  if (replacement.residentId !== item.residentId)
    return { kind: 'replacement-of-another', ...aboutItem(replacement), residentId: replacement.residentId };
  return refuseEnded(replacement);
}

function refuseWitness({ disposition, witnessId }: HandOver, actorId: Uuid): Refusal | null {
  if (disposition !== 'destroyed') return null;
  if (witnessId === null) return { kind: 'witness-missing', disposition };
  return witnessId === actorId ? { kind: 'witness-is-actor' } : null;
}
