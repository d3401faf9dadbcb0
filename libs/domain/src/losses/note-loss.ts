import { draft, refuseFuture, refuseUnlessMay } from '../custody/draft.ts';
import type { Draft, RecordSituation, RecordedItem, Verdict } from '../custody/situation.ts';
import type { Action } from '../access/may.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import { guideOf } from './loss.ts';
import type { LossEnd, LossPlace, LossStep, StepAnswer } from './loss.ts';
import { lossesOf } from './losses-of.ts';
import type { Loss } from './losses-of.ts';

/** AboutLoss names the loss by the number of the entry that reported it. */
interface AboutLoss {
  readonly seq: number;
}

/** DescribeLoss is the order to say how an item was lost. */
export interface DescribeLoss extends AboutLoss {
  readonly place: LossPlace;
  readonly bedridden: 'yes' | 'no' | 'unknown';
  readonly noticedAt: Instant | null;
  readonly noticedBy: string | null;
  readonly note: string | null;
}

/** describeLoss decides whether the circumstances are kept; everybody on duty may tell them. */
export function describeLoss(order: DescribeLoss, situation: RecordSituation): Verdict {
  const { place, bedridden, noticedAt, noticedBy, note } = order;
  const no = refuseFuture(noticedAt, situation.now);
  if (no) return refuse(no);
  return about('search', order, situation, (item) =>
    draft('loss.described', item, {
      facts: { of: order.seq, place, bedridden },
      occurredAt: noticedAt,
      private: { name: noticedBy, note },
    }),
  );
}

/** NoteLossStep is the order to tick a step of the guide. */
export interface NoteLossStep extends AboutLoss {
  readonly step: LossStep;
  readonly answer: StepAnswer;
  /** Who did it, and when; null for a step that nobody has to do. */
  readonly staffId: Uuid | null;
  readonly staffName: string | null;
  readonly doneAt: Instant | null;
  readonly note: string | null;
}

/** noteLossStep decides whether a step counts as done, as not needed, or as open again. */
export function noteLossStep(order: NoteLossStep, situation: RecordSituation): Verdict {
  const { step, answer, staffId, staffName, doneAt, note } = order;
  const no = refuseFuture(doneAt, situation.now);
  if (no) return refuse(no);
  return about('search', order, situation, (item, loss) =>
    loss.noted.has(step) || guideOf(item.kind, loss).some((one) => one.step === step)
      ? draft('loss.step-noted', item, {
          facts: { of: order.seq, step, answer, staff: staffId },
          occurredAt: doneAt,
          private: { name: staffName, note },
        })
      : null,
  );
}

/** ExplainLoss is the order to keep why it came to the loss, and what is done so that it does not happen again. */
export interface ExplainLoss extends AboutLoss {
  readonly cause: string;
  readonly prevention: string;
}

/** explainLoss decides whether the explanation is kept; also after the item was found. */
export function explainLoss(order: ExplainLoss, situation: RecordSituation): Verdict {
  return about('report-missing', order, situation, (item) =>
    draft('loss.explained', item, {
      facts: { of: order.seq },
      private: { reason: order.cause, text: order.prevention },
    }),
  );
}

/** CloseLoss is the order to close a loss although the item was not found. */
export interface CloseLoss extends AboutLoss {
  readonly as: LossEnd;
  readonly note: string | null;
}

/** closeLoss decides whether a loss is closed; one that has ended has nothing to close. */
export function closeLoss(order: CloseLoss, situation: RecordSituation): Verdict {
  return about('report-missing', order, situation, (item, loss) =>
    loss.ending === null
      ? draft('loss.closed', item, { facts: { of: order.seq, as: order.as }, private: { note: order.note } })
      : 'ended',
  );
}

/** reopenLoss decides whether a loss that somebody closed is open again; what was found cannot be. */
export function reopenLoss(order: AboutLoss, situation: RecordSituation): Verdict {
  return about('report-missing', order, situation, (item, { ending }) =>
    ending === null || ending.as === 'found' || ending.as === 'ended'
      ? 'ended'
      : draft('loss.reopened', item, { facts: { of: order.seq } }),
  );
}

/** A loss that was taken back, or a step that is none of this item, is not found. */
function about(
  action: Action,
  { seq }: AboutLoss,
  { actor, items }: RecordSituation,
  decide: (item: RecordedItem, loss: Loss) => Draft | 'ended' | null,
): Verdict {
  const no = refuseUnlessMay(actor, action);
  if (no) return refuse(no);
  for (const item of items) {
    const loss = lossesOf(item.history).find(({ of }) => of === seq);
    const decided = loss === undefined ? null : decide(item, loss);
    if (decided === 'ended') return refuse({ kind: 'nothing-to-change' });
    if (decided !== null) return accept([decided]);
  }
  return refuse({ kind: 'not-found' });
}
