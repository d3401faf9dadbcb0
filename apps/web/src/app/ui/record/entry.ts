import type { entryAnswer } from '@azukari/contract';
import {
  type AmendField,
  AMENDABLE,
  CUSTODY_TYPES,
  type EntryFacts,
  type EntryType,
  factsFit,
  isEntryType,
} from '@azukari/domain';
import type { z } from 'zod';

/** Entry is one 記録 as the API tells it. */
export type Entry = z.output<typeof entryAnswer>;

/** CORRECTABLE are the fields that the amendment's form can carry. */
export const CORRECTABLE = [
  'dueBackAt',
  'purpose',
  'occurredAt',
  'destination',
  'holderName',
  'receiverName',
  'note',
] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** factsOf are an entry's facts if it is of that type and has its exact shape. */
export function factsOf<T extends EntryType>(entry: Pick<Entry, 'type' | 'facts'>, type: T): EntryFacts<T> | null {
  if (entry.type !== type || !isEntryType(entry.type) || !factsFit(type, entry.facts)) return null;
  return entry.facts as unknown as EntryFacts<T>;
}

/** correctable lists what of an entry may be amended here; empty for an entry that cannot be. */
export function correctable({ type }: Pick<Entry, 'type'>): readonly Correctable[] {
  const custody = CUSTODY_TYPES.find((known) => known === type);
  const allowed: readonly AmendField[] = custody === undefined ? [] : AMENDABLE[custody];
  return CORRECTABLE.filter((field) => allowed.includes(field));
}

/** isCancelled says whether a later entry took this one back. */
export function isCancelled({ correctedBy }: Pick<Entry, 'correctedBy'>): boolean {
  return correctedBy.some(({ type }) => type === 'entry.cancelled');
}

/** mayBeCancelled says whether the entry is of a kind that can be taken back; the server knows whether it is the newest. */
export function mayBeCancelled(entry: Pick<Entry, 'type' | 'correctedBy'>): boolean {
  const first = entry.type === 'item.taken-in' || entry.type === 'item.held-temporarily';
  return !first && CUSTODY_TYPES.some((known) => known === entry.type) && !isCancelled(entry);
}

/** awaitsReview says whether this is a 救急 that nobody has looked at yet. */
export function awaitsReview(entry: Entry): boolean {
  const emergency = factsOf(entry, 'item.checked-out')?.purpose === 'emergency';
  return (
    emergency && !entry.correctedBy.some(({ type }) => type === 'emergency.reviewed' || type === 'entry.cancelled')
  );
}
