import type { Purpose } from '@azukari/domain';

/** presenceWords is where the words for taking part stand; who is visited by a doctor goes nowhere. */
export function presenceWords(purpose: Purpose): string {
  return purpose === 'home-visit' ? 'check-out.presence.home-visit' : 'check-out.presence';
}
