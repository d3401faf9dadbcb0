import type { Purpose } from '../custody/custody.ts';
import type { LiveStep } from '../custody/fold.ts';
import type { Instant } from '../instant.ts';
import { momentsOf } from './stretches.ts';
import type { Span } from './stretches.ts';

/** OUTING_ENDS: brought back, or gone from who had it in any other way; an item found in the safe was not brought back then. */
export const OUTING_ENDS = ['returned', 'otherwise'] as const;

/** Outing is one time that an item was out, whoever had it on the way. */
export interface Outing extends Span {
  readonly purpose: Purpose;
  /** When it was to be back, as it was planned last. */
  readonly dueBackAt: Instant | null;
  readonly end: (typeof OUTING_ENDS)[number] | null;
}

/** outingsOf are the times that an item was out, oldest first. */
export function outingsOf(steps: readonly LiveStep[]): readonly Outing[] {
  const moments = momentsOf(steps);
  const outings: Outing[] = [];
  for (const [n, { entry, state }] of steps.entries()) {
    const at = moments[n] ?? '';
    const open = outings.at(-1)?.to === null ? outings.pop() : undefined;
    if (state.custody.at === 'out') {
      const { purpose, dueBackAt } = state.custody;
      outings.push(open ? { ...open, dueBackAt } : { purpose, dueBackAt, from: at, to: null, end: null });
    } else if (open)
      outings.push({ ...open, to: at, end: entry.type === 'item.checked-in' ? 'returned' : 'otherwise' });
  }
  return outings;
}
