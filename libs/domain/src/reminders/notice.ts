import { dayInTokyo } from '../instant.ts';
import type { CalendarDay, Uuid } from '../instant.ts';
import type { Delivery } from './delivery.ts';
import { deadlineKey, stillDue } from './due.ts';
import type { ReminderFacts, ReminderLine, ToldLine } from './due.ts';
import type { Recipient } from './recipient.ts';

/** StaffTask is what a person of the house does: a letter to print and post, a call to make, a matter for the office. */
export type StaffTask =
  /** `triedOn` is the first day on which somebody called and nobody was reached. */
  | { readonly state: 'open'; readonly triedOn?: CalendarDay }
  /** Taken back because it is not true any more, or is said otherwise; or a person decided that it is not told. */
  | { readonly state: 'cancelled'; readonly cause?: 'withheld' }
  | { readonly state: 'done'; readonly on: CalendarDay };

/** NoticeDraft is a notice that is to be written down: all that one person is told on one day, in one piece. */
export interface NoticeDraft {
  readonly to: Pick<Recipient, 'person' | 'channel' | 'language'>;
  readonly on: CalendarDay;
  readonly lines: readonly ReminderLine[];
  /** The notices that it takes the place of; they are cancelled as `replaced` in the same transaction. */
  readonly replaces: readonly Uuid[];
}

/** Notice is one that is written down. A mail has a delivery; anything else is a task of the staff. */
export interface Notice extends Omit<NoticeDraft, 'replaces'> {
  readonly id: Uuid;
  readonly progress: Delivery | StaffTask;
}

/** deliveryOf is the delivery of a mail, and null for a task. */
export function deliveryOf({ progress }: Pick<Notice, 'progress'>): Delivery | null {
  return 'attempts' in progress ? progress : null;
}

/**
 * countsAsTold says whether the recipient was told, or is about to be. What was refused, came back, stayed open for good or was
 * cancelled does not count: the call that takes its place does. What a person withheld counts, because it is not to be made again.
 */
export function countsAsTold({ progress }: Pick<Notice, 'progress'>): boolean {
  switch (progress.state) {
    case 'dead':
    case 'bounced':
      return false;
    case 'uncertain':
      return progress.retryAt !== null;
    case 'cancelled':
      return 'cause' in progress && progress.cause === 'withheld';
    default:
      return true;
  }
}

/** mayBeRewritten says whether nothing has left the house yet: such a notice takes up what comes due, and loses what is over. */
export function mayBeRewritten({ progress: { state } }: Pick<Notice, 'progress'>): boolean {
  return state === 'queued' || state === 'open';
}

/** wroteOn says whether a mail has gone to its person on a day, or may have, or is about to. */
export function wroteOn(notice: Notice, day: CalendarDay): boolean {
  const delivery = deliveryOf(notice);
  if (delivery === null) return false;
  if (delivery.state === 'sending' || (delivery.state === 'uncertain' && delivery.retryAt !== null)) return true;
  return delivery.mayHaveLeftAt !== null && dayInTokyo(delivery.mayHaveLeftAt) === day;
}

/** linesStillDue are the lines of a notice that are true today. */
export function linesStillDue(
  { lines, to }: Pick<Notice, 'lines' | 'to'>,
  facts: ReminderFacts,
): readonly ReminderLine[] {
  return lines.filter((line) => stillDue(line, to, facts));
}

/**
 * maySend re-checks a mail in the transaction that takes it in hand: every line has to be true. If not it is cancelled as
 * `untrue`, and what is left of it comes due again: a mail that may have left is never sent again with another text.
 */
export function maySend(notice: Pick<Notice, 'lines' | 'to'>, facts: ReminderFacts): boolean {
  return linesStillDue(notice, facts).length === notice.lines.length;
}

/** toldLine is what a notice that counts leaves behind with a deadline. */
export function toldLine(
  { contactId, threshold }: ReminderLine,
  { on, progress }: Pick<Notice, 'on' | 'progress'>,
): ToldLine {
  return { contactId, threshold, on, heardOn: leftOn(progress), triedOn: triedOn(progress) };
}

/** triedOn is the first day on which a call was made in vain, while nobody has been reached since. */
export function triedOn(progress: Notice['progress']): CalendarDay | null {
  return progress.state === 'open' ? (progress.triedOn ?? null) : null;
}

function leftOn(progress: Notice['progress']): CalendarDay | null {
  if (progress.state === 'done') return progress.on;
  return 'attempts' in progress && progress.mayHaveLeftAt !== null ? dayInTokyo(progress.mayHaveLeftAt) : null;
}

/** phoneInstead is the task 「電話する」 that takes the place of a mail that cannot be delivered, in the same transaction. */
export function phoneInstead({ to, lines }: Pick<Notice, 'to' | 'lines'>, on: CalendarDay): NoticeDraft {
  return { to: { ...to, channel: 'phone' }, on, lines, replaces: [] };
}

/** lineKey is the text by which a line is found in a notice: one deadline and one contact. */
export function lineKey({ deadline, contactId }: Pick<ReminderLine, 'deadline' | 'contactId'>): string {
  return `${deadlineKey(deadline)}/${contactId ?? ''}`;
}
