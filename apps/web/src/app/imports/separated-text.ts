import type { Grid } from '@azukari/domain';

import { Unreadable } from './sheet';

const BYTE_ORDER_MARK_16 = [0xff, 0xfe];

/** A page of the web, or what else is marked up, is no list. */
const PAGE = /^\s*<[!?a-z]/i;

/** decoded is the text of a file in UTF-8, in UTF-16 as Excel writes 「Unicode テキスト」, or in Shift_JIS (CP932), found out by itself. */
export function decoded(bytes: Uint8Array): string {
  if (BYTE_ORDER_MARK_16.every((byte, n) => bytes[n] === byte)) return read(bytes, 'utf-16le') ?? no('letters');
  if (bytes.includes(0)) return no('no-list');
  const text = read(bytes, 'utf-8') ?? read(bytes, 'shift_jis') ?? no('letters');
  return PAGE.test(text) ? no('no-list') : text;
}

function read(bytes: Uint8Array, letters: string): string | null {
  try {
    return new TextDecoder(letters, { fatal: true }).decode(bytes);
  } catch (error) {
    // TypeError: these bytes are no text in those letters.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function no(reason: 'letters' | 'no-list'): never {
  throw new Unreadable(reason);
}

/** A text that a spreadsheet is told to take as it stands: ="090", or '090. */
const AS_TYPED = /^(?:="(.*)"|'([=+@-].*))$/s;

/** parsed reads rows with tabs, as a spreadsheet copies them, or commas; a cell in quotes may hold the separator and lines. */
export function parsed(text: string): Grid['rows'] {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const separator = /^[^\n]*\t/.test(source) ? '\t' : ',';
  const rows: { line: number; cells: string[] }[] = [];
  let row = { line: 1, cells: [] as string[] };
  let cell = '';
  let quoted = false;
  let line = 1;
  const endCell = (): void => {
    row.cells.push(tidy(cell));
    cell = '';
  };
  for (let at = 0; at < source.length; at += 1) {
    const one = source.charAt(at);
    if (one === '\n') line += 1;
    if (quoted && one === '"' && source.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (one === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && one === separator) endCell();
    else if (!quoted && one === '\n') {
      endCell();
      rows.push(row);
      row = { line, cells: [] };
    } else cell += one;
  }
  endCell();
  rows.push(row);
  return rows.filter(({ cells }) => cells.some((given) => given !== ''));
}

/** tidy makes one line of a cell. */
export function tidy(cell: string): string {
  const typed = AS_TYPED.exec(cell.trim());
  return (typed ? (typed[1] ?? typed[2] ?? '') : cell).replace(/[\r\n\t ]+/g, ' ').trim();
}
