import type { CalendarDay, Uuid } from '../instant.ts';
import type { Agreement, EnvelopeRule } from './coverage.ts';

/** ENVELOPE_SENDERS: 保険者, J-LIS, 役所（保険のほか）, and everybody else. Only what insurers send can be opened. */
export const ENVELOPE_SENDERS = ['insurer', 'j-lis', 'municipality', 'other'] as const;
export type EnvelopeSender = (typeof ENVELOPE_SENDERS)[number];

/** EnvelopeWill is what a resident's agreements say about envelopes on a day; without an answer they stay closed. */
export interface EnvelopeWill {
  readonly rule: EnvelopeRule | null;
  /** The agreement under which an insurer's envelope may be opened. */
  readonly agreementId: Uuid | null;
}

/** envelopeWill reads the answer of the agreements in force on a day. Where two differ, the envelope stays closed. */
export function envelopeWill(agreements: readonly Agreement[], on: CalendarDay): EnvelopeWill {
  const answered = agreements.filter(
    ({ envelopes = null, from, to }) => envelopes !== null && from <= on && (to === null || on <= to),
  );
  const [first] = answered;
  if (first === undefined) return { rule: null, agreementId: null };
  if (answered.some(({ envelopes }) => envelopes === 'stay-closed')) return { rule: 'stay-closed', agreementId: null };
  return { rule: 'insurer-may-be-opened', agreementId: first.id };
}

/** ENVELOPE_OBSTACLES: nobody allowed it, or it is not known to come from an insurer. */
export const ENVELOPE_OBSTACLES = ['not-agreed', 'not-from-insurer'] as const;
export type EnvelopeObstacle = (typeof ENVELOPE_OBSTACLES)[number];

/** envelopeObstacle says why an envelope is not opened in front of the resident, or null when it may be. */
export function envelopeObstacle({ rule }: EnvelopeWill, from: EnvelopeSender | null): EnvelopeObstacle | null {
  if (rule !== 'insurer-may-be-opened') return 'not-agreed';
  return from === 'insurer' ? null : 'not-from-insurer';
}
