import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { japaneseDay, japaneseMoment } from '../../forms/forms.words.ts';
import { head, section, TIGHT } from '../../forms/forms.paper.ts';
import type { Issue } from '../../forms/forms.paper.ts';
import type { Cell, Sight, Table } from '../sight.ts';
import { TITLE } from '../words.ts';
import type { Leaves } from './binder.ts';

/** Tally is how many entries a pack is about, and how many of them were written later or put right. */
export interface Tally {
  readonly entries: number;
  readonly late: number;
  readonly amended: number;
  readonly cancelled: number;
  readonly open: number;
}

/** Listed is a line of the table of contents. */
export interface Listed {
  readonly title: string;
  readonly rows: number;
  readonly page: number;
}

/** Lines of one table that are laid out at once. */
const AT_ONCE = 800;

/** periodWords is a period as a heading has it. */
export function periodWords({ from, to }: Sight['period']): string {
  return `${japaneseDay(from)} から ${japaneseDay(to)} まで`;
}

/** frontOf is the first page: what it is, what is counted, and where each part begins. */
export function frontOf(
  issue: Issue,
  period: Sight['period'],
  { tally, parts, pages }: { readonly tally: Tally; readonly parts: readonly Listed[]; readonly pages: number },
): Leaves {
  const { facility } = issue;
  const number = (value: number): string => value.toLocaleString('ja-JP');
  const counted: readonly (readonly [string, number])[] = [
    ['期間に書いた記録', tally.entries],
    ['あとから書いた記録', tally.late],
    ['訂正', tally.amended],
    ['取消', tally.cancelled],
    ['未了の事項', tally.open],
  ];
  return {
    title: '表紙・目次',
    whose: periodWords(period),
    content: [
      { text: TITLE, fontSize: 22, bold: true, margin: [0, 0, 0, 6] },
      { text: periodWords(period), fontSize: 13, bold: true },
      { text: `${facility.name}　　${facility.address}　　${facility.phone}`, margin: [0, 4, 0, 0] },
      {
        text: `作成　${japaneseMoment(issue.issuedAt)}　　作成した人　${issue.issuedBy}　　記録番号　${number(issue.seq)}　　全 ${String(pages)} ページ`,
        margin: [0, 2, 0, 4],
      },
      section('件数'),
      {
        table: {
          widths: counted.map(() => '*'),
          body: [
            counted.map(([name]) => head(name, { fontSize: 9 })),
            counted.map(([, value]) => ({
              text: `${number(value)} 件`,
              alignment: 'center',
              fontSize: 13,
              bold: true,
            })),
          ],
        },
        layout: TIGHT,
      },
      section('目次'),
      {
        table: {
          widths: ['*', 90, 70],
          body: [
            [head('様式'), head('行'), head('ページ')],
            ...parts.map(({ title, rows, page }): TableCell[] => [
              { text: title, linkToDestination: destinationOf(title) },
              { text: number(rows), alignment: 'right' },
              { text: String(page), alignment: 'right', linkToDestination: destinationOf(title) },
            ]),
          ],
        },
        layout: TIGHT,
      },
    ],
  };
}

/** leavesOf are the pages of one table; of a long one so many lines at a time are in memory. */
export function* leavesOf(table: Table, title: string, period: Sight['period']): Generator<Leaves> {
  const whose = periodWords(period);
  for (let at = 0; at === 0 || at < table.rows.length; at += AT_ONCE) {
    const rows = table.rows.slice(at, at + AT_ONCE);
    yield {
      title,
      whose,
      content: [
        ...(at === 0 ? headingOf(title, whose, table.lead) : []),
        {
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: table.columns.map(({ width }) => width),
            body: [
              table.columns.map(({ head: text }) => head(text, { fontSize: 8 })),
              ...(rows.length === 0 ? [noneOf(table.columns.length)] : rows.map(cellsOf)),
            ],
          },
          layout: TIGHT,
          fontSize: 8.5,
        },
      ],
    };
  }
}

/** headingOf begins a part; the table of contents leads there. */
export function headingOf(title: string, whose: string, lead: string): Content[] {
  return [
    {
      columns: [
        { text: title, id: destinationOf(title), fontSize: 16, bold: true, width: '*' },
        { text: whose, width: 'auto', margin: [0, 5, 0, 0] },
      ],
    },
    ...(lead === '' ? [] : [{ text: lead, fontSize: 9 }]),
    { text: '', margin: [0, 0, 0, 6] },
  ];
}

/** beginningOf begins a part whose paper has its title itself. */
export function beginningOf(title: string, lead: string): Content[] {
  return [{ text: lead === '' ? ' ' : lead, id: destinationOf(title), fontSize: lead === '' ? 1 : 9 }];
}

function destinationOf(title: string): string {
  return `part ${title}`;
}

function noneOf(columns: number): TableCell[] {
  return [
    { text: 'この期間にはありません。', colSpan: columns, margin: [4, 8, 4, 8] },
    ...Array.from({ length: columns - 1 }, () => ''),
  ];
}

function cellsOf(row: readonly Cell[]): TableCell[] {
  return row.map((cell) =>
    typeof cell === 'number' ? { text: cell.toLocaleString('ja-JP'), alignment: 'right' } : { text: cell },
  );
}
