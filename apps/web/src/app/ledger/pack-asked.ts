import { addDays, type CalendarDay, tokyoTime } from '@azukari/domain';

import { type Days, periodIssue } from '../ui/period';
import type { PackAsked } from './pack-download';

/** PACK_RANGES and PACK_LOGS are what a person chooses between. */
export const PACK_RANGES = ['all', 'period'] as const;
export const PACK_LOGS = ['both', 'custody'] as const;

/** PackChoice is what was chosen; the days, both included, count for a period only. */
export interface PackChoice extends Days {
  readonly range: (typeof PACK_RANGES)[number];
  readonly logs: (typeof PACK_LOGS)[number];
}

/** packIssue says what keeps a pack from being made; null when nothing does. A pack may be of more than a year. */
export function packIssue({ range, ...days }: PackChoice, today: CalendarDay): 'day' | 'order' | 'future' | null {
  if (range === 'all') return null;
  const issue = periodIssue(days);
  if (issue !== null && issue !== 'long') return issue;
  return days.from > today ? 'future' : null;
}

/** packAsked is what the server is asked for. */
export function packAsked({ range, logs, from, to }: PackChoice): PackAsked {
  return {
    ...(range === 'period' && { from: tokyoTime(from, '00:00'), to: tokyoTime(addDays(to, 1), '00:00') }),
    ...(logs === 'custody' && { log: 'custody' }),
  };
}

/** packName is the name of the file. */
export function packName({ range, from, to }: PackChoice, today: CalendarDay): string {
  return range === 'period' ? `azukari-${from}_${to}.zip` : `azukari-${today}.zip`;
}
