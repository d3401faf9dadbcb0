import { computed, inject, type Signal } from '@angular/core';
import { addDays, addMonths, type CalendarDay, isCalendarDay } from '@azukari/domain';

import { Clock } from '../ui/clock';

/** Days are the first and the last day of a picture. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** LENGTHS of a period: whole weeks, in which every hour of the week comes equally often, or whole months. */
export const LENGTHS = ['7', '28', '91', '364', '6m', '12m'] as const;
export type Length = (typeof LENGTHS)[number];

/** periodOf is the period of a length that ends on a day; on today unless a day is asked for that has been. */
export function periodOf(length: Length, until: string | undefined, today: CalendarDay): Days {
  const to = until !== undefined && isCalendarDay(until) && until <= today ? until : today;
  if (!length.endsWith('m')) return { from: addDays(to, 1 - Number(length)), to };
  const first = `${to.slice(0, 7)}-01`;
  return { from: addMonths(first, 1 - Number.parseInt(length, 10)), to: addDays(addMonths(first, 1), -1) };
}

/** Period is which lengths there are to choose from, which one is chosen, and its days. */
export interface Period {
  readonly lengths: readonly Length[];
  readonly length: Signal<Length>;
  readonly days: Signal<Days>;
}

/** periodAsked is the period that the address of a picture asks for, else the usual length up to today. */
export function periodAsked(
  address: { readonly period: Signal<string | undefined>; readonly until: Signal<string | undefined> },
  lengths: readonly Length[],
  usual: Length,
): Period {
  const clock = inject(Clock);
  const length = computed(() => lengths.find((one) => one === address.period()) ?? usual);
  return { lengths, length, days: computed(() => periodOf(length(), address.until(), clock.today())) };
}
