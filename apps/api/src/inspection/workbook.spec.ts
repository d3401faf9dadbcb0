import { csvOf } from './csv.ts';
import type { Cell, Table } from './sight.ts';
import { rowsOf } from './testing/pack-of.ts';
import { sheetsOf } from './testing/sheets-of.ts';
import { workbookOf } from './workbook.ts';

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet, as it reckons from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function tableOf(...rows: readonly (readonly Cell[])[]): Table {
  const columns = [
    { head: '利用者', width: 10 },
    { head: '日時', width: 10, dated: true },
  ];
  return { part: 'incidents', columns, rows, lead: '' };
}

async function xlsx(...rows: readonly (readonly Cell[])[]) {
  const [sheet] = await sheetsOf(await workbookOf([tableOf(...rows)], {}));
  return sheet?.rows.slice(1);
}

function csv(...rows: readonly (readonly Cell[])[]): string {
  const { columns } = tableOf();
  return [
    ...csvOf(
      columns.map(({ head }) => head),
      rows,
    ),
  ].join('');
}

const NAMES = ['髙﨑 𠮷右衛門', '山田\nハナ', '山田 "ハナ", 101', ' <山田> & ハナ ', "'山田"];
const NUMBERED = ['_x0041_', '_x005F_x0041_', '_x0041_x0042_', '__x000a_', '_x41_ _x0041', 'x_xx0041_'];
const FORMULAS = ['=1+1', '@SUM(1)', '＝1+1', '+1', '-1', '＋1', '－1', '＠SUM(1)', '\t=1+1', '\n=1+1'];

test.each([...NAMES, ...NUMBERED, ...FORMULAS])('a resident called %j is that text in a sheet', async (name) => {
  expect(await xlsx([name])).toEqual([[name]]);
});

test.each(NAMES)('a resident called %j is that text in a CSV', (name) => {
  expect(rowsOf(csv([name, '']))[1]).toEqual([name, '']);
});

test.each(FORMULAS)('a resident called %j is no formula in a CSV', (name) => {
  expect(rowsOf(csv([name, '']))[1]).toEqual([`'${name}`, '']);
});

test('a CSV begins with the mark of UTF-8; its lines end as RFC 4180 says, and quotes in a text stand twice', () => {
  expect(csv(['髙﨑 "𠮷"\n右衛門', 1], ['=1+1', '2026-12-10 14:05'])).toBe(
    '\uFEFF"利用者","日時"\r\n"髙﨑 ""𠮷""\n右衛門",1\r\n"\'=1+1","2026-12-10 14:05"\r\n',
  );
});

test('a text that fills a cell stays whole; a longer one ends in a mark, and not in half a letter', async () => {
  const full = `${'あ'.repeat(32_765)}𠮷`;
  expect(await xlsx([full])).toEqual([[full]]);
  expect(await xlsx([`${'あ'.repeat(32_760)}𠮷${'あ'.repeat(7)}`])).toEqual([[`${'あ'.repeat(32_760)}…（以下略）`]]);
});

test('a day and a moment are dates of a sheet, as a clock in Japan shows them', async () => {
  const rows = await xlsx(['', '2026-12-10'], ['', '2026-12-10 23:59'], ['', '2024-02-29 00:00']);
  const read = (rows ?? []).flat().map((cell) => {
    if (typeof cell !== 'object') return cell;
    const [days, format] = cell;
    return [new Date(Math.round((DAY_ZERO + days * DAY_MS) / 1000) * 1000).toISOString(), format];
  });
  expect(read).toEqual([
    ['2026-12-10T00:00:00.000Z', 'yyyy/mm/dd'],
    ['2026-12-10T23:59:00.000Z', 'yyyy/mm/dd hh:mm'],
    ['2024-02-29T00:00:00.000Z', 'yyyy/mm/dd hh:mm'],
  ]);
});

test('a word where a day would stand is a text, and so is a day where somebody may have typed it', async () => {
  expect(await xlsx(['2026-12-10', '期限なし'], ['2026-12-10 14:05', ''])).toEqual([
    ['2026-12-10', '期限なし'],
    ['2026-12-10 14:05'],
  ]);
});
