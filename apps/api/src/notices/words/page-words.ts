import type { FamilyAnswer, PlanProblem } from '@azukari/domain';
import type { Correspondence } from './notice-words.ts';
import type { Rich } from './rich.ts';

/** PageProblem is why an answer cannot be taken as it was sent. */
export type PageProblem = PlanProblem | 'choose' | 'unreadable';

/** PageWords are what only the page of a family says. */
export interface PageWords {
  /** Who asks. */
  readonly from: (words: Correspondence) => Rich;
  readonly ask: Rich;
  readonly day: Rich;
  /** How a day is written where the browser brings no calendar. */
  readonly dayHint: (example: string) => Rich;
  readonly send: Rich;
  /** Before what is wrong, for a reading voice. */
  readonly wrong: Rich;
  readonly problems: Readonly<Record<PageProblem, Rich>>;
  readonly taken: Rich;
  readonly plannedOn: (day: Rich) => Rich;
  /** What the house does now. */
  readonly next: Readonly<Record<FamilyAnswer, Rich>>;
  /** That to who goes herself, where nothing of it is here to be handed over. */
  readonly goes: Rich;
  /** What was answered is changed by telephone. */
  readonly change: (phone: string) => Rich;
  /** Who had only read it can still decide. */
  readonly decided: Rich;
  /** Nothing of the notice is to be done any more. */
  readonly over: Rich;
}
