import { REPRESENTATIVES } from '../agreement/coverage.ts';
import type { Capacity } from '../agreement/coverage.ts';
import type { Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import type { Dispute, Relation } from './custody.ts';

/** PEOPLE are those among whom there can be a dispute; an office, a clinic or another house is not one of them. */
const PEOPLE: readonly Relation[] = ['family', 'guardian', 'other'];

/** DisputedReceiver is who is to get or carry what is a resident's. */
export interface DisputedReceiver {
  readonly relation: Relation;
  /** Of a contact of hers; null for anybody else, also for who says that she is one. */
  readonly capacity: Capacity | null;
}

interface Disputed {
  readonly residentId: Uuid | null;
  readonly dispute: Dispute | null;
}

/**
 * refuseDispute is the stop while those around her do not agree: only she herself and who represents her by law may receive. After a
 * death nobody represents her any more: the facility does not decide between heirs, and keeps what is here until they agree. What goes
 * back to an office is nobody's to quarrel about.
 */
export function refuseDispute(items: readonly Disputed[], { relation, capacity }: DisputedReceiver): Refusal | null {
  if (!PEOPLE.includes(relation)) return null;
  for (const { residentId, dispute } of items) {
    if (dispute === null || residentId === null) continue;
    const represents = dispute === 'living' && capacity !== null && REPRESENTATIVES.includes(capacity);
    if (!represents) return { kind: 'in-dispute', residentId, dispute };
  }
  return null;
}
