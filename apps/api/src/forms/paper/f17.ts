import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { eraDay, japaneseDay, japaneseMoment } from './dates.ts';
import {
  BOXED,
  DATE_BLANK,
  MOMENT_BLANK,
  NO_DATE,
  UNKNOWN_DATE,
  cell,
  cutLine,
  head,
  seal,
  tick,
  tickGrid,
} from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, ItemOnPaper, Sheet } from './sheet.ts';
import { CONDITION_WORDS, HOLD_WORDS, itemName } from './words.ts';

/** holdSlip is F17 一時保管票: the upper half goes with the item, the lower half to who handed it in. */
export function holdSlip(sheet: Sheet, issue: Issue, n: number): Paper {
  const content: Content[] = [
    half(issue, { n, copy: '品物につける票', lines: [...about(sheet), ...outcome()] }),
    cutLine(),
    half(issue, { n, copy: 'お渡しする控え', lines: [...about(sheet), contact(issue)] }),
    {
      text: '上のものを、一時お預かりしました。お預かりのお話しあいがつくまで、施設は善良な管理者の注意をもって、かぎのかかる場所に保管します。暗証番号は預かりません・お聞きしません。',
      fontSize: 9,
      margin: [0, 4, 0, 0],
    },
  ];
  return { whose: sheet.resident === null ? '' : `${sheet.resident.name} 様`, content };
}

interface Half {
  readonly n: number;
  readonly copy: string;
  readonly lines: readonly (readonly [string, Content, number])[];
}

function half({ seq }: Issue, { n, copy, lines }: Half): Content {
  return {
    stack: [
      {
        columns: [
          { text: '一時保管票', fontSize: 17, bold: true, width: 120 },
          { text: `（${copy}）`, fontSize: 10, width: '*', margin: [0, 8, 0, 0] },
          {
            text: `番号　${String(seq)}-${String(n)}`,
            fontSize: 9,
            alignment: 'right',
            width: 120,
            margin: [0, 9, 0, 0],
          },
        ],
        margin: [0, 0, 0, 4],
      },
      {
        table: {
          widths: [92, '*'],
          heights: lines.map(([, , height]) => height),
          body: lines.map(([name, content]): TableCell[] => [head(name), cell(content)]),
          dontBreakRows: true,
        },
        layout: { ...BOXED, paddingTop: () => 2, paddingBottom: () => 2 },
      },
    ],
    unbreakable: true,
  };
}

function about({ resident, items: [item] }: Sheet): readonly (readonly [string, Content, number])[] {
  const room = resident === null || resident.room === '' ? '' : `　　お部屋　${resident.room}`;
  const whose: Content =
    resident !== null
      ? { text: [{ text: resident.name, bold: true, fontSize: 13 }, `　様${room}`] }
      : item
        ? 'まだ分かりません'
        : { text: '　　　　　　　　　　　　　　様　　お部屋', preserveLeadingSpaces: true };
  return [
    ['もの（1点）', item ? { text: itemName(item), bold: true, fontSize: 13 } : '', 22],
    ['どなたの', whose, 22],
    [
      'お預かりした日時',
      { text: item ? japaneseMoment(item.takenInAt) : MOMENT_BLANK, preserveLeadingSpaces: true },
      18,
    ],
    ['理由', tickGrid(reasons(item), 3, 8.5), 26],
    ['状態・期限', state(item), 18],
    ['持って来られた方', item?.handedInBy ?? '', 20],
    ['受け取った職員', seal(item?.takenInBy ?? '', 11), 22],
    [
      '話しあいの期限',
      item?.hold
        ? { text: `${japaneseDay(item.hold.resolveBy)}（${eraDay(item.hold.resolveBy)}）まで`, bold: true }
        : { text: `${DATE_BLANK}　まで（7日のうち）`, preserveLeadingSpaces: true },
      18,
    ],
  ];
}

function contact({ facility: { name, head, phone } }: Issue): readonly [string, Content, number] {
  const who = [head === '' ? '' : `施設長　${head}`, phone === '' ? '' : `電話　${phone}`].join('　　');
  return [
    '施設・連絡先',
    {
      stack: [
        { text: name, bold: true },
        { text: who, fontSize: 9 },
      ],
    },
    28,
  ];
}

function reasons(item: ItemOnPaper | undefined): readonly string[] {
  return Object.entries(HOLD_WORDS).map(([reason, words]) => tick(words, item?.hold?.reason === reason));
}

function state(item: ItemOnPaper | undefined): Content {
  if (!item)
    return { text: `${tick('よい')}　${tick('いたみあり')}　${tick('こわれあり')}　　券面の期限${DATE_BLANK}` };
  const until =
    item.printedExpiresOn === null
      ? `券面の期限　${item.noDatePrinted ? NO_DATE : UNKNOWN_DATE}`
      : `券面の期限　${japaneseDay(item.printedExpiresOn)}（${eraDay(item.printedExpiresOn)}）`;
  return `${CONDITION_WORDS[item.condition]}　　${until}`;
}

function outcome(): readonly (readonly [string, Content, number])[] {
  const ways = [
    '預かり依頼書ができた',
    'ご本人にお返しした',
    'ご家族にお返しした',
    '役所・保険者へ',
    'その他（　　　　　　）',
  ];
  return [
    [
      'どうなったか',
      tickGrid(
        ways.map((way) => tick(way)),
        3,
        9,
      ),
      28,
    ],
    ['日付・職員', { columns: [{ text: DATE_BLANK, preserveLeadingSpaces: true, width: 220 }, seal('', 11)] }, 22],
  ];
}
