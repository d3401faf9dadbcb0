import type { ItemKind } from '../item.ts';

/** LEAVE_REASONS of a resident. */
export const LEAVE_REASONS = ['moved', 'hospital', 'died', 'other'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

/** UNDO_REASONS are why a leaving is taken back: it was somebody else, it did not happen, or else; the words are in the private field `reason`. */
export const UNDO_REASONS = ['wrong-resident', 'did-not-happen', 'other'] as const;

/** LEAVING_WAYS are where a thing goes when its resident leaves: to the office that issued it, to herself, or to whom the contract names. */
export const LEAVING_WAYS = ['to-office', 'to-resident', 'to-named'] as const;
export type LeavingWay = (typeof LEAVING_WAYS)[number];

/** What an office wants back after a death, or what nobody can use any more. */
const OFFICE_PAPERS: readonly ItemKind[] = [
  'eligibility-certificate',
  'legacy-insurance-card',
  'care-insurance-card',
  'care-copay-certificate',
  'care-limit-certificate',
  'medical-limit-certificate',
  'disability-handbook-physical',
  'disability-handbook-intellectual',
  'disability-handbook-mental',
  'self-support-medical',
  'welfare-service-certificate',
  'designated-disease',
  'local-medical-subsidy',
  'specific-disease-recipient',
  'elderly-recipient',
  'hibakusha-handbook',
  'public-assistance-voucher',
  'residence-card',
];

/**
 * leavingWay is the usual way of a thing; a person decides. After a death a certificate goes back to the city or the insurer, and what
 * the family may still need for that (the マイナンバーカード, letters, a 診察券) to the person whom the contract names.
 */
export function leavingWay(kind: ItemKind, reason: LeaveReason): LeavingWay {
  if (reason !== 'died') return 'to-resident';
  return OFFICE_PAPERS.includes(kind) ? 'to-office' : 'to-named';
}
