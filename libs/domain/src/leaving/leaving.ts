import type { ItemKind } from '../item.ts';

/** LEAVE_REASONS of a resident. */
export const LEAVE_REASONS = ['moved', 'hospital', 'died', 'other'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

/** UNDO_REASONS are why a leaving is taken back: it was somebody else, it did not happen, or else; the words are in the private field `reason`. */
export const UNDO_REASONS = ['wrong-resident', 'did-not-happen', 'other'] as const;

/** LEAVING_WAYS are where a thing goes when its resident leaves: to the office that issued it, to herself, or to whom the contract names. */
export const LEAVING_WAYS = ['to-office', 'to-resident', 'to-named'] as const;
export type LeavingWay = (typeof LEAVING_WAYS)[number];

/** What no office wants back, or what the family may still need for that; every other kind is a certificate of an office. */
const OF_HER_OWN: readonly ItemKind[] = [
  'my-number-card',
  'eligibility-notice',
  'sealed-envelope',
  'patient-card',
  'medication-notebook',
  'other',
];

/**
 * leavingWay is the usual way of a thing; a person decides. After a death a certificate goes back to the city or the insurer, and what
 * the family may still need for that (the マイナンバーカード, letters, a 診察券) to the person whom the contract names.
 */
export function leavingWay(kind: ItemKind, reason: LeaveReason): LeavingWay {
  if (reason !== 'died') return 'to-resident';
  return OF_HER_OWN.includes(kind) ? 'to-named' : 'to-office';
}
