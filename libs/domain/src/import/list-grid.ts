import { columnTitled, isForbiddenTitle, plainTitle } from './columns.ts';
import type { ListColumn } from './columns.ts';

/** LONGEST_CELL is as many characters as a cell may hold; a longer one is not looked into. */
export const LONGEST_CELL = 500;
/** MOST_LIST_ROWS can be taken from one list, MOST_LIST_COLUMNS of it looked at. */
export const MOST_LIST_ROWS = 10_000;
export const MOST_LIST_COLUMNS = 60;

/** REASON_TITLE heads the column with reasons in a file that was handed back to be corrected; it is not read again. */
export const REASON_TITLE = '理由';

/** Merge is a range of cells that is one; rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Grid is a sheet as it was read: rows of texts with the line each stands on, from 1. */
export interface Grid {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Merged cells, by line (from 1) and column (from 0). */
  readonly merges: readonly Merge[];
}

/** List is a sheet with its columns found: what remains is rows. */
export interface List {
  readonly titles: readonly string[];
  readonly columns: readonly (ListColumn | null)[];
  /** Titles of columns of which nothing was read. */
  readonly refused: readonly string[];
  readonly rows: Grid['rows'];
}

/** Columns of a list without titles. */
const ORDER: readonly ListColumn[] = ['name', 'kana', 'room', 'birthDate'];
/** So far down a list of titles may begin, below its own heading. */
const LAST_TITLE_ROW = 15;

/** listIn finds the titles of a sheet, in one row or in two, and what each column means. What is forbidden by its title is left out. */
export function listIn(grid: Grid): List {
  const rows = filled(grid).filter(({ cells }) => cells.some((cell) => cell !== ''));
  // Not spread into one call: a list may have more rows than a call has room for arguments.
  const width = Math.min(
    MOST_LIST_COLUMNS,
    rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0),
  );
  const head = headOf(rows, grid.merges, width);
  const titles = head?.titles ?? Array.from({ length: width }, () => '');
  const kept = titles.flatMap((title, n) => (isForbiddenTitle(title) || plainTitle(title) === REASON_TITLE ? [] : [n]));
  const columns = head ? titles.map((title) => meaningOf(title)) : titles.map((_, n) => ORDER[n] ?? null);
  return {
    titles: kept.map((n) => titles[n] ?? ''),
    columns: onlyOnce(kept.map((n) => columns[n] ?? null)),
    refused: titles.filter((title) => isForbiddenTitle(title)),
    rows: rows
      .slice(head?.rows ?? 0)
      .map(({ line, cells }) => ({ line, cells: kept.map((n) => cells[n] ?? '') }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

/** A cell that was merged downwards says the same in each of its rows. */
function filled({ rows, merges }: Grid): { line: number; cells: string[] }[] {
  const byLine = new Map(rows.map(({ line, cells }) => [line, { line, cells: [...cells] }]));
  for (const { top, bottom, left } of merges) {
    const text = byLine.get(top)?.cells[left] ?? '';
    if (text === '') continue;
    for (let line = top + 1; line <= bottom; line += 1) {
      const row = byLine.get(line);
      if (row?.cells.some((cell) => cell !== '')) row.cells[left] = text;
    }
  }
  return [...byLine.values()];
}

interface Head {
  readonly rows: number;
  readonly titles: readonly string[];
  readonly found: number;
}

/** The row by which most columns are understood, alone or with the row above it, is the row of titles. */
function headOf(rows: Grid['rows'], merges: readonly Merge[], width: number): Head | null {
  let best: Head | null = null;
  for (const [n, row] of rows.slice(0, LAST_TITLE_ROW).entries()) {
    const above = rows[n - 1];
    const group = above && across(above, merges, width);
    const titles = Array.from({ length: width }, (_, column) =>
      titleOf(row.cells[column] ?? '', group?.[column] ?? ''),
    );
    const found = new Set(titles.map((title) => meaningOf(title)).filter((one) => one !== null)).size;
    const forbidden = titles.filter((title) => isForbiddenTitle(title)).length;
    if (found + forbidden > (best?.found ?? 0)) best = { rows: n + 1, titles, found: found + forbidden };
  }
  return best;
}

/** A title that was merged over several columns heads each of them. */
function across({ line, cells }: Grid['rows'][number], merges: readonly Merge[], width: number): readonly string[] {
  const texts = Array.from({ length: width }, (_, n) => cells[n] ?? '');
  for (const { top, left, right } of merges.filter((merge) => merge.top === line))
    if (top === line) texts.fill(texts[left] ?? '', left, Math.min(right + 1, width));
  return texts;
}

function titleOf(own: string, group: string): string {
  if (own === '' || own === group) return columnTitled(group) || isForbiddenTitle(group) ? group : own;
  const both = `${group} ${own}`;
  return group !== '' && (columnTitled(both) || isForbiddenTitle(both)) ? both : own;
}

function meaningOf(title: string): ListColumn | null {
  return title.length > LONGEST_CELL || isForbiddenTitle(title) ? null : columnTitled(title);
}

function onlyOnce(columns: readonly (ListColumn | null)[]): (ListColumn | null)[] {
  return columns.map((column, n) => (columns.indexOf(column) === n ? column : null));
}
