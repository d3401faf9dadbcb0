import type { EntryFacts, EntryType } from '../ledger/entry-types.ts';
import type { Instant } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import type { PrivateField, PrivateFields } from './custody.ts';
import type { Draft, ItemSituation, Situation } from './situation.ts';

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
    private: Object.fromEntries(given) as PrivateFields,
  } as Draft;
}

/** aboutItem names the item in the facts of a refusal. */
export function aboutItem(item: ItemSituation) {
  return { itemId: item.id, itemKind: item.kind } as const;
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
      return { kind: 'item-missing', ...aboutItem(item), stage: custody.stage, since: custody.since };
    case 'ended':
      return { kind: 'item-ended', ...aboutItem(item), disposition: custody.disposition, since: custody.since };
  }
}

/** refuseOccurredAt keeps a claimed moment between the item's previous entry and now. */
export function refuseOccurredAt(occurredAt: Instant | null, item: ItemSituation, now: Instant): Refusal | null {
  if (occurredAt === null) return null;
  if (occurredAt > now) return { kind: 'occurred-in-future', now };
  if (occurredAt < item.lastAt)
    return { kind: 'occurred-before-previous', itemId: item.id, previousAt: item.lastAt };
  return null;
}

/** refuseContact is the red stop for a contact who may not receive (疎遠・DV・支援措置). */
export function refuseContact({ contact, actor }: Situation): Refusal | null {
  if (contact === null || contact.handOver === 'allowed') return null;
  if (contact.handOver === 'never') return { kind: 'contact-never', contactId: contact.id };
  return actor.level === 'responsible' || actor.level === 'deputy'
    ? null
    : { kind: 'contact-ask-manager', contactId: contact.id };
}
