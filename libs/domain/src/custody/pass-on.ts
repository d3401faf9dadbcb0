import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Custody } from './custody.ts';
import { decideEach, draft, refuseDueBack, refuseUnlessMay, refuseUnlessStored } from './draft.ts';
import type { Draft, ItemSituation, Situation, Verdict } from './situation.ts';

/** TRANSFER_ANSWERS are what became of a thing that was sent to another home: that home has it, has not, or it was not sent after all. */
export const TRANSFER_ANSWERS = ['arrived', 'not-arrived', 'withdrawn'] as const;
export type TransferAnswer = (typeof TRANSFER_ANSWERS)[number];

/** PassOn is the order to send what is hers to another house (転居); it stays out until that house has confirmed it. */
export interface PassOn {
  readonly itemIds: readonly Uuid[];
  /** The other house, by name. */
  readonly holderName: string;
  /** Until when that house is expected to have answered. */
  readonly dueBackAt: Instant;
  readonly note: string | null;
}

const ANOTHER_HOUSE = 'other:other-facility';

/** passOn decides whether things leave for another house. It needs no agreement: it ends one. */
export function passOn(order: PassOn, situation: Situation): Verdict {
  const { actor, items, now } = situation;
  const { dueBackAt, holderName, note } = order;
  const no = refuseUnlessMay(actor, 'hand-over') ?? refuseDueBack({ dueBackAt, purpose: 'other' }, now, now);
  if (no) return refuse(no);
  return decideEach(items, (item) => {
    const refusal = refuseUnlessStored(item);
    if (refusal) return refuse(refusal);
    return accept([
      draft('item.checked-out', item, {
        facts: { holder: ANOTHER_HOUSE, purpose: 'other', dueBackAt, contact: null, sheet: null },
        private: { holderName, destination: holderName, note },
      }),
    ]);
  });
}

/** isPassedOn is true of what is on its way to another house. */
export function isPassedOn(custody: Custody): boolean {
  return custody.at === 'out' && custody.holder === ANOTHER_HOUSE;
}

/** isExpected is true as long as the other house may say that it has come: it is on its way, or was handed over there by hand. */
export function isExpected(custody: Custody): boolean {
  return isPassedOn(custody) || (custody.at === 'ended' && custody.disposition === 'transferred');
}

/** confirmPassedOn is what the house that sent them writes down of things that the other house has: custody ends where it has not. */
export function confirmPassedOn(items: readonly ItemSituation[], receiverName: string): readonly Draft[] {
  return items
    .filter(({ custody }) => isPassedOn(custody))
    .map((item) =>
      draft('item.handed-over', item, {
        facts: { disposition: 'transferred', receiver: ANOTHER_HOUSE, witness: null, replacedBy: null },
        private: { receiverName },
      }),
    );
}
