import type { Capacity, Relation } from '@azukari/domain';

const GUARDIANS: readonly Capacity[] = ['guardian', 'curator', 'voluntary-guardian'];

/** relationOf is as whom a contact receives something. */
export function relationOf(capacity: Capacity): Relation {
  return capacity === 'resident' ? 'resident' : GUARDIANS.includes(capacity) ? 'guardian' : 'family';
}
