import { covers } from '../agreement/coverage.ts';
import { accept, refuse } from '../decision.ts';
import { dayInTokyo } from '../instant.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';
import type { Condition, ItemKind } from '../item.ts';
import type { Refusal } from '../refusal.ts';
import { dateNoted, isUndated } from './date-noted.ts';
import { aboutItem, draft, refuseFuture, refuseLeft, refuseUnlessMay } from './draft.ts';
import type { Description, IntakeSituation, NewItem, Verdict } from './situation.ts';

/** TakeIn is the order to keep a new item under an agreement (お預かりする). */
export interface TakeIn {
  readonly agreementId: Uuid;
  readonly storageId: Uuid | null;
  readonly description: Description;
  readonly noDatePrinted?: boolean;
  readonly condition: Condition;
  readonly occurredAt: Instant | null;
  readonly note: string | null;
}

/** ONLY_GIVEN_BACK are kinds that are no longer taken in: an old 健康保険証 is returned or disposed of. */
export const ONLY_GIVEN_BACK: readonly ItemKind[] = ['legacy-insurance-card'];

/** takeIn decides whether a new item is kept under the agreement. */
export function takeIn(order: TakeIn, { now, actor, item }: IntakeSituation): Verdict {
  const { agreementId, storageId, description, condition, occurredAt, note } = order;
  const no =
    refuseUnlessMay(actor, 'take-in') ??
    refuseFuture(occurredAt, now) ??
    refuseAgreement(agreementId, item, dayInTokyo(occurredAt ?? now));
  if (no) return refuse(no);
  return accept([
    draft('item.taken-in', item, {
      facts: { kind: item.kind, storage: storageId, ...description, condition, agreement: agreementId },
      occurredAt,
      private: { note },
    }),
    ...(isUndated(description, order.noDatePrinted) ? [dateNoted(item, true)] : []),
  ]);
}

/** refuseAgreement says why an item may not be kept under this agreement on this Japanese day, or null when it may. */
export function refuseAgreement(agreementId: Uuid, item: NewItem, day: CalendarDay): Refusal | null {
  if (ONLY_GIVEN_BACK.includes(item.kind)) return { kind: 'kind-refused', itemKind: item.kind };
  const { residentId } = item;
  if (residentId === null) return { kind: 'resident-missing', itemId: item.id };
  const left = refuseLeft(item, day);
  if (left) return left;
  const agreement = item.agreements.find(({ id }) => id === agreementId);
  return agreement !== undefined && agreement.residentId === residentId && covers(agreement, item.kind, day)
    ? null
    : { kind: 'agreement-missing', residentId, ...aboutItem(item) };
}
