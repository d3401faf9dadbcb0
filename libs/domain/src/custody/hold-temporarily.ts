import { accept, refuse } from '../decision.ts';
import { dayInTokyo } from '../instant.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';
import type { Condition } from '../item.ts';
import type { HoldReason } from './custody.ts';
import { dateNoted, isUndated } from './date-noted.ts';
import { draft, refuseFuture, refuseUnlessMay } from './draft.ts';
import type { Description, IntakeSituation, Verdict } from './situation.ts';
import { resolveByOf } from './transition.ts';

/** HoldTemporarily is the order to record a new item that lies in the safe without an agreement (一時保管). */
export interface HoldTemporarily {
  readonly reason: HoldReason;
  /** The day until which it is resolved; null for the default of seven days. */
  readonly resolveBy: CalendarDay | null;
  readonly storageId: Uuid | null;
  readonly description: Description;
  readonly noDatePrinted?: boolean;
  readonly condition: Condition;
  readonly occurredAt: Instant | null;
  readonly note: string | null;
}

/** holdTemporarily records what is physically in the safe: no agreement and no resident is needed (law 2). */
export function holdTemporarily(order: HoldTemporarily, { now, actor, item }: IntakeSituation): Verdict {
  const { reason, storageId, description, condition, occurredAt, note } = order;
  const from = dayInTokyo(occurredAt ?? now);
  const resolveBy = order.resolveBy ?? resolveByOf(from);
  const no = refuseUnlessMay(actor, 'hold-temporarily') ?? refuseFuture(occurredAt, now);
  if (no) return refuse(no);
  if (resolveBy < from) return refuse({ kind: 'dates-out-of-order' });
  return accept([
    draft('item.held-temporarily', item, {
      facts: { kind: item.kind, storage: storageId, ...description, condition, reason, resolveBy },
      occurredAt,
      private: { note },
    }),
    ...(isUndated(description, order.noDatePrinted) ? [dateNoted(item, true)] : []),
  ]);
}
