import { addMonths } from '../expiry/calendar.ts';
import { addDays } from '../instant.ts';
import type { CalendarDay, Uuid } from '../instant.ts';
import type { ItemKind } from '../item.ts';

/**
 * FAMILY_ANSWERS: 自分で更新に行く, 更新せず資格確認書を使いたい, 施設に相談したい, 電話で話したい, 確認しました（まだ決めていません）.
 */
export const FAMILY_ANSWERS = ['self-renewal', 'use-certificate', 'consult', 'call-me', 'noted'] as const;
export type FamilyAnswer = (typeof FAMILY_ANSWERS)[number];

/** CLOSE_REASONS end the reminders of a deadline before its item is renewed or given back. */
export const CLOSE_REASONS = ['uses-certificate', 'not-renewed', 'settled', 'other'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** ANSWER_TASKS are what an answer leaves for the staff to do. */
export const ANSWER_TASKS = ['prepare-pick-up', 'arrange-certificate', 'consult', 'call-back'] as const;
export type AnswerTask = (typeof ANSWER_TASKS)[number];

/** AnswerEffect is what an answer does. Every answer stops that its step adds the next contact. */
export interface AnswerEffect {
  /** The deadline is closed with this reason. */
  readonly closes: CloseReason | null;
  readonly task: AnswerTask | null;
  /** Until when it holds back: all reminders until a week after the planned day, or only the next contact while the task is open. */
  readonly holds: 'reminders-until-planned' | 'escalation-while-task-open' | null;
}

/** ANSWER_EFFECTS is the one table of what the five answers do. */
export const ANSWER_EFFECTS: Readonly<Record<FamilyAnswer, AnswerEffect>> = {
  'self-renewal': { closes: null, task: 'prepare-pick-up', holds: 'reminders-until-planned' },
  'use-certificate': { closes: 'uses-certificate', task: 'arrange-certificate', holds: null },
  consult: { closes: null, task: 'consult', holds: 'escalation-while-task-open' },
  'call-me': { closes: null, task: 'call-back', holds: 'escalation-while-task-open' },
  noted: { closes: null, task: null, holds: null },
};

/** answersAbout says whether an answer is about such an item: 資格確認書 takes the place of a card alone, whatever else its mail speaks of. */
export function answersAbout(answer: FamilyAnswer, kind: ItemKind): boolean {
  return answer !== 'use-certificate' || kind === 'my-number-card';
}

/** closedByAnswer is why the answers to its notices have closed a deadline of such an item, or null. What one has settled, another does not begin anew; a person can. */
export function closedByAnswer(answers: readonly Pick<GivenAnswer, 'answer'>[], kind: ItemKind): CloseReason | null {
  for (const { answer } of answers) {
    const { closes } = ANSWER_EFFECTS[answer];
    if (closes !== null && answersAbout(answer, kind)) return closes;
  }
  return null;
}

/** GivenAnswer is an answer to a notice, about one of its deadlines. */
export interface GivenAnswer {
  readonly answer: FamilyAnswer;
  /** The contact who gave it; null when it is nobody's on the list. */
  readonly contactId: Uuid | null;
  readonly on: CalendarDay;
  /** The day on which she plans to go, with `self-renewal`. */
  readonly plannedOn: CalendarDay | null;
  /** The day on which the staff closed the task that it left; null while it is open, or when there is none. */
  readonly taskClosedOn: CalendarDay | null;
}

/** PlanProblem is why a planned day cannot be. */
export type PlanProblem = 'missing' | 'past' | 'too-far';

/** asksForDay says whether an answer needs the day on which she means to go. */
export function asksForDay(answer: FamilyAnswer): boolean {
  return ANSWER_EFFECTS[answer].holds === 'reminders-until-planned';
}

const MONTHS_AHEAD = 12;

/** latestPlan is the last day that can be planned: whatever lies a year ahead is mistyped. */
export function latestPlan(today: CalendarDay): CalendarDay {
  return addMonths(today, MONTHS_AHEAD);
}

/** planProblem judges the day of an answer, or null when nothing is wrong with it. */
export function planProblem(
  { answer, plannedOn }: Pick<GivenAnswer, 'answer' | 'plannedOn'>,
  today: CalendarDay,
): PlanProblem | null {
  if (!asksForDay(answer)) return null;
  if (plannedOn === null) return 'missing';
  if (plannedOn < today) return 'past';
  return plannedOn > latestPlan(today) ? 'too-far' : null;
}

const DAYS_AFTER_PLAN = 7;

/**
 * pausedUntil is the day on which reminders go on after somebody said that she goes herself, or null. The newest answer of each
 * person stands. A plan waits at most for the date, and once that is near or over a month: else a mistyped year would silence
 * the house for good.
 */
export function pausedUntil(answers: readonly GivenAnswer[], date: CalendarDay): CalendarDay | null {
  const standing = new Map<Uuid | null, GivenAnswer>();
  for (const given of answers) {
    const before = standing.get(given.contactId);
    if (before === undefined || before.on <= given.on) standing.set(given.contactId, given);
  }
  let until: CalendarDay | null = null;
  for (const { answer, plannedOn, on } of standing.values()) {
    if (ANSWER_EFFECTS[answer].holds !== 'reminders-until-planned' || plannedOn === null) continue;
    const aMonth = addMonths(on, 1);
    const latest = date > aMonth ? date : aMonth;
    const end = addDays(plannedOn < latest ? plannedOn : latest, DAYS_AFTER_PLAN);
    if (until === null || end > until) until = end;
  }
  return until;
}

/** answersDuring says whether an answer speaks for a time, both days included: given in it, or its talk was still open then. */
export function answersDuring(
  { answer, on, taskClosedOn }: GivenAnswer,
  from: CalendarDay,
  to: CalendarDay | null,
): boolean {
  if (to !== null && on > to) return false;
  if (on >= from) return true;
  return (
    ANSWER_EFFECTS[answer].holds === 'escalation-while-task-open' && (taskClosedOn === null || taskClosedOn >= from)
  );
}
