import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { dayOf, eraDay, japaneseDay, japaneseMoment } from './dates.ts';
import {
  BOXED,
  DATE_BLANK,
  FAINT,
  NO_DATE,
  SHADE,
  UNKNOWN_DATE,
  birthDay,
  cell,
  certificate,
  expiry,
  fields,
  head,
  points,
  printedExpiry,
  seal,
  section,
  tick,
  together,
} from './layout.ts';
import type { Paper } from './paper.ts';
import type { AgreementOnPaper, Issue, ItemOnPaper, Sheet } from './sheet.ts';
import { AUTH_WORDS, CONDITION_WORDS, INSURER_WORDS, itemName } from './words.ts';

/** Rows that are left to be written by hand when nothing is known. */
const BLANK_ROWS = 5;

const PROMISES = [
  '施設は善良な管理者の注意をもって保管します。カードの貸与・複写はしません。',
  '暗証番号は預かりません・お聞きしません。個人番号（マイナンバー12桁）は記録・複写しません。',
  'ご本人がお求めのときは、いつでもお返しします。そのとき、下の返却欄にご署名をいただきます。',
] as const;

/** custodyReceipt is F2 預かり証; `n` counts the receipts of one run. */
export function custodyReceipt(
  sheet: Sheet,
  issue: Issue,
  { n, large }: { readonly n: number; readonly large: boolean },
): Paper {
  const { resident } = sheet;
  const size = large ? 16 : 10;
  const content: Content = {
    fontSize: size,
    stack: [
      ...opening(sheet, issue, n, large),
      ...(large ? largeItems(sheet.items) : [itemTable(sheet.items)]),
      { stack: [points(PROMISES, large ? 15 : 10)], unbreakable: true, margin: [0, 8, 0, 8] },
      about(sheet, issue, large),
      together(section('返却欄（お返ししたときに書きます）', large ? 16 : 11), returned(large)),
    ],
  };
  return { whose: resident === null ? '' : `${resident.name} 様`, content: [content] };
}

function opening({ resident }: Sheet, issue: Issue, n: number, large: boolean): Content[] {
  const name = resident === null ? '　　　　　　　　　　　　　' : resident.name;
  return [
    { text: '預 か り 証', fontSize: large ? 28 : 22, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
    {
      columns: [
        { text: `${tick('ご本人へ')}　${tick('施設の控え')}`, width: 'auto' },
        { text: `番号　${String(issue.seq)}-${String(n)}　　${japaneseMoment(issue.issuedAt)}`, alignment: 'right' },
      ],
      fontSize: large ? 13 : 9.5,
    },
    {
      text: [
        { text: name, fontSize: large ? 24 : 17, bold: true, decoration: 'underline', decorationColor: '#777777' },
        { text: '　様', fontSize: large ? 20 : 13 },
      ],
      preserveLeadingSpaces: true,
      margin: [0, large ? 6 : 2, 0, 0],
    },
    { text: who(resident, issue.facility.residentWord), fontSize: large ? 14 : 9.5, margin: [0, 2, 0, large ? 10 : 8] },
    { text: '次のものを、たしかにお預かりしました。', fontSize: large ? 18 : 11.5, margin: [0, 0, 0, large ? 8 : 6] },
  ];
}

function who(resident: Sheet['resident'], word: string): string {
  if (resident === null) return `${word}　　生年月日${DATE_BLANK}`;
  const birth = resident.birthDate === null ? '' : `生年月日　${birthDay(resident.birthDate)}　　`;
  return `${birth}お部屋　${resident.room}`;
}

function itemTable(items: readonly ItemOnPaper[]): Content {
  const rows = items.map((item, i): TableCell[] => [
    cell({ text: String(i + 1), alignment: 'center' }),
    cell({
      stack: [
        { text: itemName({ ...item, insurerType: null }), bold: true, fontSize: 9.5 },
        ...[...insurer(item), ...marks(item)].map((text) => ({ text, fontSize: 8 })),
      ],
    }),
    cell(printedExpiry(item)),
    cell(certificate(item)),
    cell({ text: CONDITION_WORDS[item.condition], alignment: 'center', fontSize: 9 }),
    cell(expiry(dayOf(item.takenInAt), 8.5)),
  ]);
  const blank = Array.from({ length: items.length === 0 ? BLANK_ROWS : 0 }, (): TableCell[] => [
    '',
    '',
    '',
    '',
    '',
    '',
  ]);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [16, '*', 84, 84, 48, 80],
      heights: (row) => (row === 0 ? 16 : 30),
      body: [
        ['', '預かったもの（各1点）', '券面の期限', '電子証明書の期限', '状態', 'お預かりした日'].map((text) =>
          head(text, { fontSize: 8.5 }),
        ),
        ...rows,
        ...blank,
      ],
    },
    layout: { ...BOXED, paddingLeft: () => 4, paddingRight: () => 4 },
  };
}

