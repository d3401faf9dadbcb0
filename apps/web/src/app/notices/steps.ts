const LONGEST = 366;
const MOST = 10;

/** daysWritten are the days before a date as a person writes them: 90、60、30. */
export function daysWritten(days: readonly number[]): string {
  return days.join('、');
}

/** readDays reads what a person wrote, furthest day first; null when it is no list of days. */
export function readDays(written: string): readonly number[] | null {
  const parts = written
    .normalize('NFKC')
    .split(/[\s、,・]+/)
    .filter((part) => part !== '');
  if (parts.length > MOST || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > LONGEST)) return null;
  return [...new Set(parts.map(Number))].sort((a, b) => b - a);
}
