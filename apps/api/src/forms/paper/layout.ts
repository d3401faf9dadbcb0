import type { Column, Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { eraDay, japaneseDay } from './dates.ts';
import type { AgreementOnPaper, Issue, ItemOnPaper, Person } from './sheet.ts';

/** SHADE fills heading cells: light enough that a copy of a copy stays legible. */
export const SHADE = '#eeeeee';
/** FAINT is for lines to write on and for 印. */
export const FAINT = '#777777';

/** BOXED is a table like those on Japanese forms: thin lines inside, a stronger frame. */
export const BOXED: CustomTableLayout = {
  hLineWidth: (line, { table }) => (line === 0 || line === table.body.length ? 1 : 0.5),
  vLineWidth: (line, { table }) => (line === 0 || line === (table.widths?.length ?? 0) ? 1 : 0.5),
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** TIGHT is BOXED for books with many columns. */
export const TIGHT: CustomTableLayout = {
  ...BOXED,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

/** head is a cell that names what is written beside or below it. */
export function head(text: string, more: { readonly fontSize?: number; readonly colSpan?: number } = {}): TableCell {
  return { text, bold: true, fillColor: SHADE, alignment: 'center', verticalAlignment: 'middle', ...more };
}

/** cell is a cell with words, centred by height. */
export function cell(
  content: Content,
  more: { readonly colSpan?: number; readonly alignment?: 'center' | 'right' } = {},
): TableCell {
  return { stack: [content], verticalAlignment: 'middle', ...more };
}

/** Line is a row of a field table: its name, what is in it, and the height left for handwriting. */
export type Line = readonly [name: string, content: Content, height?: number];

/** fields is a table of names and contents, two columns wide. */
export function fields(lines: readonly Line[], { labelWidth = 92, rowHeight = 22 } = {}): Content {
  return {
    table: {
      widths: [labelWidth, '*'],
      heights: lines.map(([, , height]) => height ?? rowHeight),
      body: lines.map(([name, content]) => [head(name), cell(content)]),
      dontBreakRows: true,
    },
    layout: BOXED,
  };
}

/** section is a heading inside a form. */
export function section(text: string, size = 11): Content {
  return {
    columns: [
      { canvas: [{ type: 'rect', x: 0, y: 2, w: 4, h: size + 1, color: '#000000' }], width: 10 },
      { text, bold: true, fontSize: size },
    ],
    margin: [0, 8, 0, 3],
  };
}

/** addressed is the head of a form that goes to the facility: to whom at the left, the form's numbers at the right. */
export function addressed({ name, head }: Issue['facility'], numbers: readonly string[]): Content {
  return {
    columns: [
      { stack: [name, `施設長　${head === '' ? '　　　　　　　' : head}　様`], fontSize: 11, width: '*' },
      { stack: [...numbers], fontSize: 9.5, width: 132 },
    ],
    columnGap: 12,
    margin: [0, 6, 0, 0],
  };
}

/** agreementNumber names the 預かり依頼書; room for it is left where there is none yet. */
export function agreementNumber(agreement: AgreementOnPaper | null): string {
  return `依頼書番号　${agreement === null ? '第　　　　　号' : `第 ${String(agreement.number)} 号`}`;
}

/** tick is a box and what it means; a filled box is one that is ticked. */
export function tick(text: string, ticked = false): string {
  return `${ticked ? '■' : '□'} ${text}`;
}

/** points is a list of short sentences. */
export function points(sentences: readonly string[], fontSize = 10): Content {
  return {
    stack: sentences.map((text) => ({
      columns: [
        { text: '・', width: fontSize + 1 },
        { text, width: '*' },
      ],
      margin: [0, 0, 0, 1],
    })),
    fontSize,
  };
}

/** together keeps a heading with what it heads. */
export function together(...stack: Content[]): Content {
  return { stack, unbreakable: true };
}

/** tickGrid sets boxes to tick in columns, so that none is torn at the end of a line. */
export function tickGrid(ticks: readonly string[], columns: number, fontSize = 9.5): Content {
  const rows = Math.ceil(ticks.length / columns);
  return {
    columns: Array.from({ length: columns }, (_, n) => ({
      stack: ticks
        .slice(n * rows, (n + 1) * rows)
        .map((text) => ({ text, margin: [0, 0.8, 0, 0.8] as [number, number, number, number] })),
      width: '*',
    })),
    fontSize,
  };
}

/** sama is a name as letters write it. */
export function sama(name: string): Content {
  return {
    text: [{ text: name, fontSize: 15, bold: true }, '　様'],
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  };
}

/** birthDay is a birth date with the era beside it, as cards print it; nobody asks for its weekday. */
export function birthDay(value: string): string {
  const era = eraDay(value);
  const plain = japaneseDay(value).slice(0, -'(木)'.length);
  return era === '' ? plain : `${plain}（${era}）`;
}

/** DATE_BLANK is room for a date in handwriting. */
export const DATE_BLANK = '　　　　年　　　月　　　日';
export const MOMENT_BLANK = `${DATE_BLANK}　　　時　　　分`;

/** UNKNOWN_DATE and NO_DATE stand where a date would: nobody has looked yet, or somebody has and none is printed. */
export const UNKNOWN_DATE = '未確認';
export const NO_DATE = '記載なし';

/** printedExpiry is what is printed on an item that ends. */
export function printedExpiry({
  printedExpiresOn,
  noDatePrinted,
}: Pick<ItemOnPaper, 'printedExpiresOn' | 'noDatePrinted'>): Content {
  return noDatePrinted ? { text: NO_DATE, fontSize: 9 } : expiry(printedExpiresOn);
}

/** expiry is a date in two lines; a date that nobody knows is said to be so. */
export function expiry(value: string | null, fontSize = 9): Content {
  if (value === null) return { text: UNKNOWN_DATE, fontSize };
  return {
    stack: [
      { text: japaneseDay(value), fontSize },
      { text: eraDay(value), fontSize: fontSize - 1 },
    ],
  };
}

/** personLines are the first rows of every form about a resident; what is not known stays blank to be written. */
export function personLines(person: Person | null, word: string): readonly Line[] {
  const birth = person?.birthDate ?? null;
  return [
    [
      `${word}のお名前`,
      {
        stack: [
          { text: person?.kana ?? 'ふりがな', fontSize: 8.5, color: person === null ? FAINT : '#000000' },
          sama(person?.name ?? '　　　　　　　　　　　　　　'),
        ],
      },
      40,
    ],
    [
      '生年月日・お部屋',
      {
        columns: [
          { text: birth === null ? DATE_BLANK : birthDay(birth), preserveLeadingSpaces: true },
          { text: `お部屋　${person?.room ?? ''}`, width: 150 },
        ],
      },
    ],
  ];
}

/** certificate is the date of the electronic certificate, for the one kind that has it. */
export function certificate({ kind, certificateExpiresOn }: ItemOnPaper, fontSize = 9): Content {
  return kind === 'my-number-card'
    ? expiry(certificateExpiresOn, fontSize)
    : { text: '—', alignment: 'center', fontSize, color: FAINT };
}

/** seal is the place of a seal at the right of a cell. */
export function seal(text = '', fontSize = 10): Content {
  return {
    columns: [
      { text, width: '*' },
      { text: '㊞', width: 18, color: FAINT, fontSize },
    ],
  };
}

/** signatures is the block at the end of a form: a date, and who signs; the facility's people share the last row. */
export function signatures(
  rows: readonly string[],
  {
    dateName = '日付',
    height = 33,
    labelSize = 10,
    staff = ['施設長', '受け付けた職員'] as readonly [string, string] | null,
  } = {},
): Content {
  const wide = (name: string, content: Content): TableCell[] => [
    head(name, { fontSize: labelSize }),
    cell(content, { colSpan: 3 }),
    '',
    '',
  ];
  return {
    table: {
      widths: [104, '*', 88, '*'],
      heights: [20, ...rows.map(() => height), ...(staff ? [height] : [])],
      body: [
        wide(dateName, { text: DATE_BLANK, preserveLeadingSpaces: true }),
        ...rows.map((name) => wide(name, seal('', 12))),
        ...(staff
          ? [
              [
                head(staff[0], { fontSize: labelSize }),
                cell(seal('', 12)),
                head(staff[1], { fontSize: labelSize }),
                cell(seal('', 12)),
              ],
            ]
          : []),
      ],
      dontBreakRows: true,
    },
    layout: BOXED,
  };
}

/** Half of a dashed line: the words 切りとり stand between the halves. */
const CUT_WIDTH = 190;

/** cutLine is where a form is cut in two. */
export function cutLine(above = 10, below = 10): Content {
  const half = (): Column => ({
    canvas: [
      {
        type: 'line',
        x1: 0,
        y1: 0,
        x2: CUT_WIDTH,
        y2: 0,
        lineWidth: 0.75,
        dash: { length: 4, space: 3 },
        lineColor: FAINT,
      },
    ],
    width: CUT_WIDTH,
    margin: [0, 7, 0, 0],
  });
  return {
    columns: [half(), { text: '切りとり', fontSize: 8, color: FAINT, alignment: 'center', width: '*' }, half()],
    margin: [0, above, 0, below],
  };
}
