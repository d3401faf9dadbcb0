import type { Draft, EntryFacts, EntryType, Instant, PrivateFields, Uuid } from '@azukari/domain';

/** houseEntry makes an entry about people, places or settings; only custody verbs make entries about items. */
export function houseEntry<T extends EntryType>(
  type: T,
  facts: EntryFacts<T>,
  about: { readonly resident?: Uuid; readonly occurredAt?: Instant | null; readonly private?: PrivateFields } = {},
): Draft {
  return {
    type,
    item: null,
    resident: about.resident ?? null,
    occurredAt: about.occurredAt ?? null,
    corrects: null,
    facts,
    private: about.private ?? {},
  } as Draft;
}
