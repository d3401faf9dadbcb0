import { accept, refuse } from '../decision.ts';
import { addMonths } from '../expiry/calendar.ts';
import { addDays, dayInTokyo } from '../instant.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';
import type { Custody } from './custody.ts';
import { decideEach, draft, refuseEnded, refuseMissing, refuseStored, refuseUnlessMay } from './draft.ts';
import type { Situation, Verdict } from './situation.ts';

/** DAYS_UNTIL_ASKED is after how many days somebody asks the hospital again whether it still has what went along. */
export const DAYS_UNTIL_ASKED = 7;

/** ConfirmWhereabouts is the order to write down that items that are out are where they were taken (所在の確認). */
export interface ConfirmWhereabouts {
  readonly itemIds: readonly Uuid[];
}

/** confirmWhereabouts decides whether somebody may say so; where the items are does not change. */
export function confirmWhereabouts(_: ConfirmWhereabouts, { actor, items }: Situation): Verdict {
  const no = refuseUnlessMay(actor, 'change');
  if (no) return refuse(no);
  return decideEach(items, (item) => {
    const refusal = refuseStored(item) ?? refuseMissing(item) ?? refuseEnded(item);
    return refusal ? refuse(refusal) : accept([draft('item.whereabouts-confirmed', item, { facts: {} })]);
  });
}

type Out = Extract<Custody, { readonly at: 'out' }>;

/** lastKnownAt is when it was last known where an item that is out is; what was said before it left this time says nothing. */
export function lastKnownAt({ since }: Pick<Out, 'since'>, confirmedAt: Instant | null): Instant {
  return confirmedAt !== null && confirmedAt > since ? confirmedAt : since;
}

/** askedAgainOn is the day from which somebody asks again: about what is in hospital without a time of return. */
export function askedAgainOn(
  custody: Pick<Out, 'since' | 'purpose' | 'dueBackAt'>,
  confirmedAt: Instant | null,
): CalendarDay | null {
  if (custody.purpose !== 'hospital-stay' || custody.dueBackAt !== null) return null;
  return addDays(dayInTokyo(lastKnownAt(custody, confirmedAt)), DAYS_UNTIL_ASKED);
}

/** MONTHS_UNTIL_DECIDED is after how long in hospital somebody asks whether the resident comes back at all. */
export const MONTHS_UNTIL_DECIDED = 3;

/** decidedOn is the day from which that is asked; null for what is not in hospital. */
export function decidedOn({ since, purpose }: Pick<Out, 'since' | 'purpose'>): CalendarDay | null {
  return purpose === 'hospital-stay' ? addMonths(dayInTokyo(since), MONTHS_UNTIL_DECIDED) : null;
}
