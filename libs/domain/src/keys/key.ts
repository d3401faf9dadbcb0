import { millisecondsOf } from '../instant.ts';
import type { Instant, Uuid } from '../instant.ts';

/** LockerKey is the key of a locker: who has it, or null when it hangs in the key box, and since when that is known. */
export interface LockerKey {
  readonly storageId: Uuid;
  readonly retired: boolean;
  readonly holder: { readonly staffId: Uuid; readonly name: string } | null;
  /** Null before the first hand-over. */
  readonly since: Instant | null;
}

/** LONGEST_SHIFT_HOURS: whoever has had a key for longer has gone home with it. */
export const LONGEST_SHIFT_HOURS = 18;

/** keptTooLong says whether a key has been with one person for longer than the longest shift. */
export function keptTooLong(since: Instant, now: Instant): boolean {
  return millisecondsOf(now) - millisecondsOf(since) > LONGEST_SHIFT_HOURS * 3_600_000;
}
