import type { Instant, Uuid } from '../instant.ts';
import { ITEM_KINDS, LIGHT_KINDS } from '../item.ts';
import type { ItemKind } from '../item.ts';

/** COUNTED_KINDS are counted at a change of shift; light kinds are not. */
export const COUNTED_KINDS: readonly ItemKind[] = ITEM_KINDS.filter((kind) => !LIGHT_KINDS.includes(kind));

/** COUNT_STAGES: somebody counts, it was counted and differs, a second person has yet to look, done. */
export const COUNT_STAGES = ['counting', 'entered', 'awaited', 'closed'] as const;
export type CountStage = (typeof COUNT_STAGES)[number];

/** SHORT_DISPOSITIONS answer where an item is that was not seen where it should lie. */
export const SHORT_DISPOSITIONS = [
  'in-place',
  'other-place',
  'with-resident',
  'with-family',
  'at-clinic',
  'searching',
] as const;
export type ShortDisposition = (typeof SHORT_DISPOSITIONS)[number];

/** SURPLUS_DISPOSITIONS answer what something is that was seen and not expected. */
export const SURPLUS_DISPOSITIONS = ['found', 'not-there'] as const;
export type SurplusDisposition = (typeof SURPLUS_DISPOSITIONS)[number];

/** COUNT_DISPOSITIONS are all answers to a difference; a count is not closed before each difference has one. */
export const COUNT_DISPOSITIONS = [...SHORT_DISPOSITIONS, ...SURPLUS_DISPOSITIONS] as const;
export type CountDisposition = (typeof COUNT_DISPOSITIONS)[number];

/** SECOND_PERSON: when somebody else looks at a count as well. */
export const SECOND_PERSON = ['never', 'differences', 'always'] as const;
export type SecondPerson = (typeof SECOND_PERSON)[number];

/** SECOND: whether a second person was needed for a count, is awaited, or was there: who closes is not who counted. */
export const SECOND = ['not-needed', 'awaited', 'present'] as const;
export type Second = (typeof SECOND)[number];

/** CountPolicy is how a facility counts: at which changes of shift (`HH:MM` in Japan; none: it does not), and with whom. */
export interface CountPolicy {
  readonly shifts: readonly string[];
  readonly second: SecondPerson;
}

/** DEFAULT_COUNT_POLICY holds until a facility says otherwise. */
export const DEFAULT_COUNT_POLICY: CountPolicy = { shifts: ['09:00', '17:00'], second: 'differences' };

/** Count is one count of one drawer: blind (交代時の点検), or against the list that was taken over (開始時の棚卸し). */
export interface Count {
  readonly id: Uuid;
  readonly stage: CountStage;
  /** Who counted, or is counting. */
  readonly countedBy: Uuid;
  /** Who has it in hand: the same, until a colleague takes over. */
  readonly owner: { readonly staffId: Uuid; readonly name: string };
  readonly startedAt: Instant;
  /** What was seen was entered once already, and is counted anew. */
  readonly recounted: boolean;
  /** The list was shown to who counts: 開始時の棚卸し. It is not blind, so somebody else always looks as well. */
  readonly listed: boolean;
}

/** Difference is one thing that was not seen, or was seen and not expected. */
export interface Difference {
  readonly n: number;
  readonly side: 'short' | 'surplus';
  /** The pouch, drawer or locker; null where no place is recorded. */
  readonly storage: Uuid | null;
  readonly kind: ItemKind;
  readonly settledAs: CountDisposition | null;
}
