/** LONGEST_CELL is as many characters as a cell may hold; a longer one is not looked into. */
export const LONGEST_CELL = 500;

/** readTable reads what was copied from a spreadsheet (tabs) or a CSV file; a cell in quotes may hold the separator and lines. */
export function readTable(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const separator = /^[^\n]*\t/.test(text) ? '\t' : ',';
  const rows: { line: number; cells: string[] }[] = [];
  let row = { line: 1, cells: [''] };
  let quoted = false;
  let line = 1;
  const endRow = (): void => {
    rows.push(row);
    row = { line, cells: [''] };
  };
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const one = source.charAt(at);
    const cell = row.cells.at(-1) ?? '';
    if (one === '\n') line += 1;
    if (quoted && one === '"' && source.charAt(at + 1) === '"') {
      set(row.cells, `${cell}"`);
      at += 1;
    } else if (one === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && one === separator) row.cells.push('');
    else if (!quoted && one === '\n') endRow();
    else set(row.cells, cell + one);
  }
  endRow();
  return rows
    .map(({ line: from, cells }) => ({ line: from, cells: cells.map((cell) => tidy(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function tidy(cell: string): string {
  return cell.length > LONGEST_CELL ? cell : cell.replace(/[\n\t ]+/g, ' ');
}

function set(cells: string[], cell: string): void {
  cells[cells.length - 1] = cell;
}
