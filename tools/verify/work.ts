import type { Due } from '@azukari/domain';

/** Work is what another thread can do alone. */
export type Work =
  | { readonly kind: 'leaves' | 'private'; readonly block: Uint8Array }
  | { readonly kind: 'signatures'; readonly signatures: readonly Due[] };

/** Question is some work with a number, for another thread. */
export type Question = Work & { readonly id: number };

/** Answer is what came of it: of leaves only their hashes, since reading a text again is cheaper than handing over what was read. */
export interface Answer {
  readonly id: number;
  readonly hashes: Uint8Array;
  readonly json: string;
}

/** Helper is a thread beside this one, as the platform brings it. */
export interface Helper {
  readonly ask: (question: Question) => void;
  /** What it answers; and that it does not, because it broke or never could. */
  readonly listen: (answered: (answer: Answer) => void, failed: () => void) => void;
  readonly stop: () => void;
}
