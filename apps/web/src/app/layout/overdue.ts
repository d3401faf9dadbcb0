import { GRACE_MINUTES, type Instant } from '@azukari/domain';

import { minutesLate } from '../ui/format';
import type { Item } from '../ui/item-state';

/** LONG_MINUTES after its time an item is no longer a matter of a slow waiting room. */
const LONG_MINUTES = 120;

/** Overdue is what has not come back when it should have, longest first. */
export interface Overdue {
  readonly items: readonly Item[];
  /** How many of them are more than two hours past their time. */
  readonly long: number;
}

/** overdueOf picks what is past its time and its grace; what has no time is never late. */
export function overdueOf(out: readonly Item[], now: Instant): Overdue {
  const late = out
    .flatMap((item) => {
      const due = item.custody.at === 'out' ? item.custody.dueBackAt : null;
      return due === null ? [] : [{ item, minutes: minutesLate(due, now) }];
    })
    .filter(({ minutes }) => minutes >= GRACE_MINUTES)
    .sort((a, b) => b.minutes - a.minutes);
  return { items: late.map(({ item }) => item), long: late.filter(({ minutes }) => minutes >= LONG_MINUTES).length };
}
