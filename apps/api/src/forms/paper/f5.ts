import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { dayOf, japaneseDay, japaneseMoment } from './dates.ts';
import { TIGHT, birthDay, certificate, head, printedExpiry } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, ItemOnPaper, Sheet } from './sheet.ts';
import { CONDITION_WORDS, HAND_OVER_WORDS, PURPOSE_WORDS, RELATION_WORDS, itemName } from './words.ts';

const HEADS = [
  '',
  '預かり品（各1点）',
  'お預かりした日',
  '券面の期限',
  '証明書の期限',
  '保管場所',
  'いま',
  'お返しした日',
  '受け取られた方',
  '署名・印',
];
const WIDTHS = [14, '*', 86, 84, 84, 58, 86, 84, 76, 44];
const BLANK_ROWS = 6;

/** residentBook is F5 個人別預り品台帳: everything that was ever kept for one resident, what of it is here now, and who received the rest. */
export function residentBook({ resident, agreement, items }: Sheet, { facility }: Issue): Paper {
  const here = items.filter(({ ended }) => ended === null);
  const content: Content[] = [
    {
      columns: [
        { text: '個人別預り品台帳', fontSize: 18, bold: true, width: 190 },
        {
          stack: [
            {
              text: [
                { text: resident === null ? '（どなたのものか未確認）' : resident.name, fontSize: 15, bold: true },
                resident === null ? '' : ' 様',
              ],
            },
            { text: about(resident), fontSize: 9 },
          ],
          width: '*',
        },
        {
          stack: [
            `いまお預かり ${String(here.length)}点`,
            agreement === null ? '依頼書　なし' : `依頼書　第 ${String(agreement.number)} 号`,
            facility.name,
          ],
          fontSize: 9.5,
          width: 190,
          alignment: 'right',
        },
      ],
      margin: [0, 0, 0, 6],
    },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: WIDTHS,
        heights: (row) => (row === 0 ? 14 : 28),
        body: [
          HEADS.map((text) => head(text, { fontSize: 8 })),
          ...(items.length > 0 ? items.map(line) : Array.from({ length: BLANK_ROWS }, () => HEADS.map(() => ''))),
        ],
      },
      layout: TIGHT,
      fontSize: 8.5,
    },
    {
      text: '番号は書きません。保管場所は、引き出しやポーチまでは書きません。受け取られた方のご署名は、返却書・受領書（様式9）にもいただきます。',
      fontSize: 8,
      margin: [0, 5, 0, 0],
    },
  ];
  return { whose: resident === null ? '' : `${resident.name} 様`, content };
}

function about(resident: Sheet['resident']): string {
  if (resident === null) return '';
  const { kana, room, birthDate } = resident;
  return [kana, birthDate === null ? '' : birthDay(birthDate), `お部屋 ${room}`]
    .filter((part) => part !== '')
    .join('　');
}

function line(item: ItemOnPaper, n: number): TableCell[] {
  const { takenInAt, takenInBy, handedInBy, ended } = item;
  return [
    { text: String(n + 1), alignment: 'center' },
    words({ text: itemName(item), bold: true, fontSize: 9.5 }, `状態 ${CONDITION_WORDS[item.condition]}`),
    words(
      japaneseDay(dayOf(takenInAt)),
      [takenInBy === null ? '' : `職員 ${takenInBy}`, handedInBy === null ? '' : `お持ちの方 ${handedInBy}`]
        .filter((part) => part !== '')
        .join('\n'),
    ),
    words(printedExpiry(item)),
    words(certificate(item)),
    words(ended === null ? (item.storage ?? '—') : '—'),
    words({ text: balance(item), bold: true }, since(item)),
    words(ended === null ? '' : japaneseDay(dayOf(ended.at)), ended === null ? '' : HAND_OVER_WORDS[ended.disposition]),
    words(ended?.receiver ?? '', relation(ended?.relation ?? null)),
    '',
  ];
}

function balance({ ended, missing, out, hold }: ItemOnPaper): string {
  if (ended !== null) return '終わり';
  if (missing) return 'さがしています';
  if (out !== null) return '外にあります';
  return hold === null ? '保管中' : '一時保管';
}

function since({ ended, missing, out }: ItemOnPaper): string {
  if (ended !== null || missing || out === null) return '';
  return `${japaneseMoment(out.since)}から\n${PURPOSE_WORDS[out.purpose]}`;
}

function relation(code: string | null): string {
  return Object.entries(RELATION_WORDS).find(([one]) => one === code)?.[1] ?? '';
}

function words(content: Content, small = ''): TableCell {
  return {
    stack: [content, ...(small === '' ? [] : [{ text: small, fontSize: 7 }])],
    verticalAlignment: 'middle',
  };
}
