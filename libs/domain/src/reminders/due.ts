import { addDays } from '../instant.ts';
import type { CalendarDay, Uuid } from '../instant.ts';
import { answersDuring, pausedUntil } from './answer.ts';
import type { CloseReason, GivenAnswer } from './answer.ts';
import { askedContacts, office, officeReason, recipientNow } from './recipient.ts';
import type { OfficeReason, Recipient, ReminderContact } from './recipient.ts';
import { kindSettings } from './settings.ts';
import type { ReminderSettings } from './settings.ts';
import { currentThreshold, nextThreshold } from './threshold.ts';

/** ReminderDeadline is a date of an item that its family is to be told of. With another date it is another deadline. */
export interface ReminderDeadline {
  readonly itemId: Uuid;
  readonly residentId: Uuid;
  readonly kind: string;
  readonly date: CalendarDay;
}

/** ToldLine is one time that somebody was told of a deadline, or is about to be; what came to nothing is not one. */
export interface ToldLine {
  /** Null is the office. */
  readonly contactId: Uuid | null;
  /** The step for which it was. */
  readonly threshold: CalendarDay;
  /** The day on which the notice was made. */
  readonly on: CalendarDay;
  /** The day on which it left the house: sent, posted, called. Null while it waits: nobody can have answered it. */
  readonly heardOn: CalendarDay | null;
  /** The first day on which she was called and not reached, while that is so. */
  readonly triedOn: CalendarDay | null;
}

/** ReminderCase is a deadline with all that has happened about it. */
export interface ReminderCase {
  readonly deadline: ReminderDeadline;
  readonly told: readonly ToldLine[];
  readonly answers: readonly GivenAnswer[];
  readonly closed: CloseReason | null;
}

/** ResidentToTell is a resident with her contacts. */
export interface ResidentToTell {
  /** After a death, also one that was noted by mistake until somebody says otherwise. */
  readonly stopped: boolean;
  readonly contacts: readonly ReminderContact[];
}

/**
 * ReminderFacts are today's truth. `cases`, by `deadlineKey`, are the deadlines of all items that the facility holds now: a
 * deadline that is missing there is renewed, given back or gone, and nobody is told of it.
 */
export interface ReminderFacts {
  readonly today: CalendarDay;
  readonly settings: ReminderSettings;
  readonly cases: ReadonlyMap<string, ReminderCase>;
  readonly residents: ReadonlyMap<Uuid, ResidentToTell>;
}

/** ReminderLine is what one recipient is told of one deadline. */
export interface ReminderLine {
  readonly deadline: ReminderDeadline;
  readonly contactId: Uuid | null;
  readonly threshold: CalendarDay;
}

/** DueLine is a line that is to be told, with how. */
export interface DueLine {
  readonly line: ReminderLine;
  readonly recipient: Recipient;
}

const NOTHING: readonly DueLine[] = [];
/** Of whom nothing is known, the office is told. */
const NOBODY: ResidentToTell = { stopped: false, contacts: [] };

/** deadlineKey is the text by which a deadline is found; a renewed date makes another one. */
export function deadlineKey({ itemId, kind, date }: ReminderDeadline): string {
  return `${itemId}/${kind}/${date}`;
}

/**
 * dueLines are whom to tell of a deadline now: who is to be asked and was not told since the newest step. However many steps
 * were slept through, it is one line with today's truth.
 */
export function dueLines(one: ReminderCase, { today, settings, residents }: ReminderFacts): readonly DueLine[] {
  const { deadline, told } = one;
  const chosen = kindSettings(settings, deadline.kind);
  const threshold = currentThreshold(deadline.date, chosen, today);
  if (threshold === null) return NOTHING;
  const { stopped, contacts } = residents.get(deadline.residentId) ?? NOBODY;
  if (stopped || isSilent(one, today)) return NOTHING;
  // What was told on a day that is still to come was told by a clock that was wrong, and does not count.
  const since = told.filter(({ on }) => threshold <= on && on <= today);
  const asked =
    chosen.audience === 'office'
      ? [office(deadline.residentId)]
      : askedContacts(contacts, deadline.residentId, inVain(one, threshold, today));
  return asked
    .filter(({ contactId }) => !since.some((line) => line.contactId === contactId))
    .map((recipient) => ({ line: { deadline, contactId: recipient.contactId, threshold }, recipient }));
}

