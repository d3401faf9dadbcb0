import { addMonths, daysBetween, monthEnd } from '../expiry/calendar.ts';
import { reconciliationDue } from '../expiry/house-duties.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';

/** Month is a month of the Japanese calendar: `YYYY-MM`. */
export type Month = string;

/** MONTH is the form of a month. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** RECONCILIATION_STAGES: the safe is counted, a second person has yet to look, done. */
export const RECONCILIATION_STAGES = ['counting', 'awaited', 'closed'] as const;
export type ReconciliationStage = (typeof RECONCILIATION_STAGES)[number];

/** Reconciliation is the 毎月の照合 of one month: the record held against a count of the whole safe, by two people. */
export interface Reconciliation {
  readonly id: Uuid;
  readonly month: Month;
  readonly stage: ReconciliationStage;
  /** Who began it. */
  readonly owner: { readonly staffId: Uuid; readonly name: string };
  readonly startedAt: Instant;
}

/** monthOf is the month in which a day lies. */
export function monthOf(day: CalendarDay): Month {
  return day.slice(0, 7);
}

/** firstOf is the first day of a month. */
export function firstOf(month: Month): CalendarDay {
  return `${month}-01`;
}

/** lastOf is the last day of a month. */
export function lastOf(month: Month): CalendarDay {
  return monthEnd(firstOf(month));
}

/** monthsAsked are the months that are over, from the one in which a facility began, oldest first: none before it is asked for. */
export function monthsAsked(from: Month, today: CalendarDay): readonly Month[] {
  const months: Month[] = [];
  for (let first = firstOf(from); monthOf(first) < monthOf(today); first = addMonths(first, 1))
    months.push(monthOf(first));
  return months;
}

/** daysLate is by how many days a 照合 that ends on this day is late; 0 in time. */
export function daysLate(month: Month, on: CalendarDay): number {
  return Math.max(0, daysBetween(reconciliationDue(firstOf(month)).date, on));
}
