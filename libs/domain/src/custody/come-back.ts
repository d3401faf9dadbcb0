import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import { change } from './change.ts';
import { checkIn } from './check-in.ts';
import type { HolderRef } from './custody.ts';
import { aboutItem } from './draft.ts';
import type { ItemSituation, Receiving, Situation, Verdict } from './situation.ts';
import { confirmWhereabouts } from './whereabouts.ts';

/** STAY_ANSWERS to where a thing is when somebody comes back: here, left where she was, with her family, or still there with her. */
export const STAY_ANSWERS = ['back', 'left-there', 'with-family', 'still-there'] as const;
export type StayAnswer = (typeof STAY_ANSWERS)[number];

/** Keeper is who has what did not come back. */
export interface Keeper {
  readonly holder: HolderRef;
  readonly holderName: string;
  readonly contact: Receiving | null;
}

/** ComeBack is the order to write down, for everything that went along on a stay (入院, 外泊), where it is now. */
export interface ComeBack {
  readonly items: readonly { readonly itemId: Uuid; readonly as: StayAnswer }[];
  /** Where it was left, and who of the family has it; null when nothing was answered so. */
  readonly there: Keeper | null;
  readonly family: Keeper | null;
  /** Until when what is left there or with the family is to be here. */
  readonly dueBackAt: Instant | null;
  readonly note: string | null;
}

/** comeBack decides on all of it at once: each thing is put back, is with somebody else from now on, or was asked after. */
export function comeBack({ items, there, family, dueBackAt, note }: ComeBack, situation: Situation): Verdict {
  const flaw = notOut(situation.items);
  if (flaw) return refuse(flaw);
  const answered = (as: StayAnswer): readonly ItemSituation[] => {
    const ids = new Set(items.filter((one) => one.as === as).map(({ itemId }) => itemId));
    return situation.items.filter(({ id }) => ids.has(id));
  };
  const part = (some: readonly ItemSituation[], decide: (situation: Situation) => Verdict): Verdict =>
    some.length === 0 ? accept([]) : decide({ ...situation, items: some });
  const kept = (as: StayAnswer, keeper: Keeper | null): Verdict =>
    part(answered(as), (some) => {
      if (keeper === null) return refuse({ kind: 'nothing-to-change' });
      const { holder, holderName, contact } = keeper;
      return change({ itemIds: [], holder, holderName, dueBackAt, occurredAt: null, note }, { ...some, contact });
    });
  const verdicts = [
    part(answered('back'), (some) =>
      checkIn({ itemIds: [], storageId: null, condition: 'good', occurredAt: null, sheet: null, note }, some),
    ),
    kept('left-there', there),
    kept('with-family', family),
    part(answered('still-there'), (some) => confirmWhereabouts({ itemIds: [] }, some)),
  ];
  const no = verdicts.find((verdict) => !verdict.ok);
  return no ?? accept(verdicts.flatMap((verdict) => (verdict.ok ? verdict.value : [])));
}

/** What somebody else has put back meanwhile did not go along any more. */
function notOut(items: readonly ItemSituation[]): Refusal | null {
  for (const item of items)
    if (item.custody.at === 'stored') return { kind: 'item-stored', ...aboutItem(item), since: item.custody.since };
  return null;
}
