import type { GapCause, ImpossibleReason, Instant, LeafFlaw, PrivateField } from '@azukari/domain';

/** Anchor is what the reader brings from outside: a checkpoint from a mail or a paper, or the code beside it. Never one from the pack. */
export type Anchor =
  { readonly kind: 'checkpoint'; readonly note: string } | { readonly kind: 'code'; readonly code: string };

/** GapSeen is an entry in which somebody gave up a checkpoint that the record does not continue: who, when and why, as it stands there. */
export interface GapSeen {
  readonly seq: number;
  readonly at: Instant;
  /** The body of the checkpoint that was given up, and up to how many entries the record says that both are the same. */
  readonly body: string;
  readonly from: number;
  readonly size: number;
  readonly cause: GapCause;
  /** Null where the words were erased. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** Declared is what the record says itself about a checkpoint that it does not fit: given up as such, or lying in between. */
export type Declared = GapSeen & { readonly exactly: boolean };

/**
 * Finding is why a log does not hold, or why this version cannot say. `seq` is the first entry concerned; with `until` it is the first
 * of those among which the change lies.
 */
export type Finding =
  | {
      readonly verdict: 'broken';
      readonly seq: number | null;
      readonly until?: number;
      readonly at: Break;
      readonly declared?: Declared;
    }
  | {
      readonly verdict: 'cannot-judge';
      readonly seq: number | null;
      readonly because: 'unknown-entry' | 'unknown-pack' | 'anchor-before';
    };

/** Break names what does not hold, with the key, field or reason after the colon. */
export type Break =
  | `entry:${LeafFlaw}`
  | `order:${LeafFlaw}`
  | `private:${'digests' | 'missing' | 'erased' | 'line' | PrivateField}`
  | `custody:${ImpossibleReason}`
  | `checkpoint:${'text' | 'log' | 'root' | 'key' | 'signature' | 'order' | 'missing'}`
  | `anchor:${'text' | 'log' | 'root' | 'beyond' | 'code'}`
  | `end:${'missing' | 'more' | 'command'}`
  | `pack:${string}`;
