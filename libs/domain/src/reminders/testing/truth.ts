import type { Uuid } from '../../instant.ts';
import type { FamilyAnswer } from '../answer.ts';
import type { ReminderDeadline } from '../due.ts';
import type { ReminderContact } from '../recipient.ts';

/** DAY_MS and TOKYO_MS: days are counted as whole numbers here, so that the oracle shares no reckoning with the rules. */
export const DAY_MS = 86_400_000;
const TOKYO_MS = 9 * 3_600_000;

/** dayNumber is the number of the Japanese day of a moment. */
export function dayNumber(ms: number): number {
  return Math.floor((ms + TOKYO_MS) / DAY_MS);
}

/** hourOfDay is the moment of a Japanese wall-clock hour on a day. */
export function hourOfDay(day: number, hour: number): number {
  return day * DAY_MS - TOKYO_MS + hour * 3_600_000;
}

/** numberOf is the number of a written day. */
export function numberOf(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

/** written is a day as it is written. */
export function written(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** TrueAnswer is an answer as it was given. */
export interface TrueAnswer {
  readonly answer: FamilyAnswer;
  readonly contactId: Uuid | null;
  readonly day: number;
  readonly planned: number | null;
  talkedOn: number | null;
}

/** Told is one time that somebody really heard, or has a person of the house in charge of it. */
export interface Told {
  readonly contactId: Uuid | null;
  /** The step that was the newest when the notice was made. */
  readonly threshold: number;
  /** The day on which it was there. */
  readonly day: number;
  /** The day on which the house last heard of it: where it stayed open whether a mail had left, later than it was there. */
  last: number;
  /** Whether she can have answered it: a letter that nobody has printed is none yet. */
  readonly heard: boolean;
}

/** TrueDeadline is a deadline as it is in the house, whatever the program believes. */
export interface TrueDeadline {
  readonly deadline: ReminderDeadline;
  readonly date: number;
  held: boolean;
  closed: boolean;
  readonly answers: TrueAnswer[];
  /** By the notice that did it, so that it can be taken back when that bounces. */
  readonly told: Map<string, Told>;
  /** How often one person got one step of this date by mail, and how often it was open whether a mail had left. */
  readonly copies: Map<string, number>;
  readonly doubts: Map<string, number>;
  /** Healthy days since somebody was to be told and was not. */
  readonly waiting: Map<Uuid | null, number>;
  /** The day until which nobody more is to be told unless something changes: only so that ten years pass quickly. */
  quietUntil: number;
  threshold: { readonly at: number | null; readonly until: number };
}

/** TrueResident is a resident as she is. */
export interface TrueResident {
  readonly id: Uuid;
  died: boolean;
  contacts: readonly ReminderContact[];
}

const STEPS: Readonly<Record<string, { readonly before: readonly number[]; readonly monthly: boolean }>> = {
  seldom: { before: [61, 0], monthly: false },
  often: { before: [40, 39, 30, 20, 14, 10, 7, 5, 3, 2, 1, 0], monthly: true },
};
const USUAL = { before: [90, 60, 30, 7, 0], monthly: true } as const;

/** trueThreshold is the newest step of a deadline on a day, found by walking through all of them. */
export function trueThreshold(of: TrueDeadline, day: number): number | null {
  if (day < of.threshold.until && (of.threshold.at === null || day >= of.threshold.at)) return of.threshold.at;
  const { before, monthly } = STEPS[of.deadline.kind] ?? USUAL;
  let at: number | null = null;
  let until = Infinity;
  const walk = (step: number): void => {
    if (step <= day) at = Math.max(at ?? step, step);
    else until = Math.min(until, step);
  };
  for (const days of before) walk(of.date - days);
  for (let month = 1; monthly && until === Infinity; month++) walk(monthsAfter(of.date, month));
  of.threshold = { at, until };
  return at;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthsAfter(day: number, months: number): number {
  const at = new Date(day * DAY_MS);
  let year = at.getUTCFullYear();
  let month = at.getUTCMonth();
  for (let n = 0; n < months; n++) {
    month++;
    if (month === 12) {
      month = 0;
      year++;
    }
  }
  const leap = month === 1 && new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const length = leap ? 29 : LENGTHS[month]!;
  return Date.UTC(year, month, Math.min(at.getUTCDate(), length)) / DAY_MS;
}

/** isPaused says whether somebody of the family has said that she goes, and may still be expected to. */
export function isPaused(of: TrueDeadline, day: number): boolean {
  const people = new Set(of.answers.map(({ contactId }) => contactId));
  for (const person of people) {
    const last = of.answers.filter(({ contactId }) => contactId === person).at(-1);
    if (last?.answer !== 'self-renewal' || last.planned === null) continue;
    const limit = Math.max(of.date, monthsAfter(last.day, 1));
    if (day < Math.min(last.planned, limit) + 7) return true;
  }
  return false;
}

/** trueChain are the ids of those who are to be asked, one after the other; null is the office. */
export function trueChain({ contacts }: TrueResident): (Uuid | null)[] {
  const inOrder = [...contacts].sort((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order - b.order));
  const allowed = inOrder.filter((contact) => contact.mayKnow === 'yes' && contact.handOver !== 'never');
  const willing = allowed.filter((contact) => contact.consents && contact.channel !== null);
  if (willing.length > 0) return [...willing.map(({ id }) => id), null];
  const own = allowed.filter(({ capacity }) => capacity === 'resident').map(({ id }) => id);
  const guardians = allowed.filter(({ capacity }) => capacity === 'guardian').map(({ id }) => id);
  return [...own, ...guardians, null];
}

/** familyRefuses says whether the only family there is wants no notices, so that the office is asked from the beginning. */
export function familyRefuses({ contacts }: TrueResident): boolean {
  const allowed = contacts.filter((contact) => contact.mayKnow === 'yes' && contact.handOver !== 'never');
  const refusing = allowed.some(({ consents, capacity }) => !consents && capacity === 'family');
  return refusing && !allowed.some(({ consents, channel }) => consents && channel !== null);
}

/**
 * unansweredBefore counts the steps before one in which somebody really heard and nobody answered. In a doubt the house cannot
 * know on which day a step began, and so not for which of two steps an answer of that day speaks: the fewer count.
 */
export function unansweredBefore(of: TrueDeadline, threshold: number): number {
  return Math.min(...(['day', 'last'] as const).map((began) => unanswered(of, threshold, began)));
}

function unanswered(of: TrueDeadline, threshold: number, began: 'day' | 'last'): number {
  const first = new Map<number, number>();
  for (const told of of.told.values())
    if (told.heard) first.set(told.threshold, Math.min(told[began], first.get(told.threshold) ?? Infinity));
  const days = [...first.values()].sort((a, b) => a - b);
  let count = 0;
  days.forEach((from, n) => {
    const to = days[n + 1] ?? Infinity;
    const heard = of.answers.some(({ day, answer, talkedOn }) => {
      const isTalk = answer === 'consult' || answer === 'call-me';
      return day <= to && (isTalk ? (talkedOn ?? Infinity) : day) >= from;
    });
    if (from < threshold && !heard) count++;
  });
  return count;
}
