import { dayBefore, dayOf } from './dates.ts';
import type { Book } from './sheet.ts';

/** Lines after which the next month, the next day or just the next line begins on a page of its own. */
const LONG = { month: 1000, day: 1500, line: 2000 } as const;

/**
 * chapters cuts a long book into pieces that can be drawn one after the other, where a month begins if one begins in time. A short
 * one stays whole, however many months it spans.
 */
export function chapters({ from, to, rows }: Book): readonly Book[] {
  const books: Book[] = [];
  let start = 0;
  let first = from;
  rows.forEach((row, n) => {
    const [day, before] = [dayOf(row.at), dayOf(rows[n - 1]?.at ?? row.at)];
    const begins = day.slice(0, 7) !== before.slice(0, 7) ? 'month' : day !== before ? 'day' : 'line';
    if (n - start < LONG[begins]) return;
    const next = begins === 'month' ? `${day.slice(0, 7)}-01` : day;
    books.push({ from: first, to: begins === 'line' ? day : dayBefore(next), rows: rows.slice(start, n) });
    start = n;
    first = next;
  });
  return [...books, { from: first, to, rows: rows.slice(start) }];
}
