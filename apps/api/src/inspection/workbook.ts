import writeExcelFile from 'write-excel-file/node';
import { printable } from './csv.ts';
import { fileName, titleOf } from './names.ts';
import type { FormNames } from './names.ts';
import type { Cell, Table } from './sight.ts';

/** A cell of a workbook holds no more. */
const LONGEST_TEXT = 32_000;
const WIDEST = 60;

/** workbookOf is all tables as one workbook, a sheet each. Every text is a text: nothing is reckoned when it is opened. */
export function workbookOf(tables: readonly Table[], own: FormNames): Promise<Buffer> {
  return writeExcelFile(
    tables.map((table, n) => ({
      sheet: fileName(titleOf(table, own), n + 1),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      columns: table.columns.map(({ head }, column) => ({ width: widthOf(head, table, column) })),
      data: [
        table.columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const })),
        ...table.rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
}

function cellOf(
  cell: Cell,
):
  | { readonly value: number; readonly type: typeof Number }
  | { readonly value: string; readonly type: typeof String }
  | null {
  if (typeof cell === 'number') return { value: cell, type: Number };
  return cell === '' ? null : { value: [...printable(cell)].slice(0, LONGEST_TEXT).join(''), type: String };
}

/** A Japanese letter is as wide as two. */
function widthOf(head: string, { rows }: Table, column: number): number {
  const wide = (cell: Cell): number => [...String(cell)].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0);
  const widest = rows.slice(0, 200).reduce((most, row) => Math.max(most, wide(row[column] ?? '')), wide(head));
  return Math.min(WIDEST, widest + 2);
}
