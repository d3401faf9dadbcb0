/** ITEM_KINDS are the documents a facility keeps (design: rules, kinds of item). No money, bankbooks, seals or cash cards. */
export const ITEM_KINDS = [
  'my-number-card',
  'eligibility-certificate',
  'eligibility-notice',
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
  'sealed-envelope',
  'patient-card',
  'medication-notebook',
  'other',
] as const;

/** ItemKind is one of the documents a facility keeps. */
export type ItemKind = (typeof ITEM_KINDS)[number];

/** LIGHT_KINDS are kept without alarms or blind count. */
export const LIGHT_KINDS: readonly ItemKind[] = ['patient-card', 'medication-notebook'];

/** EMERGENCY_KINDS go with an ambulance: proof of eligibility, care insurance and the medication notebook. */
export const EMERGENCY_KINDS: readonly ItemKind[] = [
  'eligibility-certificate',
  'my-number-card',
  'care-insurance-card',
  'medication-notebook',
];

/** INSURER_TYPES: 国保, 被用者, 後期高齢, 生活保護. */
export const INSURER_TYPES = ['national', 'employee', 'late-elderly', 'public-assistance'] as const;
export type InsurerType = (typeof INSURER_TYPES)[number];

/** AUTH_MODES of a マイナンバーカード: with a PIN, 顔認証 (no PIN), or not known. The PIN itself has no place anywhere. */
export const AUTH_MODES = ['pin-set', 'face-only', 'unknown'] as const;
export type AuthMode = (typeof AUTH_MODES)[number];

/** CONDITIONS of an item as seen at the safe. */
export const CONDITIONS = ['good', 'worn', 'damaged'] as const;
export type Condition = (typeof CONDITIONS)[number];
