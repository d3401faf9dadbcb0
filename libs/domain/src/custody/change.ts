import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { HolderRef } from './custody.ts';
import {
  decideEach,
  draft,
  refuseCarrier,
  refuseContact,
  refuseDueBack,
  refuseEnded,
  refuseLateEntry,
  refuseMissing,
  refuseOccurredAt,
  refuseStored,
  refuseUnlessMay,
} from './draft.ts';
import type { ItemSituation, Situation, Verdict } from './situation.ts';

/** Change is the order to write down another holder or another time of return while items are out (持つ人・予定を替える). */
export interface Change {
  readonly itemIds: readonly Uuid[];
  /** The new holder; null when the same one goes on. */
  readonly holder: HolderRef | null;
  readonly holderName: string | null;
  /** The new time of return: undefined leaves it as it is, null is "no time". */
  readonly dueBackAt: Instant | null | undefined;
  readonly occurredAt: Instant | null;
  readonly note: string | null;
}

/** change decides whether items that are out change hands or time of return; items it leaves as they are get no entry. */
export function change(order: Change, situation: Situation): Verdict {
  const { actor, now, items } = situation;
  const no =
    (order.occurredAt === null ? refuseUnlessMay(actor, 'change') : refuseLateEntry(actor, order.holder)) ??
    (order.holder === null
      ? null
      : (refuseContact(situation) ?? refuseCarrier({ holder: order.holder, purpose: null }, situation)));
  if (no) return refuse(no);
  const verdict = decideEach(items, (item) => changeOne(order, item, now));
  return verdict.ok && verdict.value.length === 0 ? refuse({ kind: 'nothing-to-change' }) : verdict;
}

function changeOne(order: Change, item: ItemSituation, now: Instant): Verdict {
  const { custody } = item;
  const no =
    refuseStored(item) ?? refuseMissing(item) ?? refuseEnded(item) ?? refuseOccurredAt(order.occurredAt, item, now);
  if (no) return refuse(no);
  if (custody.at !== 'out') return accept([]);
  const holder = order.holder ?? custody.holder;
  const holderName = order.holderName ?? (holder === custody.holder ? item.holderName : null);
  const dueBackAt = order.dueBackAt === undefined ? custody.dueBackAt : order.dueBackAt;
  const sameTime = dueBackAt === custody.dueBackAt;
  if (sameTime && holder === custody.holder && holderName === item.holderName) return accept([]);
  const refusal = sameTime
    ? null
    : refuseDueBack({ dueBackAt, purpose: custody.purpose }, order.occurredAt ?? now, now);
  if (refusal) return refuse(refusal);
  return accept([
    draft('item.changed', item, {
      facts: { holder, dueBackAt },
      occurredAt: order.occurredAt,
      private: { holderName, note: order.note },
    }),
  ]);
}
