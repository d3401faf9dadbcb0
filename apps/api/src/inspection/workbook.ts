import writeExcelFile from 'write-excel-file/node';
import { printable } from './csv.ts';
import { fileName, titleOf } from './names.ts';
import type { FormNames } from './names.ts';
import type { Cell, Column, Table } from './sight.ts';

/** A day, or a moment in Japan, as tables have them. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

/** A cell of a workbook holds no more, in units of UTF-16. */
const LONGEST_TEXT = 32_767;
const CUT = '…（以下略）';
/** What begins a letter given by its number, where a workbook is read: as typed it is text only when it is given so itself. */
const NUMBERED = /_(?=x[\dA-Fa-f]{4}_)/g;
const WIDEST = 60;

/** workbookOf is all tables as one workbook, a sheet each. Days and moments are dates to sort by, every other text is a text: nothing is reckoned when it is opened. */
export function workbookOf(tables: readonly Table[], own: FormNames): Promise<Buffer> {
  return writeExcelFile(
    tables.map((table, n) => ({
      sheet: fileName(titleOf(table, own), n + 1),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      columns: table.columns.map(({ head }, column) => ({ width: widthOf(head, table, column) })),
      data: [
        table.columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const })),
        ...table.rows.map((row) => row.map((cell, column) => cellOf(cell, table.columns[column]))),
      ],
    })),
  ).toBuffer();
}

function cellOf(
  cell: Cell,
  column: Column | undefined,
):
  | { readonly value: number; readonly type: typeof Number }
  | { readonly value: Date; readonly type: typeof Date; readonly format: string }
  | { readonly value: string; readonly type: typeof String }
  | null {
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (cell === '') return null;
  // A spreadsheet knows no zones: what a clock in Japan shows is written as it stands.
  if (column?.dated && DAY.test(cell)) return { value: new Date(`${cell}T00:00Z`), type: Date, format: 'yyyy/mm/dd' };
  if (column?.dated && MOMENT.test(cell))
    return { value: new Date(`${cell.replace(' ', 'T')}Z`), type: Date, format: 'yyyy/mm/dd hh:mm' };
  return { value: short(printable(cell)).replace(NUMBERED, '_x005F_'), type: String };
}

/** What is too long ends in a mark, and never in half a letter. */
function short(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - CUT.length).replace(/[\uD800-\uDBFF]$/, '')}${CUT}`;
}

/** A Japanese letter is as wide as two. */
function widthOf(head: string, { rows }: Table, column: number): number {
  const wide = (cell: Cell): number => [...String(cell)].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0);
  const widest = rows.slice(0, 200).reduce((most, row) => Math.max(most, wide(row[column] ?? '')), wide(head));
  return Math.min(WIDEST, widest + 2);
}
