import { may } from '../access/may.ts';
import type { Action, Actor } from '../access/may.ts';
import { accept, refuse } from '../decision.ts';
import { instantAt, millisecondsOf } from '../instant.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';
import type { EntryFacts, EntryType } from '../ledger/entry-types.ts';
import type { Refusal } from '../refusal.ts';
import type { HolderRef, PrivateField, Purpose, Relation } from './custody.ts';
import { refuseDispute } from './dispute.ts';
import type { Draft, ItemSituation, Situation, Verdict } from './situation.ts';

/** draft makes an entry about an item; private fields that are null are left out, not stored as empty. */
export function draft<T extends EntryType>(
  type: T,
  item: Pick<ItemSituation, 'id' | 'residentId'>,
  of: {
    readonly facts: EntryFacts<T>;
    readonly occurredAt?: Instant | null;
    readonly corrects?: number | null;
    readonly private?: Readonly<Partial<Record<PrivateField, string | null>>>;
  },
): Draft {
  const given = Object.entries(of.private ?? {}).filter(([, value]) => value !== null && value !== '');
  return {
    type,
    item: item.id,
    resident: item.residentId,
    occurredAt: of.occurredAt ?? null,
    corrects: of.corrects ?? null,
    facts: of.facts,
    private: Object.fromEntries(given),
  } as Draft;
}

/** decideEach decides on every item of a command; one refusal refuses the whole command. */
export function decideEach<I extends ItemSituation>(items: readonly I[], decide: (item: I) => Verdict): Verdict {
  const drafts: Draft[] = [];
  for (const item of items) {
    const verdict = decide(item);
    if (!verdict.ok) return verdict;
    drafts.push(...verdict.value);
  }
  return accept(drafts);
}

/**
 * decidePlacing decides on items that were put into the safe, or are seen there (laws 2 and 4). What lies there already gets no
 * entry; only when that is all of them is it said, with since when.
 */
export function decidePlacing(
  items: readonly ItemSituation[],
  storageId: Uuid | null,
  decide: (item: ItemSituation) => Verdict,
): Verdict {
  const placed = items.filter(
    ({ custody }) => custody.at !== 'stored' || (storageId !== null && storageId !== custody.storage),
  );
  const lying = placed.length > 0 ? undefined : items.map(refuseStored).find((refusal) => refusal !== null);
  return lying ? refuse(lying) : decideEach(placed, decide);
}

/** aboutItem names the item in the facts of a refusal. */
export function aboutItem(item: Pick<ItemSituation, 'id' | 'kind'>) {
  return { itemId: item.id, itemKind: item.kind } as const;
}

/** refuseUnlessMay says that the actor may not do this, or null when she may. */
export function refuseUnlessMay(actor: Actor, action: Action): Refusal | null {
  return may(actor, action) ? null : { kind: 'not-allowed', action, level: actor.level };
}

/**
 * refuseLateEntry says that the actor may not write this down afterwards, or null when she may. A handler enters her own: what she
 * carried, or gave to somebody who is not staff. What a colleague carried is entered by the colleague or by a leader.
 */
export function refuseLateEntry(actor: Actor, holder: HolderRef | null): Refusal | null {
  const own = holder === null || holder === `staff:${actor.staffId}` || holder.startsWith('other:');
  return refuseUnlessMay(actor, 'enter-late') ?? (own ? null : refuseUnlessMay(actor, 'enter-late-for-others'));
}

/** refuseUnlessStored says who has the item instead, or null when it lies in the safe. */
export function refuseUnlessStored(item: ItemSituation): Refusal | null {
  const { custody } = item;
  switch (custody.at) {
    case 'stored':
      return null;
    case 'out':
      return {
        kind: 'item-out',
        ...aboutItem(item),
        holder: custody.holder,
        holderName: item.holderName,
        purpose: custody.purpose,
        since: custody.since,
        dueBackAt: custody.dueBackAt,
      };
    case 'missing':
      return refuseMissing(item);
    case 'ended':
      return refuseEnded(item);
  }
}

/** refuseStored says that the item lies in the safe already, or null when it does not. */
export function refuseStored(item: ItemSituation): Refusal | null {
  return item.custody.at === 'stored' ? { kind: 'item-stored', ...aboutItem(item), since: item.custody.since } : null;
}

