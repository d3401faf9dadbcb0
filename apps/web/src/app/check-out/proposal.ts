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

/** REASONS why an item is proposed at first, or is not. */
export type ReasonCode = 'shown' | 'alone' | 'expired' | 'proof-enough' | 'not-shown' | 'own-choice';

/** Reason tells of one item in the safe whether it is ticked at first, and why. */
export interface Reason {
  readonly item: Item;
  readonly proposed: boolean;
  readonly code: ReasonCode;
}

/** reasonsFor proposes for a purpose on a day at most one valid proof of eligibility, and what is shown beside it. */
export function reasonsFor(items: readonly Item[], purpose: Purpose, today: CalendarDay): readonly Reason[] {
  const shown = SHOWN[purpose];
  const here = items.filter(({ custody }) => custody.at === 'stored');
  const valid = here.filter(({ printedExpiresOn }) => printedExpiresOn === null || printedExpiresOn >= today);
  const proof = PROOFS.map((kind) => valid.find((item) => item.kind === kind)).find((item) => item !== undefined);
  return here.map((item) => {
    if (shown === null)
      return here.length === 1
        ? { item, proposed: true, code: 'alone' }
        : { item, proposed: false, code: 'own-choice' };
    const useful = PROOFS.includes(item.kind) || shown.includes(item.kind);
    if (!useful) return { item, proposed: false, code: 'not-shown' };
    if (!valid.includes(item)) return { item, proposed: false, code: 'expired' };
    if (item === proof || shown.includes(item.kind)) return { item, proposed: true, code: 'shown' };
    return { item, proposed: false, code: 'proof-enough' };
  });
}
