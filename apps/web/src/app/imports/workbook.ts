import { addDays, MOST_LIST_COLUMNS, type Merge } from '@azukari/domain';

import { tidy } from './separated-text';
import { type Sheet, Unreadable } from './sheet';
import { ZipParts } from './zip-parts';

/** Numbers of formats that every spreadsheet shows as days, the Japanese ones included (ECMA-376 part 1, 18.8.30). */
const DAY_FORMATS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];
/** What of a format is shown as it stands, or is a colour or a language, says nothing of what the number is. */
const LITERAL = /"[^"]*"|\[[^\]]*\]|\\.|_./g;
const DAY_LETTERS = /[yd]|g+e|e[年./-]/i;
const BEFORE_1900 = '1899-12-30';
const FIRST_OF_1904 = '1904-01-01';
/** A spreadsheet that counts from 1900 believes in 1900-02-29. */
const NO_SUCH_DAY = 60;
const MOST_ROWS = 20_000;

interface Policies {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): unknown };
}
/** The policy of the page lets no text be parsed but by this; its name is given once, and nobody else has it. Parsed XML is only read. */
const xmlPolicy = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes?.createPolicy('azukari-xml', {
  createHTML: (text) => text,
});

interface Book {
  readonly texts: readonly string[];
  /** Whether a cell with this style shows a day. */
  readonly days: readonly boolean[];
  readonly from1904: boolean;
}

/** readWorkbook reads the sheets of an .xlsx that people see, with what their cells show: days as YYYY-MM-DD, formulas by their last value. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const parts = new ZipParts(bytes);
  const workbook = xmlOf(await parts.text('xl/workbook.xml'));
  if (workbook === null) throw new Unreadable('no-list');
  const paths = await sheetPaths(parts);
  const from1904 = tags(workbook, 'workbookPr').some((tag) => isOn(tag.getAttribute('date1904')));
  const book = { from1904, texts: await textsOf(parts), days: await daysOf(parts) };
  const sheets: Sheet[] = [];
  for (const tag of tags(workbook, 'sheet')) {
    if ((tag.getAttribute('state') ?? 'visible') !== 'visible') continue;
    const path = paths.get(idOf(tag));
    const xml = path === undefined ? null : xmlOf(await parts.text(path));
    if (xml) sheets.push({ name: tag.getAttribute('name') ?? '', from1904, ...gridOf(xml, book) });
  }
  const some = sheets.filter(({ rows }) => rows.length > 0);
  if (some.length === 0) throw new Unreadable('empty');
  return some;
}

function xmlOf(text: string): Document | null {
  if (text === '') return null;
  const trusted = (xmlPolicy ? xmlPolicy.createHTML(text) : text) as string;
  const xml = new DOMParser().parseFromString(trusted, 'application/xml');
  if (xml.getElementsByTagName('parsererror').length > 0) throw new Unreadable('broken');
  return xml;
}

/** Programs write these files with and without a prefix. */
function tags(within: Document | Element, name: string): Element[] {
  return [...within.getElementsByTagNameNS('*', name)];
}

function isOn(value: string | null): boolean {
  return value === '1' || value === 'true';
}

function idOf(sheet: Element): string {
  return [...sheet.attributes].find(({ localName, prefix }) => localName === 'id' && prefix !== null)?.value ?? '';
}

async function sheetPaths(parts: ZipParts): Promise<ReadonlyMap<string, string>> {
  const xml = xmlOf(await parts.text('xl/_rels/workbook.xml.rels'));
  return new Map(
    (xml ? tags(xml, 'Relationship') : []).map((tag) => {
      const target = tag.getAttribute('Target') ?? '';
      return [tag.getAttribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const;
    }),
  );
}

async function textsOf(parts: ZipParts): Promise<readonly string[]> {
  const xml = xmlOf(await parts.text('xl/sharedStrings.xml'));
  return xml ? tags(xml, 'si').map(textIn) : [];
}

/** The reading that is kept above a word (rPh) is no part of it. */
function textIn(of: Element): string {
  return tags(of, 't')
    .filter(({ parentElement }) => parentElement?.localName !== 'rPh')
    .map(({ textContent }) => textContent)
    .join('');
}

async function daysOf(parts: ZipParts): Promise<readonly boolean[]> {
  const xml = xmlOf(await parts.text('xl/styles.xml'));
  if (!xml) return [];
  const own = new Map(
    tags(xml, 'numFmt').map((tag) => [Number(tag.getAttribute('numFmtId')), tag.getAttribute('formatCode') ?? '']),
  );
  const [styles] = tags(xml, 'cellXfs');
  return (styles ? tags(styles, 'xf') : []).map((tag) => {
    const id = Number(tag.getAttribute('numFmtId'));
    const format = own.get(id);
    if (format === undefined) return DAY_FORMATS.some(([from, to]) => from <= id && id <= to);
    const shown = format.replace(/"(年)"/g, '$1').replace(LITERAL, '');
    return shown.toLowerCase() !== 'general' && DAY_LETTERS.test(shown);
  });
}

function gridOf(xml: Document, book: Book): Pick<Sheet, 'rows' | 'merges'> {
  const rows: { line: number; cells: string[] }[] = [];
  let line = 0;
  for (const row of tags(xml, 'row')) {
    line = Number(row.getAttribute('r') ?? line + 1);
    const cells = cellsOf(row, book);
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    if (rows.length > MOST_ROWS) break;
  }
  return { rows, merges: tags(xml, 'mergeCell').flatMap((tag) => mergeOf(tag.getAttribute('ref') ?? '') ?? []) };
}

function cellsOf(row: Element, book: Book): string[] {
  const cells: string[] = [];
  let at = -1;
  for (const cell of tags(row, 'c')) {
    const ref = cell.getAttribute('r');
    at = ref === null ? at + 1 : columnOf(ref);
    if (at >= MOST_LIST_COLUMNS) break;
    while (cells.length < at) cells.push('');
    cells[at] = tidy(valueOf(cell, book));
  }
  return cells;
}

function valueOf(cell: Element, { texts, days, from1904 }: Book): string {
  const type = cell.getAttribute('t') ?? 'n';
  if (type === 'inlineStr') return textIn(cell);
  const value = tags(cell, 'v')[0]?.textContent ?? '';
  // A formula whose value nobody worked out has none.
  if (value === '') return type !== 'str' && tags(cell, 'f').length > 0 ? '#VALUE!' : '';
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return days[Number(cell.getAttribute('s') ?? 0)] ? dayOf(number, from1904) : String(number);
}

function dayOf(serial: number, from1904: boolean): string {
  const days = Math.floor(serial);
  if (days < 0 || days > 2_958_465) return String(serial);
  if (from1904) return addDays(FIRST_OF_1904, days);
  return addDays(BEFORE_1900, days < NO_SUCH_DAY ? days + 1 : days);
}

const A_CODE = 64;
const LETTERS = 26;

function columnOf(ref: string): number {
  const letters = /^[A-Z]+/.exec(ref)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - A_CODE, 0) - 1;
}

function mergeOf(ref: string): Merge | null {
  const [from = '', to = ''] = ref.split(':');
  const line = (one: string): number => Number(/\d+$/.exec(one)?.[0] ?? Number.NaN);
  const merge = { top: line(from), bottom: line(to), left: columnOf(from), right: columnOf(to) };
  return Number.isNaN(merge.top + merge.bottom) || merge.bottom - merge.top > MOST_ROWS ? null : merge;
}
