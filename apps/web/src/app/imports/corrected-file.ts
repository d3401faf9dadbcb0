import { REASON_TITLE } from '@azukari/domain';

import type { ListFile } from './sheet';

/** Corrected is what is handed back: the rows as they came, and beside each what is in the way. */
export interface Corrected {
  readonly titles: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly reason: string }[];
}

const WIDTH = 16;
const REASON_WIDTH = 60;
/** No spreadsheet is to reckon with what was only a text. */
const RECKONED = /^[=+@-]/;

/** correctedFile is the list with a column of reasons, as a file of the kind that came. */
export async function correctedFile({ titles, rows }: Corrected, kind: ListFile['kind']): Promise<Blob> {
  const table = [[...titles, REASON_TITLE], ...rows.map(({ cells, reason }) => [...cells, reason])];
  if (kind === 'csv')
    return new Blob(['\ufeff', table.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')], {
      type: 'text/csv',
    });
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  return writeExcelFile(
    table.map((cells) => cells.map((cell) => (cell === '' ? null : { value: cell, type: String }))),
    { columns: [...titles.map(() => ({ width: WIDTH })), { width: REASON_WIDTH }], stickyRowsCount: 1 },
  ).toBlob();
}

function quoted(cell: string): string {
  const text = RECKONED.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
