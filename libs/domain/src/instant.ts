/** A moment: RFC 3339 in UTC with exactly three decimals, `2026-11-21T22:41:25.123Z`, so that text order is time order. */
export type Instant = string;

/** A day in the Japanese calendar: `YYYY-MM-DD` in Asia/Tokyo. */
export type CalendarDay = string;

/** A random UUID in lower case. */
export type Uuid = string;

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const DAYS_OF_EVERY_MONTH = 28;
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000;
const FIRST_UTC_HOUR_OF_TOMORROW = 15;

/** isInstant says whether the text is a real moment in the fixed form. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  // Entries are read by the million: only the end of a month needs a calendar.
  if (Number(value.slice(8, 10)) <= DAYS_OF_EVERY_MONTH) return true;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value;
}

/** isCalendarDay says whether the text is a day that exists. */
export function isCalendarDay(value: unknown): value is CalendarDay {
  return typeof value === 'string' && CALENDAR_DAY.test(value) && isInstant(`${value}T00:00:00.000Z`);
}

/** isUuid says whether the text is a UUID in lower case. */
export function isUuid(value: unknown): value is Uuid {
  return typeof value === 'string' && UUID.test(value);
}

/** instantAt is the moment of a Unix time in milliseconds. */
export function instantAt(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** millisecondsOf is the Unix time of a moment. */
export function millisecondsOf(at: Instant): number {
  return Date.parse(at);
}

/** dayInTokyo is the Japanese day on which a moment falls; Japan has had no summer time since 1951. */
export function dayInTokyo(at: Instant): CalendarDay {
  // An instant is UTC in one form, and a whole house is asked for its days at once: no Date is made before three in the afternoon.
  const day = at.slice(0, 10);
  return Number(at.slice(11, 13)) < FIRST_UTC_HOUR_OF_TOMORROW ? day : addDays(day, 1);
}

/** tokyoTime is the moment of a wall-clock time `HH:MM` on a Japanese day. */
export function tokyoTime(day: CalendarDay, clock: string): Instant {
  return instantAt(Date.parse(`${day}T${clock}:00.000Z`) - TOKYO_OFFSET_MS);
}

/** addDays is the day so many days later, or earlier when negative. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