/**
 * stillDue says at the moment of sending, and whenever something has changed, whether a line is still to be told. It is not:
 * renewed, given back, closed, after a death, while the family sees to it herself, to whom nothing is to be told any more; nor
 * at an address that is no longer hers, nor by mail to whom another way was agreed; nor to the office once somebody else is asked.
 */
export function stillDue(
  { deadline, contactId }: ReminderLine,
  { person, channel }: Pick<Recipient, 'person' | 'channel'>,
  facts: ReminderFacts,
): boolean {
  const { today, settings, cases, residents } = facts;
  const one = cases.get(deadlineKey(deadline));
  const { stopped, contacts } = residents.get(deadline.residentId) ?? NOBODY;
  if (one === undefined || stopped || isSilent(one, today)) return false;
  if (contactId === null) return whyOffice(one, facts) !== null;
  if (kindSettings(settings, deadline.kind).audience === 'office') return false;
  const now = recipientNow(contacts, contactId);
  return now !== null && now.person === person && (channel !== 'mail' || now.channel === 'mail');
}

/** whyOffice is why a deadline is the office's to see to today, or null when it is not. */
export function whyOffice(one: ReminderCase, { today, settings, residents }: ReminderFacts): OfficeReason | null {
  const { residentId, kind, date } = one.deadline;
  const chosen = kindSettings(settings, kind);
  if (chosen.audience === 'office') return 'house-matter';
  const threshold = currentThreshold(date, chosen, today);
  const { contacts } = residents.get(residentId) ?? NOBODY;
  return officeReason(contacts, threshold === null ? 0 : inVain(one, threshold, today));
}

/** nextLookOn is the first day after today on which a deadline can come due by itself; null: not before something happens. */
export function nextLookOn(one: ReminderCase, settings: ReminderSettings, today: CalendarDay): CalendarDay | null {
  const { deadline, told, answers, closed } = one;
  if (closed !== null) return null;
  const pause = pausedUntil(answers, deadline.date);
  if (pause !== null && pause > today) return pause;
  if (told.some(({ triedOn }) => triedOn === today)) return addDays(today, 1);
  return nextThreshold(deadline.date, kindSettings(settings, deadline.kind), today);
}

/** inVain counts how often somebody was told and nobody answered, or was called and not reached: each adds the next contact. */
function inVain(one: ReminderCase, threshold: CalendarDay, today: CalendarDay): number {
  return unansweredSteps(one, threshold) + notReached(one, today);
}

/** Who was called in vain has the day to be reached; from the next one on the next contact is told as well. */
function notReached({ told }: ReminderCase, today: CalendarDay): number {
  const missed = told.filter(({ triedOn }) => triedOn !== null && triedOn < today);
  return new Set(missed.map(({ contactId }) => contactId)).size;
}

/**
 * unansweredSteps counts the steps of which somebody heard before this one, and which nobody answered: each has added the next
 * contact. A call that was made late is no reason to ask the next contact on the same day.
 */
export function unansweredSteps(
  { told, answers }: Pick<ReminderCase, 'told' | 'answers'>,
  threshold: CalendarDay,
): number {
  const days = stepDays(told);
  return days.filter(
    (day, n) => day < threshold && !answers.some((given) => answersDuring(given, day, days[n + 1] ?? null)),
  ).length;
}

/** stepDays are the days on which somebody first heard in each step, in order. */
function stepDays(told: readonly ToldLine[]): readonly CalendarDay[] {
  const first = new Map<CalendarDay, CalendarDay>();
  for (const { threshold, heardOn } of told) {
    if (heardOn === null) continue;
    const before = first.get(threshold);
    if (before === undefined || heardOn < before) first.set(threshold, heardOn);
  }
  return [...first.values()].sort();
}

function isSilent({ deadline, answers, closed }: ReminderCase, today: CalendarDay): boolean {
  if (closed !== null) return true;
  if (answers.length === 0) return false;
  const pause = pausedUntil(answers, deadline.date);
  return pause !== null && today < pause;
}
