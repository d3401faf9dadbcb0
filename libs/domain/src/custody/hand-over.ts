import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import type { Disposition, HolderRef } from './custody.ts';
import {
  decideEach,
  draft,
  refuseContact,
  refuseEnded,
  refuseMissing,
  refuseOccurredAt,
  refuseUnlessMay,
} from './draft.ts';
import type { ItemSituation, Situation, Verdict } from './situation.ts';
import { mayEndWhileMissing } from './transition.ts';

/** HandOver is the order that ends custody: お返しする, 返納する, 引き継ぐ, 廃棄する, 差し替える. */
export interface HandOver {
  readonly itemIds: readonly Uuid[];
  readonly disposition: Disposition;
  readonly receiver: HolderRef | `contact:${Uuid}`;
  readonly receiverName: string;
  readonly witnessId: Uuid | null;
  readonly witnessName: string | null;
  /** The item that takes the place of a replaced one. */
  readonly replacedById: Uuid | null;
  readonly occurredAt: Instant | null;
  readonly note: string | null;
}

/** handOver decides whether custody of the items ends. Nothing stands between a resident and her own card (law 1). */
export function handOver(order: HandOver, situation: Situation): Verdict {
  const toResident = isReturnToResident(order);
  const no =
    refuseUnlessMay(situation.actor, toResident ? 'return-to-resident' : 'hand-over') ??
    (toResident ? null : (refuseContact(situation) ?? refuseWitness(order, situation.actor.staffId)));
  if (no) return refuse(no);
  const { disposition, receiver, receiverName, witnessId, witnessName, replacedById, occurredAt, note } = order;
  return decideEach(situation.items, (item) => {
    const refusal = refuseItem(order, item) ?? refuseOccurredAt(occurredAt, item, situation.now);
    if (refusal) return refuse(refusal);
    const replacedBy = disposition === 'replaced' ? replacedById : null;
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

function refuseItem({ disposition, replacedById }: HandOver, item: ItemSituation): Refusal | null {
  const no = refuseEnded(item) ?? (mayEndWhileMissing(disposition) ? null : refuseMissing(item));
  if (no) return no;
  if (disposition === 'returned' && item.residentId === null) return { kind: 'resident-missing', itemId: item.id };
  if (disposition === 'replaced' && (replacedById === null || replacedById === item.id))
    return { kind: 'replacement-missing' };
  return null;
}

function refuseWitness({ disposition, witnessId }: HandOver, actorId: Uuid): Refusal | null {
  if (disposition !== 'destroyed') return null;
  if (witnessId === null) return { kind: 'witness-missing', disposition };
  return witnessId === actorId ? { kind: 'witness-is-actor' } : null;
}
