import { dayInTokyo, type Instant, millisecondsOf } from '@azukari/domain';

import type { Speech } from '../ui/speech';

const TOKYO_OFFSET_MS = 9 * 3_600_000;

/** exactMoment writes an instant in Japan's time with its seconds: 2026年11月21日(土) 22:41:25. */
export function exactMoment(at: Instant, speech: Pick<Speech, 'day'>): string {
  const clock = new Date(millisecondsOf(at) + TOKYO_OFFSET_MS).toISOString().slice(11, 19);
  return `${speech.day(dayInTokyo(at))} ${clock}`;
}
