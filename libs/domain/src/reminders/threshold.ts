import { addMonths, daysBetween } from '../expiry/calendar.ts';
import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import type { ReminderSteps } from './settings.ts';

/**
 * currentThreshold is the newest day up to today on which the family was to be told of a date, or null before the first.
 * It asks which steps have passed and never which step is today: a day on which nobody was awake changes nothing.
 */
export function currentThreshold(
  date: CalendarDay,
  { daysBefore, thenEveryMonths }: ReminderSteps,
  today: CalendarDay,
): CalendarDay | null {
  if (thenEveryMonths !== null) {
    const rounds = roundsSince(date, thenEveryMonths, today);
    if (rounds > 0) return addMonths(date, rounds * thenEveryMonths);
  }
  const left = daysBetween(today, date);
  let newest: number | null = null;
  for (const days of daysBefore) if (days >= left && (newest === null || days < newest)) newest = days;
  return newest === null ? null : addDays(date, -newest);
}

/** nextThreshold is the first day after today on which the family is to be told of a date, or null when there is none. */
export function nextThreshold(date: CalendarDay, steps: ReminderSteps, today: CalendarDay): CalendarDay | null {
  const left = daysBetween(today, date);
  const ahead = steps.daysBefore.filter((days) => days < left);
  if (ahead.length > 0) return addDays(date, -Math.max(...ahead));
  const { thenEveryMonths } = steps;
  return thenEveryMonths === null
    ? null
    : addMonths(date, (roundsSince(date, thenEveryMonths, today) + 1) * thenEveryMonths);
}

/** roundsSince counts the rounds of so many months that are complete today; each is reckoned from the date itself, so that 31 stays 31. */
function roundsSince(date: CalendarDay, months: number, today: CalendarDay): number {
  if (today < date) return 0;
  const apart =
    (Number(today.slice(0, 4)) - Number(date.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(date.slice(5, 7));
  const rounds = Math.floor(apart / months);
  return rounds > 0 && addMonths(date, rounds * months) > today ? rounds - 1 : rounds;
}
