import { GRACE_MINUTES } from '../custody/custody.ts';
import type { Custody } from '../custody/custody.ts';
import type { LiveStep } from '../custody/fold.ts';
import { effectiveAt } from '../custody/history.ts';
import { millisecondsOf } from '../instant.ts';
import type { Instant } from '../instant.ts';

const MINUTE_MS = 60_000;

/** Span is a stretch of time; `to` is null while it lasts, and no moment of it. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Stretch is a time in which an item was in one place or with one holder, under one plan. */
export interface Stretch extends Span {
  readonly step: LiveStep;
  /** How many of the item's steps lead to it. */
  readonly steps: number;
}

/** momentsOf are when the steps took effect. A clock that was set back makes none of them earlier than the one before. */
export function momentsOf(steps: readonly LiveStep[]): readonly Instant[] {
  let latest = '';
  return steps.map(({ entry }) => {
    const at = effectiveAt(entry);
    if (at > latest) latest = at;
    return latest;
  });
}

/** stretchesOf are an item's stretches in the house, oldest first: where one ends the next begins, or custody ended. */
export function stretchesOf(steps: readonly LiveStep[]): readonly Stretch[] {
  const moments = momentsOf(steps);
  const stretches: Stretch[] = [];
  for (const [n, step] of steps.entries()) {
    const at = moments[n] ?? '';
    const before = stretches.at(-1);
    if (before?.to === null) {
      if (goesOn(before.step.state.custody, step.state.custody)) continue;
      stretches[stretches.length - 1] = { ...before, to: at };
    }
    if (step.state.custody.at !== 'ended') stretches.push({ from: at, to: null, step, steps: n + 1 });
  }
  return stretches;
}

/** An agreement for what is out changes nothing of who has it; neither does a second search. */
function goesOn(before: Custody, after: Custody): boolean {
  if (before.at === 'stored' && after.at === 'stored')
    return before.storage === after.storage && (before.hold === null) === (after.hold === null);
  if (before.at === 'out' && after.at === 'out')
    return before.holder === after.holder && before.dueBackAt === after.dueBackAt;
  return before.at === 'missing' && after.at === 'missing' && before.stage === after.stage;
}

/** overlaps says whether a stretch has a moment in the window; a window that ends before it begins holds none. */
export function overlaps({ from, to }: Span, window: { readonly from: Instant; readonly to: Instant }): boolean {
  return window.from < window.to && from < window.to && (to === null || to > window.from);
}

/** isLate says whether something that was due by a moment was late when it came back, or is late now. */
export function isLate(dueBackAt: Instant | null, at: Instant): boolean {
  // Text order is time order, and most come back in time: only what comes after is worth a look at the clock.
  if (dueBackAt === null || at < dueBackAt) return false;
  return millisecondsOf(at) - millisecondsOf(dueBackAt) >= GRACE_MINUTES * MINUTE_MS;
}

/** lateFrom is the moment from which a stretch lasted longer than was planned; null when it did not, or not beyond the grace. */
export function lateFrom({ step, from, to }: Stretch, now: Instant): Instant | null {
  const { custody } = step.state;
  if (custody.at !== 'out' || custody.dueBackAt === null || !isLate(custody.dueBackAt, to ?? now)) return null;
  return custody.dueBackAt > from ? custody.dueBackAt : from;
}

/** minutesBetween is how many whole minutes lie between two moments. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((millisecondsOf(to) - millisecondsOf(from)) / MINUTE_MS);
}
