import type { Actor } from '../access/may.ts';
import { covers } from '../agreement/coverage.ts';
import { accept, refuse } from '../decision.ts';
import { dayInTokyo } from '../instant.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import type { HolderRef, Purpose } from './custody.ts';
import {
  aboutItem,
  decideEach,
  draft,
  notAhead,
  refuseCarrier,
  refuseContact,
  refuseDueBack,
  refuseLateEntry,
  refuseLeft,
  refuseOccurredAt,
  refuseUnlessMay,
  refuseUnlessStored,
} from './draft.ts';
import type { Draft, ItemSituation, Situation, Verdict } from './situation.ts';

/** CheckOut is the order to take items out of the safe (出す). */
export interface CheckOut {
  readonly itemIds: readonly Uuid[];
  readonly purpose: Purpose;
  readonly holder: HolderRef;
  readonly holderName: string;
  readonly contactId: Uuid | null;
  readonly destination: string | null;
  readonly dueBackAt: Instant | null;
  /** Claimed moment of a late entry (あとから記録); null when it happens now. */
  readonly occurredAt: Instant | null;
  /** Items that lie in the safe although the record says otherwise: found first, in the same command. */
  readonly foundIds: readonly Uuid[];
  /** Number of the paper sheet a late entry was copied from. */
  readonly sheet: string | null;
  readonly note: string | null;
}

/** checkOut decides whether the items may leave the safe. An ambulance never waits (law 3). */
export function checkOut(given: CheckOut, situation: Situation): Verdict {
  const { actor, now } = situation;
  const emergency = given.purpose === 'emergency';
  const order = emergency ? { ...given, occurredAt: notAhead(given.occurredAt, now) } : given;
  const no =
    refuseActor(order, actor) ??
    refuseReceiver(order, situation) ??
    refuseCarrier(order, situation) ??
    (emergency ? null : refuseDueBack(order, order.occurredAt ?? now, now));
  if (no) return refuse(no);
  return decideEach(situation.items, (item) => {
    const elsewhere = item.custody.at !== 'stored';
    const found = elsewhere && (emergency || order.foundIds.includes(item.id));
    const refusal =
      (elsewhere && !found ? refuseUnlessStored(item) : null) ??
      refuseOccurredAt(order.occurredAt, item, now) ??
      (emergency ? null : refuseKeeping(order, item, situation));
    if (refusal) return refuse(refusal);
    const out = checkedOut(order, item);
    return accept(
      found ? [draft('item.found', item, { facts: { storage: null }, occurredAt: order.occurredAt }), out] : [out],
    );
  });
}

function refuseActor({ purpose, occurredAt, holder }: CheckOut, actor: Actor): Refusal | null {
  if (purpose === 'emergency') return refuseUnlessMay(actor, 'check-out-emergency');
  return occurredAt === null ? refuseUnlessMay(actor, 'check-out') : refuseLateEntry(actor, holder);
}

function checkedOut(order: CheckOut, item: ItemSituation): Draft {
  const { holder, purpose, contactId, sheet, occurredAt, holderName } = order;
  // An ambulance is asked for no time and no text; what was said is added in the review.
  const emergency = purpose === 'emergency';
  const [dueBackAt, destination, note] = emergency
    ? [null, null, null]
    : [order.dueBackAt, order.destination, order.note];
  return draft('item.checked-out', item, {
    facts: { holder, purpose, dueBackAt, contact: contactId, sheet },
    occurredAt,
    private: { holderName, destination, note },
  });
}

/**
 * A never-contact is a red stop even in an emergency. The name of the crew, typed in a hurry, means nobody of the family; and whom
 * only a manager may allow holds up no ambulance.
 */
function refuseReceiver({ purpose, contactId, holder }: CheckOut, situation: Situation): Refusal | null {
  const no = refuseContact(situation);
  const crew = contactId === null && holder === 'other:ambulance';
  return purpose === 'emergency' && (crew || no?.kind === 'contact-ask-manager') ? null : no;
}

function refuseKeeping(order: CheckOut, item: ItemSituation, { today }: Situation): Refusal | null {
  if (item.residentId === null) return { kind: 'resident-missing', itemId: item.id };
  if (goesToResident(order)) return null;
  const day = order.occurredAt === null ? today : dayInTokyo(order.occurredAt);
  const left = refuseLeft(item, day);
  if (left) return left;
  if (item.agreements.some((agreement) => covers(agreement, item.kind, day))) return null;
  return { kind: 'agreement-missing', residentId: item.residentId, ...aboutItem(item) };
}

/** Law 1: the resident's own card goes to the resident when she asks, or to staff who carry it to her; no missing agreement blocks it. */
function goesToResident({ purpose, holder }: CheckOut): boolean {
  return purpose === 'to-resident' && (holder === 'other:resident' || holder.startsWith('staff:'));
}
