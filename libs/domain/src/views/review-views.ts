import type { Actor } from '../access/may.ts';
import { refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { CalendarDay, Instant } from '../instant.ts';
import { VIEW_EXCEPTIONS } from './exceptions.ts';
import type { ViewException } from './exceptions.ts';
import { nextQuarter, reviewDaysLate } from './quarter.ts';

/** Judged is that somebody looked at so many cases of an exception. */
export interface Judged {
  readonly exception: ViewException;
  readonly cases: number;
}

/** ReviewSituation is who signs for which quarter, whether somebody has, and what there was to look at. */
export interface ReviewSituation {
  readonly actor: Actor;
  readonly today: CalendarDay;
  readonly quarter: CalendarDay;
  readonly reviewed: { readonly name: string; readonly at: Instant } | null;
  /** How often somebody was looked at: of a quarter without a view there is nothing to sign, nor of one before the record began. */
  readonly views: number;
  /** How many cases of each exception the record shows now. */
  readonly cases: ReadonlyMap<ViewException, number>;
}

/**
 * reviewViews decides whether the exceptions of a quarter are signed, and answers by how many days too late. Every exception of which
 * there is a case was looked at, with as many cases as there are.
 */
export function reviewViews(judged: readonly Judged[], situation: ReviewSituation): Decision<number> {
  const { actor, today, quarter, reviewed, views, cases } = situation;
  const no = refuseUnlessMay(actor, 'review-views');
  if (no) return refuse(no);
  if (nextQuarter(quarter) > today) return refuse({ kind: 'quarter-not-over', from: nextQuarter(quarter) });
  if (reviewed) return refuse({ kind: 'views-reviewed', ...reviewed });
  if (views === 0) return refuse({ kind: 'nothing-viewed' });
  const looked = new Map(judged.map((one) => [one.exception, one.cases]));
  const same = VIEW_EXCEPTIONS.every((one) => (looked.get(one) ?? 0) === (cases.get(one) ?? 0));
  return same ? accept(reviewDaysLate(quarter, today)) : refuse({ kind: 'views-changed' });
}