/** refuseMissing says that the item is being searched for or lost, or null when it is not. */
export function refuseMissing(item: ItemSituation): Refusal | null {
  const { custody } = item;
  return custody.at === 'missing'
    ? { kind: 'item-missing', ...aboutItem(item), stage: custody.stage, since: custody.since }
    : null;
}

/** refuseEnded says that the item's custody has ended, or null when it has not. */
export function refuseEnded(item: ItemSituation): Refusal | null {
  const { custody } = item;
  return custody.at === 'ended'
    ? { kind: 'item-ended', ...aboutItem(item), disposition: custody.disposition, since: custody.since }
    : null;
}

/** refuseLeft says that the resident had left before the day, or null when she had not. */
export function refuseLeft(
  item: Pick<ItemSituation, 'residentId' | 'residentLeftOn'>,
  day: CalendarDay,
): Refusal | null {
  const { residentId, residentLeftOn } = item;
  return residentId !== null && residentLeftOn !== null && residentLeftOn < day
    ? { kind: 'resident-left', residentId, on: residentLeftOn }
    : null;
}

/** refuseOccurredAt keeps a claimed moment between the item's previous entry and now. */
export function refuseOccurredAt(occurredAt: Instant | null, item: ItemSituation, now: Instant): Refusal | null {
  if (occurredAt === null) return null;
  if (occurredAt < item.lastAt) return { kind: 'occurred-before-previous', itemId: item.id, previousAt: item.lastAt };
  return refuseFuture(occurredAt, now);
}

/** refuseFuture keeps a claimed moment from lying after now. */
export function refuseFuture(occurredAt: Instant | null, now: Instant): Refusal | null {
  return occurredAt !== null && occurredAt > now ? { kind: 'occurred-in-future', now } : null;
}

const CLOCK_AHEAD_MS = 5 * 60_000;

/** notAhead is a claimed moment, or null for now when it lies so little after now that only the clock of a tablet can be the reason. */
export function notAhead(occurredAt: Instant | null, now: Instant): Instant | null {
  if (occurredAt === null || occurredAt <= now) return occurredAt;
  return millisecondsOf(occurredAt) - millisecondsOf(now) <= CLOCK_AHEAD_MS ? null : occurredAt;
}

const LONGEST_OUTING_MS = 366 * 86_400_000;
const MAY_HAVE_NO_DUE_TIME: readonly Purpose[] = ['hospital-stay', 'emergency'];

/** refuseDueBack keeps the time of return after the moment of leaving, within a year, and present unless the purpose leaves it open. */
export function refuseDueBack(
  { dueBackAt, purpose }: { readonly dueBackAt: Instant | null; readonly purpose: Purpose },
  leftAt: Instant,
  now: Instant,
): Refusal | null {
  if (dueBackAt === null) return MAY_HAVE_NO_DUE_TIME.includes(purpose) ? null : { kind: 'due-back-missing', purpose };
  if (dueBackAt <= leftAt) return { kind: 'due-back-in-past', dueBackAt, now };
  const latest = instantAt(millisecondsOf(now) + LONGEST_OUTING_MS);
  return dueBackAt > latest ? { kind: 'due-back-too-far', latest } : null;
}

/** refuseContact is the red stop for a contact who may not receive (疎遠・DV・支援措置). */
export function refuseContact({ contact, actor }: Situation): Refusal | null {
  if (contact === null || contact.handOver === 'allowed') return null;
  if (contact.handOver === 'never') return { kind: 'contact-never', contactId: contact.id };
  return actor.level === 'responsible' || actor.level === 'deputy'
    ? null
    : { kind: 'contact-ask-manager', contactId: contact.id };
}

/**
 * refuseCarrier is the stop while people do not agree: they carry nothing of hers out of the house, and nothing is carried to them. An
 * ambulance and an office are not among them.
 */
export function refuseCarrier(
  { holder, purpose }: { readonly holder: HolderRef; readonly purpose: Purpose | null },
  { items, contact }: Situation,
): Refusal | null {
  if (purpose === 'emergency') return null;
  const carried = holder.startsWith('other:') ? (holder.slice('other:'.length) as Relation) : null;
  const relation = carried === null && purpose === 'to-family' ? 'family' : carried;
  return relation === null ? null : refuseDispute(items, { relation, capacity: contact?.capacity ?? null });
}
