import type { CalendarDay } from '@azukari/domain';

import type { Speech } from './speech';

/** quarterText names a quarter, which is known by its first day: 2026年7〜9月. */
export function quarterText(quarter: CalendarDay, speech: Pick<Speech, 'say'>): string {
  const [year = '', month = ''] = quarter.split('-');
  const from = Number(month);
  return speech.say('views.quarter', { year, from, to: from + 2 });
}