function insurer({ insurerType }: ItemOnPaper): readonly string[] {
  return insurerType === null ? [] : [INSURER_WORDS[insurerType]];
}

function marks({ authMode, missing, hold }: ItemOnPaper): readonly string[] {
  return [
    ...(authMode === null ? [] : [AUTH_WORDS[authMode]]),
    ...(missing ? ['いま、さがしています'] : []),
    ...(hold === null ? [] : ['一時保管（預かり依頼書は、これからです）']),
  ];
}

/** In large print each item has a block of its own: its name, then one date a line. */
function largeItems(items: readonly ItemOnPaper[]): Content[] {
  const date = (value: string | null): string =>
    value === null ? UNKNOWN_DATE : `${japaneseDay(value)}　${eraDay(value)}`;
  if (items.length === 0)
    return ['1', '2', '3'].map((n) =>
      largeBlock(n, [
        ['券面の期限', ' '],
        ['状態', ' '],
        ['お預かりした日', ' '],
      ]),
    );
  return items.map((item, i) =>
    largeBlock(`${String(i + 1)}　${itemName(item)}`, [
      ['券面の期限', item.noDatePrinted ? NO_DATE : date(item.printedExpiresOn)],
      ...(item.kind === 'my-number-card' ? [['電子証明書の期限', date(item.certificateExpiresOn)] as const] : []),
      ['状態', [CONDITION_WORDS[item.condition], ...marks(item)].join('　')],
      ['お預かりした日', date(dayOf(item.takenInAt))],
    ]),
  );
}

function largeBlock(title: string, lines: readonly (readonly [string, string])[]): Content {
  const body: TableCell[][] = [
    [{ text: title, bold: true, fontSize: 20, colSpan: 2, fillColor: SHADE }, ''],
    ...lines.map(([name, value]) => [cell({ text: name, fontSize: 14 }), cell(value)]),
  ];
  return {
    table: { widths: [130, '*'], body, dontBreakRows: true },
    layout: BOXED,
    unbreakable: true,
    margin: [0, 0, 0, 10],
  };
}

function about({ items, agreement }: Sheet, { facility }: Issue, large: boolean): Content {
  const places = [...new Set(items.flatMap(({ storage }) => storage ?? []))];
  const takers = [...new Set(items.flatMap(({ takenInBy }) => takenInBy ?? []))];
  const period = agreement
    ? [`${japaneseDay(agreement.from)}　から`, `${until(agreement)}（依頼書 第 ${String(agreement.number)} 号）`]
    : [`${DATE_BLANK}　から`, 'お返しするまで'];
  return fields(
    [
      ['保管する場所', places.length === 0 ? '施設のかぎのかかる場所' : `${places.join('・')}（かぎのかかる場所）`],
      ['お預かりの期間', { stack: large ? period : [period.join('　')], preserveLeadingSpaces: true }],
      ['受け取った職員', seal(takers.join('・'), large ? 14 : 10)],
      ['立ち会った職員', seal('', large ? 14 : 10)],
      [
        '施設・連絡先',
        {
          stack: [
            { text: facility.name, bold: true },
            ...(facility.address === '' ? [] : [{ text: facility.address }]),
            {
              text: [
                facility.head === '' ? '' : `施設長　${facility.head}　　`,
                facility.phone === '' ? '' : `電話　${facility.phone}`,
              ],
            },
          ],
        },
      ],
    ],
    { labelWidth: large ? 130 : 92, rowHeight: large ? 30 : 19 },
  );
}

function until({ to }: AgreementOnPaper): string {
  return to === null ? 'お返しするまで' : `${japaneseDay(to)}　まで`;
}

function returned(large: boolean): Content {
  if (large)
    return fields(
      [
        ['お返しした日', { text: DATE_BLANK, preserveLeadingSpaces: true }],
        ['お返ししたもの', ''],
        [
          '受け取られた方',
          {
            columns: [
              { text: '続柄', margin: [170, 0, 0, 0] },
              { text: '㊞', width: 18, color: FAINT, fontSize: 14 },
            ],
          },
        ],
        ['お渡しした職員', seal('', 14)],
      ],
      { labelWidth: 130, rowHeight: 25 },
    );
  const blank = (): TableCell[] => [
    cell({ text: '　　　年　　月　　日', preserveLeadingSpaces: true, fontSize: 9 }),
    '',
    '',
    '',
  ];
  return {
    table: {
      widths: [104, '*', 132, 104],
      heights: (row) => (row === 0 ? 14 : 26),
      body: [
        ['お返しした日', 'お返ししたもの（番号）', '受け取られた方（ご署名・続柄）', 'お渡しした職員'].map((text) =>
          head(text, { fontSize: 8.5 }),
        ),
        blank(),
        blank(),
      ],
      dontBreakRows: true,
    },
    layout: BOXED,
    unbreakable: true,
  };
}
