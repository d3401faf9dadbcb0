import type { CountDisposition } from '../counts/count.ts';
import { LIGHT_KINDS } from '../item.ts';
import type { ItemKind } from '../item.ts';

/** SEEN is what a 照合 saw of an item: it was there; it was not; it is of a kind that nobody counts; it came after its drawer was counted; it is not in the safe. */
export const SEEN = ['seen', 'not-seen', 'not-counted', 'came-later', 'elsewhere'] as const;
export type Seen = (typeof SEEN)[number];

/** Looked is what the counts of a 照合 tell of one item: whether it was expected, and the answer to a difference that names it. */
export interface Looked {
  readonly expected: boolean;
  readonly answer: CountDisposition | null;
}

const WAS_THERE: readonly (CountDisposition | null)[] = [null, 'in-place', 'other-place', 'found'];

/** seenOf says what a 照合 saw of an item that the record has in the safe (`stored`) or elsewhere. */
export function seenOf(
  { kind, stored }: { readonly kind: ItemKind; readonly stored: boolean },
  { expected, answer }: Looked,
): Seen {
  if (LIGHT_KINDS.includes(kind)) return stored ? 'not-counted' : 'elsewhere';
  if (expected || answer !== null) return WAS_THERE.includes(answer) ? 'seen' : 'not-seen';
  return stored ? 'came-later' : 'elsewhere';
}
