import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { EdgeWords } from './edge-words.ts';
import type { Anchor, Issue, PrintJob } from './sheet.ts';

/** FOOTER_HEIGHT lets the code end a centimetre above the edge, where every office printer still prints. */
export const FOOTER_HEIGHT = 109;
const QR_SIDE = 78;

/** footer says on every page who issued it and when, and what the record's signature is, or that there is none. */
export function footer(
  { form, issue }: PrintJob,
  { page, pages, side }: { readonly page: number; readonly pages: number; readonly side: number },
  edge: EdgeWords,
): Content {
  const { name } = issue.facility;
  const what = form === 'receipt' ? name : edge.form(form.slice(1), name);
  return foot({ issue, side, what, page: edge.page(page, pages) }, edge);
}

/** Foot is what a page says at its lower edge: what it is, which page, and the issue. */
export interface Foot {
  readonly issue: Issue;
  readonly side: number;
  readonly what: string;
  readonly page: string;
}

/** foot is the lower edge of any page. */
export function foot({ issue, side, what, page }: Foot, edge: EdgeWords): Content {
  const words: TableCell = {
    stack: [
      {
        columns: [
          { text: what, fontSize: 8 },
          { text: page, fontSize: 9, bold: true, width: 70, alignment: 'right' },
        ],
      },
      { text: edge.issued(issue), fontSize: 8 },
      ...(issue.anchor === null ? [unsigned(edge)] : signature(issue.anchor, edge)),
    ],
    margin: [issue.anchor === null ? 0 : 12, 3, 0, 0],
  };
  return {
    margin: [side, 4, side, 0],
    table: {
      widths: issue.anchor === null ? ['*'] : [QR_SIDE, '*'],
      body: [
        issue.anchor === null
          ? [words]
          : [{ image: 'checkpoint', width: QR_SIDE, height: QR_SIDE, margin: [0, 4, 0, 0] }, words],
      ],
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0.75 : 0),
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 0,
    },
  };
}

function signature({ code, at, size }: Anchor, edge: EdgeWords): Content[] {
  return [
    {
      text: [
        { text: edge.code, fontSize: 8 },
        { text: code, fontSize: 11, bold: true, characterSpacing: 0.5 },
        { text: edge.state(at, size), fontSize: 8 },
      ],
      margin: [0, 2, 0, 2],
    },
    {
      text: edge.why,
      fontSize: 7.5,
      color: '#444444',
    },
  ];
}

function unsigned({ unsigned: { title, text } }: EdgeWords): Content {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: title, bold: true, fontSize: 11 },
              { text, fontSize: 8, margin: [0, 2, 0, 0] },
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 1.5,
      vLineWidth: () => 1.5,
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 4,
      paddingBottom: () => 5,
    },
    margin: [0, 4, 0, 0],
  };
}
