import type { CalendarDay, ItemKind, Purpose } from '@azukari/domain';

import type { Item } from '../ui/item-state';

const SUBSIDIES: readonly ItemKind[] = [
  'local-medical-subsidy',
  'specific-disease-recipient',
  'self-support-medical',
  'designated-disease',
  'elderly-recipient',
  'hibakusha-handbook',
  'public-assistance-voucher',
];
const CLINIC: readonly ItemKind[] = ['patient-card', 'medical-limit-certificate', ...SUBSIDIES];

/** SHOWN are the kinds that are shown for a purpose, besides the proof of eligibility. */
const SHOWN: Readonly<Record<Purpose, readonly ItemKind[] | null>> = {
  outpatient: [...CLINIC, 'medication-notebook'],
  pharmacy: ['medication-notebook', ...SUBSIDIES],
  'home-visit': [...CLINIC, 'medication-notebook', 'care-insurance-card'],
  'hospital-stay': [...CLINIC, 'medication-notebook', 'care-insurance-card'],
  'overnight-leave': ['medication-notebook'],
  emergency: ['care-insurance-card', 'medication-notebook'],
  renewal: null,
  'municipal-office': null,
  'in-house': null,
  'to-resident': null,
  'to-family': null,
  other: null,
};

/** PROOFS of eligibility, the handiest first; one valid one is enough. A notice proves nothing without the card. */
const PROOFS: readonly ItemKind[] = ['eligibility-certificate', 'my-number-card', 'legacy-insurance-card'];

/** proposed are the items that are ticked at first for a purpose on a day: at most one proof, and what is shown beside it. */
export function proposed(items: readonly Item[], purpose: Purpose, today: CalendarDay): readonly string[] {
  const shown = SHOWN[purpose];
  const here = items.filter(({ custody }) => custody.at === 'stored');
  if (shown === null) return here.length === 1 ? here.map(({ id }) => id) : [];
  const valid = here.filter(({ printedExpiresOn }) => printedExpiresOn === null || printedExpiresOn >= today);
  const proof = PROOFS.map((kind) => valid.find((item) => item.kind === kind)).find((item) => item !== undefined);
  return here
    .filter((item) => item === proof || (shown.includes(item.kind) && valid.includes(item)))
    .map(({ id }) => id);
}
