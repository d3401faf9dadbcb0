import type { ItemKind } from '../item.ts';

/** LOSS_PLACES: where an item was lost; the police takes a report only of what was lost outside. */
export const LOSS_PLACES = ['inside', 'outside', 'unknown'] as const;
export type LossPlace = (typeof LOSS_PLACES)[number];

/** LOSS_STEPS are what is done about a loss, in the order of the guide when nothing else is known. */
export const LOSS_STEPS = [
  'searched',
  'manager-told',
  'card-stopped',
  'family-told',
  'police-told',
  'municipality-told',
  'certificate-applied',
  'issuer-told',
  'incident-reported',
] as const;
export type LossStep = (typeof LOSS_STEPS)[number];

/** STEP_ANSWERS: somebody did it, nobody has to, or what was noted before was wrong. */
export const STEP_ANSWERS = ['done', 'not-needed', 'not-done'] as const;
export type StepAnswer = (typeof STEP_ANSWERS)[number];

/** LOSS_ENDS close a loss of which the item was not found. */
export const LOSS_ENDS = ['reissued', 'not-reissued', 'other'] as const;
export type LossEnd = (typeof LOSS_ENDS)[number];

/** Need says whether a step belongs to this loss; a step that turns on an open question asks first. */
export type Need = 'required' | 'asks' | 'not-required';

/** Circumstances are what the steps turn on; null is not asked yet. */
export interface Circumstances {
  readonly place: LossPlace | null;
  readonly bedridden: 'yes' | 'no' | 'unknown' | null;
}

/** GuidedStep is one step of the guide. */
export interface GuidedStep {
  readonly step: LossStep;
  readonly need: Need;
}

/**
 * guideOf is what to do about a lost item, in its order. A card is stopped at once. Who cannot leave the bed cannot come to the
 * counter for a new card, so her 資格確認書 comes before it.
 */
export function guideOf(kind: ItemKind, { place, bedridden }: Circumstances): readonly GuidedStep[] {
  const card = kind === 'my-number-card';
  const mine = LOSS_STEPS.filter((step) => {
    if (step === 'card-stopped' || step === 'municipality-told' || step === 'certificate-applied') return card;
    return step !== 'issuer-told' || !card;
  });
  const order = bedridden === 'yes' ? certificateFirst(mine) : mine;
  return order.map((step) => ({ step, need: step === 'police-told' ? needOfPolice(place) : 'required' }));
}

function certificateFirst(steps: readonly LossStep[]): readonly LossStep[] {
  return steps.flatMap((step) => {
    if (step === 'certificate-applied') return [];
    return step === 'municipality-told' ? (['certificate-applied', step] as const) : [step];
  });
}

function needOfPolice(place: LossPlace | null): Need {
  if (place === 'outside') return 'required';
  return place === 'inside' ? 'not-required' : 'asks';
}
