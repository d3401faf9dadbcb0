import type { Cell } from './sight.ts';

/** UTF-8 is known to a spreadsheet by this mark alone. */
const BOM = '\uFEFF';

/** With these a spreadsheet takes a cell for a formula, in the width of either script. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** harmless is a text that no spreadsheet reckons with: an apostrophe before it says that it is text. */
export function harmless(text: string): string {
  const plain = printable(text);
  return FORMULA.test(plain) ? `'${plain}` : plain;
}

/** printable is a text without what no file of text can hold. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** csvOf is a table as CSV (RFC 4180), line by line. */
export function* csvOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): Generator<string> {
  yield `${BOM}${lineOf(heads)}`;
  for (const row of rows) yield lineOf(row);
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(harmless(cell)))).join(',')}\r\n`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
