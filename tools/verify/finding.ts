import type { ImpossibleReason, LeafFlaw, PrivateField } from '@azukari/domain';

/**
 * Finding is why a log does not hold, or why this version cannot say. `seq` is the first entry concerned; with `until` it is the first
 * of those among which the change lies.
 */
export type Finding =
  | { readonly verdict: 'broken'; readonly seq: number | null; readonly until?: number; readonly at: Break }
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
