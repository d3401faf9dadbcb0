import type { Instant } from '../instant.ts';
import { liveSteps } from './fold.ts';
import type { LiveStep } from './fold.ts';
import { effectiveAt } from './history.ts';
import type { HistoryEntry } from './history.ts';

/**
 * stepsUntil are the steps of an item up to a moment, as the whole record tells them today: what was entered late or put right since
 * counts at the time it speaks of. Without a step the item was not here yet.
 */
export function stepsUntil(history: readonly HistoryEntry[], at: Instant): readonly LiveStep[] {
  const steps = liveSteps(history);
  return steps.slice(0, steps.findLastIndex(({ entry }) => effectiveAt(entry) <= at) + 1);
}
