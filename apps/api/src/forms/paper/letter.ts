import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { Coupon, Letter, LetterBlock, Rich } from '../../notices/notices.words.ts';
import { BOXED, FAINT, SHADE } from './layout.ts';
import type { Paper } from './paper.ts';
import { sentence } from './readings.ts';

const POINTS_PER_MM = 72 / 25.4;
const mm = (length: number): number => length * POINTS_PER_MM;

/** The window of a 長形3号 envelope over a sheet folded in three: what stands outside it is not seen, what stands in it is. */
const WINDOW = { left: mm(25), top: mm(19), width: mm(76) } as const;
/** The first third of the sheet, of which the letter itself begins on the rest. */
const HEAD = mm(46);
const FOLDS = [mm(99), mm(198)] as const;
const SENDER_LEFT = 290;
const DASH = 190;

/** letterPaper draws a letter to a family: the address in the window of its envelope, and what comes back at the foot. */
export function letterPaper(letter: Letter): Paper {
  const { blocks, coupon, language, largePrint, title, whose } = letter;
  // With readings a line is higher; what is about one thing still is one sheet.
  const fontSize = largePrint ? 15 : language === 'ja-easy' ? 9.5 : 10;
  const content: Content[] = [
    ...FOLDS.map(fold),
    address(letter),
    sender(letter),
    {
      ...asStack(sentence(title, { bold: true })),
      fontSize: fontSize * 1.6,
      alignment: 'center',
      margin: [0, 0, 0, 6],
    },
    { fontSize, stack: blocks.map(drawn) },
    ...(coupon === null ? [] : [couponPaper(coupon, fontSize)]),
  ];
  return { whose, letter: { title: title.map(({ text }) => text).join(''), language }, content };
}

function fold(y: number): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: 10, y2: 0, lineWidth: 0.5, lineColor: FAINT }],
    absolutePosition: { x: 16, y },
  };
}

function address({ to }: Letter): Content {
  return {
    absolutePosition: { x: WINDOW.left, y: WINDOW.top },
    columns: [
      {
        width: WINDOW.width,
        stack: [
          { text: to.address, fontSize: 10, margin: [0, 0, 0, 6] },
          { ...asStack(sentence(to.name)), fontSize: 13 },
        ],
      },
    ],
  };
}

function sender({ on, sender: lines }: Letter): Content {
  const stack = [on, ...lines].map((line) => sentence(line));
  return {
    table: { widths: ['*'], heights: [HEAD], body: [[{ stack, fontSize: 9.5, margin: [SENDER_LEFT, 0, 0, 0] }]] },
    layout: { hLineWidth: () => 0, vLineWidth: () => 0 },
  };
}

function drawn(block: LetterBlock): Content {
  switch (block.is) {
    case 'paragraph':
      return { stack: block.lines.map((line) => sentence(line)), margin: [0, 1, 0, 4] };
    case 'list':
      return {
        stack: [sentence(block.title, { bold: true }), ...block.points.map(point)],
        margin: [0, 1, 0, 4],
        unbreakable: true,
      };
    case 'fields':
      return {
        ...asTable(
          block.rows.map(([name, said]) => [named(name), sentence(said)]),
          [96, '*'],
        ),
        margin: [0, 1, 0, 4],
      };
    case 'table':
      return {
        stack: [
          sentence(block.title, { bold: true }),
          asTable(
            [block.head.map(named), ...block.rows.map((row) => row.map((one) => sentence(one)))],
            block.head.map(() => '*'),
          ),
        ],
        margin: [0, 1, 0, 4],
      };
  }
}

function point(said: Rich): Content {
  return {
    columns: [
      { ...asStack(sentence([{ text: '・' }])), width: 14 },
      { ...asStack(sentence(said)), width: '*' },
    ],
  };
}

function named(name: Rich): TableCell {
  return { stack: [sentence(name, { bold: true })], fillColor: SHADE, verticalAlignment: 'middle' };
}

function asTable(body: TableCell[][], widths: (number | '*')[]) {
  return { table: { widths, body, dontBreakRows: true }, layout: BOXED };
}

function couponPaper({ cut, title, code, ask, answers, blanks }: Coupon, fontSize: number): Content {
  const line = { x1: 0, y1: 6, x2: DASH, y2: 6, lineWidth: 0.75, dash: { length: 4, space: 3 }, lineColor: FAINT };
  // A node belongs to one place: pdfmake writes into it.
  const dashes = (): Column => ({ canvas: [{ type: 'line', ...line }], width: DASH });
  const ticks = answers.map((answer) => sentence([{ text: '□ ' }, ...answer]));
  const half = Math.ceil(ticks.length / 2);
  return {
    fontSize,
    unbreakable: true,
    margin: [0, 2, 0, 0],
    stack: [
      {
        columns: [dashes(), { ...asStack(sentence(cut)), alignment: 'center', width: '*', fontSize: 8 }, dashes()],
        margin: [0, 0, 0, 4],
      },
      {
        columns: [
          { ...asStack(sentence(title, { bold: true })), fontSize: fontSize * 1.3, width: '*' },
          { ...asStack(code === null ? '' : sentence(code)), width: 'auto' },
        ],
      },
      { ...asStack(sentence(ask)), margin: [0, 0, 0, 4] },
      { columns: [{ stack: ticks.slice(0, half) }, { stack: ticks.slice(half) }], columnGap: 12, margin: [0, 0, 0, 6] },
      {
        table: {
          widths: [74, '*', 74, '*'],
          heights: [20],
          body: [
            blanks.flatMap(([name, blank]) => [
              named(name),
              { stack: [sentence(blank)], verticalAlignment: 'middle' as const },
            ]),
          ],
        },
        layout: BOXED,
      },
    ],
  };
}

function asStack(content: Content): { stack: Content[] } {
  return { stack: [content] };
}
