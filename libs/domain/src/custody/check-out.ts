import { may } from '../access/may.ts';
import { covers } from '../agreement/coverage.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import { instantAt, millisecondsOf } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import { aboutItem, draft, refuseContact, refuseOccurredAt, refuseUnlessStored } from './draft.ts';
import type { HolderRef, Purpose } from './custody.ts';
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

const LONGEST_OUTING_MS = 366 * 86_400_000;
const MAY_HAVE_NO_DUE_TIME: readonly Purpose[] = ['hospital-stay', 'emergency'];

/** checkOut decides whether the items may leave the safe. An ambulance never waits (law 3). */
export function checkOut(order: CheckOut, situation: Situation): Verdict {
  const emergency = order.purpose === 'emergency';
  const action = emergency ? 'check-out-emergency' : order.occurredAt === null ? 'check-out' : 'enter-late';
  if (!may(situation.actor, action)) return refuse({ kind: 'not-allowed', action, level: situation.actor.level });
  const refusal = refuseContact(situation) ?? (emergency ? null : refuseDueBack(order, situation.now));
  if (refusal) return refuse(refusal);
  const drafts: Draft[] = [];
  for (const item of situation.items) {
    const found = order.foundIds.includes(item.id) || (emergency && item.custody.at !== 'stored');
    const no = refuseItem(order, item, situation, found);
    if (no) return refuse(no);
    if (found && item.custody.at !== 'stored') drafts.push(draft('item.found', item, { facts: { storage: null } }));
    drafts.push(
      draft('item.checked-out', item, {
        facts: {
          holder: order.holder,
          purpose: order.purpose,
          dueBackAt: order.dueBackAt,
          contact: order.contactId,
          sheet: order.sheet,
        },
        occurredAt: order.occurredAt,
        private: { holderName: order.holderName, destination: order.destination, note: order.note },
      }),
    );
  }
  return accept(drafts);
}

function refuseItem(order: CheckOut, item: ItemSituation, situation: Situation, found: boolean): Refusal | null {
  if (order.purpose === 'emergency') return null;
  const no = (found ? null : refuseUnlessStored(item)) ?? refuseOccurredAt(order.occurredAt, item, situation.now);
  if (no) return no;
  // Law 1: the resident's own card goes to the resident when she asks; no missing agreement blocks it.
  if (order.purpose === 'to-resident') return null;
  if (item.residentId === null) return { kind: 'resident-missing', itemId: item.id };
  if (item.residentLeftOn !== null && item.residentLeftOn < situation.today)
    return { kind: 'resident-left', residentId: item.residentId, on: item.residentLeftOn };
  if (!item.agreements.some((agreement) => covers(agreement, item.kind, situation.today)))
    return { kind: 'agreement-missing', residentId: item.residentId, ...aboutItem(item) };
  return null;
}

function refuseDueBack({ dueBackAt, purpose, occurredAt }: CheckOut, now: Instant): Refusal | null {
  if (dueBackAt === null) return MAY_HAVE_NO_DUE_TIME.includes(purpose) ? null : { kind: 'due-back-missing', purpose };
  if (dueBackAt <= (occurredAt ?? now)) return { kind: 'due-back-in-past', dueBackAt, now };
  const latest = instantAt(millisecondsOf(now) + LONGEST_OUTING_MS);
  return dueBackAt > latest ? { kind: 'due-back-too-far', latest } : null;
}
