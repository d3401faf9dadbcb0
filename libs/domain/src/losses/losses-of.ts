import { liveSteps } from '../custody/fold.ts';
import type { LiveStep } from '../custody/fold.ts';
import { effectiveAt } from '../custody/history.ts';
import type { HistoryEntry } from '../custody/history.ts';
import { expressReissue } from '../expiry/errands.ts';
import { dayInTokyo, millisecondsOf } from '../instant.ts';
import type { CalendarDay, Instant } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import { guideOf } from './loss.ts';
import type { Circumstances, GuidedStep, LossEnd, LossStep, StepAnswer } from './loss.ts';

/** NotedStep is what was last noted of a step, and the number of that entry. */
export interface NotedStep {
  readonly seq: number;
  readonly answer: StepAnswer;
  readonly at: Instant;
}

/** LossEnding is how a loss ended: the item came back or ended otherwise, or somebody closed it with a reason. */
export interface LossEnding {
  readonly seq: number;
  readonly at: Instant;
  readonly as: 'found' | 'ended' | LossEnd;
}

/** Loss is one 紛失, from the entry that reported it on, as its entries tell it. */
export interface Loss extends Circumstances {
  /** Number of the entry that reported it: by this number it is spoken of. */
  readonly of: number;
  readonly reportedAt: Instant;
  /** When it was noticed: as somebody says, else when the search began, else when it was reported. */
  readonly noticedAt: Instant;
  /** The newest entries that describe and explain it, for their words. */
  readonly describedBy: number | null;
  readonly explainedBy: number | null;
  readonly noted: ReadonlyMap<LossStep, NotedStep>;
  readonly ending: LossEnding | null;
}

type About = Extract<HistoryEntry, { readonly type: `loss.${string}` }>;

/** lossesOf are the losses of one item that were not taken back, oldest first. */
export function lossesOf(history: readonly HistoryEntry[]): readonly Loss[] {
  const steps = liveSteps(history);
  return steps.flatMap(({ entry }, n) => {
    if (entry.type !== 'item.reported-missing') return [];
    const about = history.filter(
      (other): other is About => other.type.startsWith('loss.') && (other as About).facts.of === entry.seq,
    );
    return [lossFrom({ reported: entry, before: steps[n - 1], after: steps[n + 1] }, about)];
  });
}

interface Reported {
  readonly reported: LiveStep['entry'];
  readonly before: LiveStep | undefined;
  readonly after: LiveStep | undefined;
}

function lossFrom({ reported, before, after }: Reported, about: readonly About[]): Loss {
  const described = about.findLast((entry) => entry.type === 'loss.described');
  const explained = about.findLast((entry) => entry.type === 'loss.explained');
  const reportedAt = effectiveAt(reported);
  const searched = before?.entry.type === 'item.search-started' ? effectiveAt(before.entry) : null;
  const noted = new Map<LossStep, NotedStep>();
  for (const entry of about)
    if (entry.type === 'loss.step-noted')
      noted.set(entry.facts.step, { seq: entry.seq, answer: entry.facts.answer, at: effectiveAt(entry) });
  return {
    of: reported.seq,
    reportedAt,
    noticedAt: described?.occurredAt ?? searched ?? reportedAt,
    place: described?.facts.place ?? null,
    bedridden: described?.facts.bedridden ?? null,
    describedBy: described?.seq ?? null,
    explainedBy: explained?.seq ?? null,
    noted,
    ending: endingOf(after, about),
  };
}

/** What came back is found, whoever closed the loss before. */
function endingOf(after: LiveStep | undefined, about: readonly About[]): LossEnding | null {
  if (after) {
    const { entry, state } = after;
    return { seq: entry.seq, at: effectiveAt(entry), as: state.custody.at === 'ended' ? 'ended' : 'found' };
  }
  const last = about.findLast((entry) => entry.type === 'loss.closed' || entry.type === 'loss.reopened');
  return last?.type === 'loss.closed' ? { seq: last.seq, at: effectiveAt(last), as: last.facts.as } : null;
}

/** StepNow is a step of the guide as it stands. */
export interface StepNow extends GuidedStep {
  readonly noted: NotedStep | null;
  /** Nothing is left to do about it. */
  readonly settled: boolean;
}

/** stepsNow is the guide of a loss with what was noted; what was noted outside the guide is shown after it. */
export function stepsNow(kind: ItemKind, loss: Loss): readonly StepNow[] {
  const guide = guideOf(kind, loss);
  const others = [...loss.noted.keys()].filter((step) => !guide.some((one) => one.step === step));
  return [...guide, ...others.map((step) => ({ step, need: 'not-required' as const }))].map(({ step, need }) => {
    const noted = loss.noted.get(step) ?? null;
    const answered = noted !== null && noted.answer !== 'not-done';
    return { step, need, noted: answered ? noted : null, settled: answered || need === 'not-required' };
  });
}

const HOUR_MS = 3_600_000;

/** hoursSince is how many whole hours have passed since a loss was noticed. */
export function hoursSince(noticedAt: Instant, now: Instant): number {
  return Math.max(0, Math.floor((millisecondsOf(now) - millisecondsOf(noticedAt)) / HOUR_MS));
}

/** expressUntil is to when a new card comes by 特急発行 (V14): counted from the report to the city, and null before it. */
export function expressUntil(kind: ItemKind, loss: Loss): CalendarDay | null {
  const told = loss.noted.get('municipality-told');
  if (kind !== 'my-number-card' || told?.answer !== 'done') return null;
  return expressReissue(dayInTokyo(told.at)).date;
}
