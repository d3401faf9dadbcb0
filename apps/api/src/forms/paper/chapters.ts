import { dayBefore, dayOf } from './dates.ts';
import type { Book } from './sheet.ts';

/** Lines after which the next month begins on a page of its own: a year of a large house is drawn piece by piece. */
const LONG = 1000;

/** chapters cuts a long book where a month begins. A short one stays whole, however many months it spans. */
export function chapters({ from, to, rows }: Book): readonly Book[] {
  const books: Book[] = [];
  let start = 0;
  let first = from;
  rows.forEach(({ at }, n) => {
    const month = dayOf(at).slice(0, 7);
    if (n - start < LONG || month === dayOf(rows[n - 1]?.at ?? at).slice(0, 7)) return;
    books.push({ from: first, to: dayBefore(`${month}-01`), rows: rows.slice(start, n) });
    start = n;
    first = `${month}-01`;
  });
  return [...books, { from: first, to, rows: rows.slice(start) }];
}
