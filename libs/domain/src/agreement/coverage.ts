import type { CalendarDay, Uuid } from '../instant.ts';
import type { ItemKind } from '../item.ts';

/** CAPACITIES in which a person signs or is a contact: 立場. */
export const CAPACITIES = [
  'resident',
  'guardian',
  'curator',
  'voluntary-guardian',
  'parent',
  'family',
  'guarantor',
  'public-authority',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** REPRESENTATIVES act for a resident by law or by an office: 法定代理人, 任意後見人 and 措置権者. */
export const REPRESENTATIVES: readonly Capacity[] = [
  'guardian',
  'curator',
  'voluntary-guardian',
  'parent',
  'public-authority',
];

/** ENVELOPE_RULES are the answers on a 預かり依頼書 to what becomes of envelopes that arrive; one with a PIN form stays closed in any case. */
export const ENVELOPE_RULES = ['stay-closed', 'insurer-may-be-opened'] as const;
export type EnvelopeRule = (typeof ENVELOPE_RULES)[number];

/** Agreement is the part of a 預かり依頼書 that decides whether an item may be kept. Days are Japanese; `to` includes the day. */
export interface Agreement {
  readonly id: Uuid;
  readonly residentId: Uuid;
  readonly kinds: readonly ItemKind[];
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
  /** What becomes of envelopes that arrive; null or absent where nobody has asked. */
  readonly envelopes?: EnvelopeRule | null;
}

/** covers says whether the agreement lets this kind be kept on this day. */
export function covers(agreement: Agreement, kind: ItemKind, on: CalendarDay): boolean {
  return agreement.kinds.includes(kind) && agreement.from <= on && (agreement.to === null || on <= agreement.to);
}
