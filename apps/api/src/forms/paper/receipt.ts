import { PURPOSES, RELATIONS } from '@azukari/domain';
import type { Purpose, Relation } from '@azukari/domain';
import type { Content } from 'pdfmake/interfaces.js';
import { japaneseMoment } from './dates.ts';
import { fields, points, sama, section, together } from './layout.ts';
import type { Line } from './layout.ts';
import type { Paper } from './paper.ts';
import { proofCodes } from './proof-codes.ts';
import type { Issue, ReceiptOnPaper } from './sheet.ts';
import { EVENT_WORDS, FIELD_WORDS, PURPOSE_WORDS, RELATION_WORDS, itemName } from './words.ts';

const CODE_SIDE = 150;
const IN_A_ROW = 3;
const CHECKS = [
  'この受領証のPDFには、証明のファイル（.tlog-proof）が添付されています。PDFのまま、検証ページ（verify.html）で選んでください。ネットワークは要りません。',
  '紙だけのときは、下の二次元コードを順に読み、続けて貼り付けてください。区切りや空白は入れません。',
  '検証ページには、別の日のメールや紙の番号ではなく、この受領証の下の確認番号か、下の鍵を入れます。鍵は、施設から別の道で受け取ったものと同じか確かめてください。',
];

/** receiptPaper is 記録の受領証: one movement or intake, and how a stranger proves that it was recorded so. */
export function receiptPaper(receipt: ReceiptOnPaper, issue: Issue): Paper {
  const { seq, resident, corrected, key, proof } = receipt;
  const content: Content[] = [
    {
      columns: [
        { text: '', width: 110 },
        { text: '記 録 の 受 領 証', fontSize: 20, bold: true, alignment: 'center', width: '*' },
        {
          text: `記録番号　${seq.toLocaleString('en-US')}`,
          alignment: 'right',
          fontSize: 9.5,
          width: 110,
          margin: [0, 12, 0, 0],
        },
      ],
    },
    section('記録されたこと'),
    fields(linesOf(receipt, issue.facility.residentWord)),
    ...(corrected.length === 0
      ? []
      : [
          {
            text: `この記録には、あとから訂正または取り消しがあります（記録 ${corrected.map((n) => n.toLocaleString('en-US')).join('、')}）。`,
            bold: true,
            margin: [0, 4, 0, 0] as [number, number, number, number],
          },
        ]),
    section('確かめ方'),
    points(CHECKS, 9),
    section('この記録の鍵'),
    { text: key, fontSize: 8 },
    ...rowsOf(proofCodes(proof).length).map(codeRow),
  ];
  return { whose: resident === null ? '' : `${resident} 様`, content };
}

function rowsOf(codes: number): readonly (readonly number[])[] {
  const all = Array.from({ length: codes }, (_, n) => n);
  return all.filter((n) => n % IN_A_ROW === 0).map((first) => all.slice(first, first + IN_A_ROW));
}

function codeRow(row: readonly number[]): Content {
  return together(section('証明の二次元コード', 9), {
    columns: row.map((n) => ({
      stack: [
        { text: String(n + 1), bold: true },
        { image: `proof${String(n)}`, width: CODE_SIDE, height: CODE_SIDE },
      ],
      width: CODE_SIDE,
    })),
    columnGap: 24,
    margin: [0, 4, 0, 8],
  });
}

function linesOf(
  { type, recordedAt, occurredAt, actor, resident, item, facts, words }: ReceiptOnPaper,
  residentWord: string,
): readonly Line[] {
  const due = facts['dueBackAt'];
  const purpose = PURPOSES.find((known): known is Purpose => known === facts['purpose']);
  const told = ['destination', 'holderName', 'receiverName', 'note'] as const;
  const rows: readonly (readonly [string, Content | null])[] = [
    [
      'できごと',
      { text: type === 'item.checked-out' ? '出した' : (MOVES[type] ?? EVENT_WORDS[type] ?? type), bold: true },
    ],
    [`${residentWord}のお名前`, resident === null ? null : sama(resident)],
    ['もの', item === null ? null : itemName({ ...item, insurerType: null })],
    ['記録した時', japaneseMoment(recordedAt)],
    ['起きた時', occurredAt === null ? null : japaneseMoment(occurredAt)],
    ['記録した人', actor],
    ['目的', purpose === undefined ? null : PURPOSE_WORDS[purpose]],
    ['もどす予定', typeof due === 'string' ? japaneseMoment(due) : null],
    ['続柄・立場', relationOf(facts['holder'] ?? facts['receiver'])],
    ...told.map((field) => [FIELD_WORDS[field] ?? field, words[field] ?? null] as const),
  ];
  return rows.flatMap(([name, content]) => (content === null ? [] : [[name, content] as const]));
}

const MOVES: Readonly<Record<string, string>> = { 'item.moved': '置き場所を移した' };

function relationOf(holder: unknown): string | null {
  const relation = RELATIONS.find((known): known is Relation => holder === `other:${known}`);
  return relation === undefined ? null : RELATION_WORDS[relation];
}
