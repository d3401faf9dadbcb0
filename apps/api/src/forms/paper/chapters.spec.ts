import { chapters } from './chapters.ts';
import type { Book, BookRow } from './sheet.ts';

/** so many lines of one moment each, in order. */
function lines(count: number, at: string): BookRow[] {
  return Array.from({ length: count }, (_, seq) => ({ seq, at }) as BookRow);
}
const book = (...rows: BookRow[]): Book => ({ from: '2026-03-20', to: '2026-06-10', rows });
const shape = (books: readonly Book[]) => books.map(({ from, to, rows }) => [from, to, rows.length]);

describe('chapters of a book', () => {
  it('a short book is one, also over months, and so is an empty one', () => {
    const short = book(...lines(500, '2026-03-25T01:00:00.000Z'), ...lines(499, '2026-05-25T01:00:00.000Z'));
    expect(chapters(short)).toEqual([short]);
    expect(shape(chapters(book()))).toEqual([['2026-03-20', '2026-06-10', 0]]);
  });

  it('a long one is cut where a month begins in Japan; no day and no line is lost', () => {
    const long = book(
      ...lines(700, '2026-03-25T01:00:00.000Z'),
      ...lines(700, '2026-04-30T14:59:00.000Z'),
      // The first of May in Japan.
      ...lines(1500, '2026-04-30T15:00:00.000Z'),
      ...lines(3, '2026-06-02T01:00:00.000Z'),
    );
    const cut = chapters(long);
    expect(shape(cut)).toEqual([
      ['2026-03-20', '2026-04-30', 1400],
      ['2026-05-01', '2026-05-31', 1500],
      ['2026-06-01', '2026-06-10', 3],
    ]);
    expect(cut.flatMap(({ rows }) => rows)).toEqual(long.rows);
  });

  it('one of a month that is too much is cut where a day begins, and one of a day within it', () => {
    const month = book(...lines(1600, '2026-05-03T01:00:00.000Z'), ...lines(10, '2026-05-05T01:00:00.000Z'));
    expect(shape(chapters(month))).toEqual([
      ['2026-03-20', '2026-05-04', 1600],
      ['2026-05-05', '2026-06-10', 10],
    ]);
    expect(shape(chapters(book(...lines(4500, '2026-05-03T01:00:00.000Z'))))).toEqual([
      ['2026-03-20', '2026-05-03', 2000],
      ['2026-05-03', '2026-05-03', 2000],
      ['2026-05-03', '2026-06-10', 500],
    ]);
  });
});
