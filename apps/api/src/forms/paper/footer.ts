import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { japaneseMoment } from './dates.ts';
import type { Anchor, Issue, PrintJob } from './sheet.ts';

/** FOOTER_HEIGHT lets the code end a centimetre above the edge, where every office printer still prints. */
export const FOOTER_HEIGHT = 109;
const QR_SIDE = 78;

/** footer says on every page who issued it and when, and what the record's signature is, or that there is none. */
export function footer(
  { form, issue }: PrintJob,
  { page, pages }: { readonly page: number; readonly pages: number },
  side: number,
): Content {
  const words: TableCell = {
    stack: [
      {
        columns: [
          { text: `様式${form.slice(1)}　${issue.facility.name}`, fontSize: 8 },
          { text: `${String(page)} / ${String(pages)} ページ`, fontSize: 9, bold: true, width: 70, alignment: 'right' },
        ],
      },
      { text: issued(issue), fontSize: 8 },
      ...(issue.anchor === null ? [unsigned()] : signature(issue.anchor)),
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

function issued({ issuedAt, issuedBy, seq }: Issue): string {
  return `発行　${japaneseMoment(issuedAt)}　　記録番号　${seq.toLocaleString('ja-JP')}　　発行した人　${issuedBy}`;
}

function signature({ code, at, size }: Anchor): Content[] {
  return [
    {
      text: [
        { text: '確認番号　', fontSize: 8 },
        { text: code, fontSize: 11, bold: true, characterSpacing: 0.5 },
        { text: `　（${japaneseMoment(at)}・記録 ${size.toLocaleString('ja-JP')}件）`, fontSize: 8 },
      ],
      margin: [0, 2, 0, 2],
    },
    {
      text: '確認番号と二次元コードは、施設の記録があとから書きかえられていないことを、どなたでも確かめられるようにするためのものです。ご本人・ご家族のお手続きはいりません。',
      fontSize: 7.5,
      color: '#444444',
    },
  ];
}

function unsigned(): Content {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: 'この用紙には記録の締めの署名がありません', bold: true, fontSize: 11 },
              {
                text: 'いまの記録が、前に署名した記録の続きになっていると確かめられないため、署名を止めています。用紙は、書き入れもご署名も、このままお使いいただけます。署名がもどったあとで、確認番号の入った用紙を印刷しなおすこともできます。',
                fontSize: 8,
                margin: [0, 2, 0, 0],
              },
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
