import type { Draft } from '@azukari/domain';
import type { Gathered } from './situations.ts';

/** withNames adds the residents' names as they are now; what goes to the resident herself goes to the resident of that very item. */
export function withNames(drafts: readonly Draft[], { items }: Pick<Gathered, 'items'>): readonly Draft[] {
  return drafts.map((draft) => {
    const residentName = items.find(({ id }) => id === draft.item)?.residentName;
    if (!residentName) return draft;
    const toHer = {
      ...('holder' in draft.facts && draft.facts.holder === 'other:resident' && { holderName: residentName }),
      ...('receiver' in draft.facts && draft.facts.receiver === 'other:resident' && { receiverName: residentName }),
    };
    return { ...draft, private: { ...draft.private, ...toHer, residentName } };
  });
}
