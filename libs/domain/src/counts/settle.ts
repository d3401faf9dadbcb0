import { checkOut } from '../custody/check-out.ts';
import type { HolderRef, Purpose } from '../custody/custody.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { found } from '../custody/found.ts';
import { search } from '../custody/search.ts';
import type { ItemSituation, Situation, Verdict } from '../custody/situation.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import { SHORT_DISPOSITIONS } from './count.ts';
import type { Count, CountDisposition, Difference } from './count.ts';
import { refuseAnothers, refuseStage } from './refuse-stage.ts';

/** Settle is the order to say what a difference is. */
export interface Settle {
  readonly as: CountDisposition;
  /** Where it lies instead: with `other-place`. */
  readonly storageId: Uuid | null;
  /** When it comes back: with whoever has it. */
  readonly dueBackAt: Instant | null;
}

/** Settling is everything that deciding on a difference needs; its situation names the item that the answer is about, or none. */
export interface Settling {
  readonly count: Count;
  readonly difference: Difference;
  /** What was expected in that place, of that kind, and has no answer yet. */
  readonly candidates: readonly Uuid[];
  readonly situation: Situation;
}

const WITH: Readonly<Partial<Record<CountDisposition, readonly [HolderRef, Purpose]>>> = {
  'with-resident': ['other:resident', 'to-resident'],
  'with-family': ['other:family', 'to-family'],
  'at-clinic': ['other:clinic', 'outpatient'],
};

/** settleDifference decides on the answer to a difference, and answers the entries that put the record of the item right: none where it was right. */
export function settleDifference(order: Settle, settling: Settling): Verdict {
  const { count, situation } = settling;
  const no =
    refuseUnlessMay(situation.actor, 'count') ??
    refuseStage(count, 'entered') ??
    refuseAnothers(count, situation.actor) ??
    refuseAnswer(order, settling);
  return no ? refuse(no) : effect(order, settling);
}

function refuseAnswer({ as, storageId }: Settle, { difference, candidates, situation }: Settling): Refusal | null {
  if (difference.settledAs !== null) return { kind: 'difference-settled', as: difference.settledAs };
  const short = (SHORT_DISPOSITIONS as readonly CountDisposition[]).includes(as);
  if (short !== (difference.side === 'short') || (as === 'other-place' && storageId === null))
    return { kind: 'disposition-unfit', side: difference.side };
  const [item] = situation.items;
  if (as === 'not-there') return item === undefined ? null : { kind: 'not-found' };
  const named = item?.kind === difference.kind && (!short || candidates.includes(item.id));
  return named ? null : { kind: 'not-found' };
}

function effect(order: Settle, { difference, situation }: Settling): Verdict {
  const [item] = situation.items;
  const by = WITH[order.as];
  if (item === undefined || order.as === 'in-place') return accept([]);
  if (by) return takenOut(order, by, situation);
  const itemIds = [item.id];
  if (order.as === 'searching')
    return item.custody.at === 'missing' ? accept([]) : search({ itemIds, note: null }, situation);
  const storageId = order.as === 'other-place' ? order.storageId : difference.storage;
  return liesAt(item, storageId) ? accept([]) : found({ itemIds, storageId, note: null }, situation);
}

/** What lies in the safe lies at "no recorded place" as well as it lies where it is recorded. */
function liesAt({ custody }: ItemSituation, storageId: Uuid | null): boolean {
  return custody.at === 'stored' && (storageId === null || custody.storage === storageId);
}

function takenOut(
  { dueBackAt }: Settle,
  [holder, purpose]: readonly [HolderRef, Purpose],
  situation: Situation,
): Verdict {
  return checkOut(
    {
      itemIds: situation.items.map(({ id }) => id),
      purpose,
      holder,
      dueBackAt,
      holderName: '',
      contactId: null,
      destination: null,
      occurredAt: null,
      foundIds: [],
      sheet: null,
      note: null,
    },
    situation,
  );
}
