import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import { secondOf } from './close.ts';
import type { Lying } from './compare.ts';
import type { Count, CountPolicy, Difference } from './count.ts';
import type { Entered } from './enter.ts';
import { refuseAnothers, refuseStage } from './refuse-stage.ts';

/** ListedItem is an item of the list, and what somebody said who looked for it: there, not there, or nothing yet. */
export interface ListedItem extends Lying {
  readonly there: boolean | null;
}

/** Look is what somebody said of items of the list. */
export interface Look {
  readonly there: readonly Uuid[];
  readonly missing: readonly Uuid[];
}

/** PlaceLooked is how many of one place were said to be there and not to be there. */
export interface PlaceLooked {
  readonly storage: Uuid | null;
  readonly there: number;
  readonly missing: number;
}

/** refuseListStart: a list is shown only where something of it has not been looked for; otherwise a count is blind. */
export function refuseListStart(left: number): Refusal | null {
  return left === 0 ? { kind: 'list-looked-for' } : null;
}

/** lookFor takes down what somebody says of items of the list, and answers how many of each place that were. What is said again counts anew. */
export function lookFor(
  { there, missing }: Look,
  list: readonly ListedItem[],
  { count, actor }: { readonly count: Count; readonly actor: Actor },
): Decision<readonly PlaceLooked[]> {
  const no = refuseList(count, actor);
  if (no) return refuse(no);
  const named = [...there, ...missing];
  const once = new Set(named);
  if (once.size < named.length || named.some((id) => !list.some(({ itemId }) => itemId === id)))
    return refuse({ kind: 'not-found' });
  const places = [...new Set(list.filter(({ itemId }) => once.has(itemId)).map(({ storage }) => storage))];
  return accept(
    places.map((storage) => {
      const here = (ids: readonly Uuid[]): number =>
        list.filter((one) => one.storage === storage && ids.includes(one.itemId)).length;
      return { storage, there: here(there), missing: here(missing) };
    }),
  );
}

/** ListCounting is everything that deciding on a list that was gone through needs; `now` is what the record has in the drawer. */
export interface ListCounting {
  readonly count: Count;
  readonly actor: Actor;
  readonly policy: CountPolicy;
  readonly now: readonly Pick<Lying, 'itemId'>[];
}

/**
 * enterList ends the looking: each item has to have been looked for, and each that was not there is a difference. What somebody took
 * out meanwhile is none.
 */
export function enterList(list: readonly ListedItem[], { count, actor, policy, now }: ListCounting): Decision<Entered> {
  const no = refuseList(count, actor);
  if (no) return refuse(no);
  const still = new Set(now.map(({ itemId }) => itemId));
  const asked = list.filter(({ itemId, there }) => there === true || still.has(itemId));
  const left = asked.filter(({ there }) => there === null).length;
  if (left > 0) return refuse({ kind: 'list-left', count: left });
  const differences = asked
    .filter(({ there }) => there === false)
    .map(({ storage, kind }, i): Difference => ({ n: i + 1, side: 'short', storage, kind, settledAs: null }));
  const seen = asked.length - differences.length;
  const closes = differences.length === 0 ? secondOf(count, { actor, policy, differences: 0 }) : null;
  return accept({ expected: asked.length, seen, differences, closes });
}

function refuseList(count: Count, actor: Actor): Refusal | null {
  const no = refuseUnlessMay(actor, 'count') ?? refuseStage(count, 'counting') ?? refuseAnothers(count, actor);
  return no ?? (count.listed ? null : { kind: 'not-found' });
}
