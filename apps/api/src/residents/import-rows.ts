import { forbidden } from '@azukari/domain';
import type { CalendarDay } from '@azukari/domain';
import { registerResident } from '@azukari/contract';
import type { AnswerOf, importResidents } from '@azukari/contract';
import { breathe } from '../event-loop.ts';
import { birthDate } from './birth-date.ts';
import { LONGEST_CELL, readTable } from './read-table.ts';

type Row = AnswerOf<typeof importResidents>['rows'][number];
type Column = 'name' | 'kana' | 'room' | 'birthDate';

/** Same says of a person what makes two rows mean one: the name without its blanks, and the day of birth. */
interface Same {
  readonly name: string;
  readonly birthDate: CalendarDay | null;
}

/** MOST_ROWS can be taken from one table. */
export const MOST_ROWS = 2_000;

const ORDER: readonly Column[] = ['name', 'kana', 'room', 'birthDate'];

const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  name: [
    '氏名',
    '名前',
    'お名前',
    '利用者',
    '利用者名',
    '利用者氏名',
    '入居者',
    '入居者名',
    '入居者氏名',
    '入所者',
    '入所者名',
    '入所者氏名',
    'name',
  ],
  kana: [
    'ふりがな',
    'フリガナ',
    'かな',
    'カナ',
    'よみ',
    'ヨミ',
    'よみがな',
    '読み',
    '氏名かな',
    '氏名カナ',
    '氏名ふりがな',
    '氏名フリガナ',
    'カナ氏名',
    'kana',
  ],
  room: ['部屋', '部屋番号', '居室', '居室番号', '号室', 'room'],
  birthDate: ['生年月日', '誕生日', 'birth', 'birthdate', 'birthday', 'dateofbirth'],
};

/** Table is a pasted table as it was copied, with what its columns were taken for. */
export interface Table {
  readonly columns: readonly (Column | null)[];
  readonly titles: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Understood is a pasted table as it was understood. */
export interface Understood {
  readonly columns: readonly (Column | null)[];
  readonly rows: readonly Row[];
}

/** tableOf parts a pasted text into rows and finds its columns; nothing is judged yet. */
export function tableOf(text: string): Table {
  const lines = readTable(text);
  const headers = headerOf(lines[0]?.cells ?? []);
  // Not spread into one call: a pasted table may have more lines than a call has room for arguments.
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const columns = Array.from({ length: width }, (_, n) => (headers ? (headers[n] ?? null) : (ORDER[n] ?? null)));
  return headers ? { columns, titles: lines[0]?.cells ?? [], lines: lines.slice(1) } : { columns, titles: [], lines };
}

/** understand reads the rows as of this day; a cell that holds what must never be stored is not repeated. It lets others have their turn. */
export async function understand({ columns, titles, lines }: Table, today: CalendarDay): Promise<Understood> {
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const { line, cells } of lines) {
    await breathe();
    const row = rowOf(line, { cells, columns, titles, today });
    const key = sameKey(row);
    if (row.errors.length === 0) {
      if (seen.has(key)) row.errors.push({ column: 'name', code: 'twice' });
      seen.add(key);
    }
    rows.push(row);
  }
  return { columns, rows };
}

/** markKnown says of each row whether that person is here already. */
export function markKnown({ columns, rows }: Understood, here: readonly Same[]): Understood {
  const known = new Set(here.map(sameKey));
  return { columns, rows: rows.map((row) => ({ ...row, known: known.has(sameKey(row)) })) };
}

interface Written {
  readonly cells: readonly string[];
  readonly columns: readonly (Column | null)[];
  readonly titles: readonly string[];
  readonly today: CalendarDay;
}

function rowOf(line: number, { cells, columns, titles, today }: Written): Row {
  const errors: Row['errors'] = [];
  const text = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const isTooLong = (column: Column): boolean => {
    const long = text(column).length > LONGEST_CELL;
    if (long) errors.push({ column, code: 'too-long' });
    return long;
  };
  const read = (column: 'name' | 'kana' | 'room'): string => {
    if (isTooLong(column)) return '';
    const result = registerResident.body.shape[column].safeParse(text(column));
    if (result.success) return result.data;
    errors.push({ column, code: result.error.issues[0]?.message ?? 'unreadable' });
    return '';
  };
  const names = { name: read('name'), kana: read('kana'), room: read('room') };
  const born = isTooLong('birthDate') ? '' : text('birthDate');
  const birth = born === '' ? null : birthDate(born);
  if (born !== '' && (birth === null || birth > today)) {
    const reason = forbidden(born);
    errors.push({ column: 'birthDate', code: reason ? `forbidden:${reason}` : 'day' });
  }
  for (const [n, cell] of cells.entries()) {
    const code = columns[n] ? null : unusedCell(cell, titles[n] ?? '');
    if (code) errors.push({ column: `column-${String(n + 1)}`, code });
  }
  return {
    line,
    ...names,
    birthDate: errors.some(({ column }) => column === 'birthDate') ? null : birth,
    errors,
    known: false,
  };
}

/** A column that is not taken is looked at with its title: 「暗証番号」 above 「1234」 says what neither says alone. */
function unusedCell(cell: string, title: string): string | null {
  if (cell === '') return null;
  if (cell.length > LONGEST_CELL || title.length > LONGEST_CELL) return 'too-long';
  const reason = forbidden(cell) ?? forbidden(`${title} ${cell}`);
  return reason ? `forbidden:${reason}` : null;
}

function headerOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => {
    if (cell.length > LONGEST_CELL) return null;
    const title = cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s()・_-]/g, '');
    return ORDER.find((column) => HEADERS[column].includes(title)) ?? null;
  });
  if (columns.every((column) => column === null)) return null;
  return columns.map((column, n) => (columns.indexOf(column) === n ? column : null));
}

function sameKey({ name, birthDate: born }: Same): string {
  return `${name.normalize('NFKC').replace(/\s/g, '')} ${born ?? ''}`;
}
