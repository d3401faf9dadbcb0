import type { Disposition } from '@azukari/domain';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { japaneseMoment } from './dates.ts';
import {
  BOXED,
  MOMENT_BLANK,
  cell,
  fields,
  head,
  personLines,
  printedExpiry,
  seal,
  section,
  signatures,
  tick,
  tickGrid,
  together,
} from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, ItemOnPaper, Sheet } from './sheet.ts';
import { DISPOSITION_WORDS, RELATION_WORDS, itemName } from './words.ts';

const BLANK_ROWS = 4;
const REASONS = {
  left: '退所',
  release: '解除のお申し出',
  died: 'ご逝去',
  replaced: '更新・差し替え',
  wish: 'ご本人のご希望',
  other: 'その他（　　　　　）',
} as const;
const SEEN = ['運転免許証', 'マイナンバーカード', '健康保険の証', '職員と面識がある', 'その他（　　　　）'] as const;

/** returnPaper is F9 返却書・受領書: what the facility gave back, and that somebody received it. */
export function returnPaper({ resident, items, left = null }: Sheet, issue: Issue): Paper {
  const endings = items.flatMap(({ ended }) => ended ?? []);
  const same = <T>(of: (ending: (typeof endings)[number]) => T): T | null => {
    const values = new Set(endings.map(of));
    const [only] = values;
    return values.size === 1 && endings.length === items.length && only !== undefined ? only : null;
  };
  const receiver = same(({ receiver }) => receiver);
  const relation = same(({ relation }) => relation);
  const moment = same(({ at }) => at);
  const known = reasonKnown(
    same(({ disposition }) => disposition),
    left,
  );
  const content: Content[] = [
    {
      columns: [
        { text: '', width: 90 },
        { text: '返 却 書 ・ 受 領 書', fontSize: 20, bold: true, alignment: 'center', width: '*' },
        { text: `番号　${String(issue.seq)}`, alignment: 'right', fontSize: 9.5, width: 90, margin: [0, 12, 0, 0] },
      ],
    },
    section('どなたの'),
    fields(personLines(resident, issue.facility.residentWord)),
    section('お返しするもの'),
    itemTable(items),
    together(
      section('お返し'),
      fields([
        ['日時', { text: moment === null ? MOMENT_BLANK : japaneseMoment(moment), preserveLeadingSpaces: true }],
        [
          '理由',
          tickGrid(
            Object.entries(REASONS).map(([reason, word]) => tick(word, reason === known)),
            3,
          ),
          30,
        ],
        [
          'お渡しした方',
          {
            columns: [
              { text: receiver === null ? '' : `${receiver} 様`, bold: true, width: '*' },
              {
                text: `続柄・立場　${Object.entries(RELATION_WORDS).find(([code]) => code === relation)?.[1] ?? ''}`,
                width: 190,
              },
            ],
          },
          22,
        ],
        [
          '確かめたもの',
          {
            stack: [
              tickGrid(
                SEEN.map((seen) => tick(seen)),
                3,
                8.5,
              ),
              { text: '種類だけを記します。番号は控えず、写しも取りません。', fontSize: 8 },
            ],
          },
          40,
        ],
      ]),
    ),
    together(
      section('施設から'),
      {
        text: `上のものを、${resident === null ? 'たしかに' : `${resident.name} 様の証等として、たしかに`}お返ししました。`,
      },
      { stack: from(issue.facility), fontSize: 9, margin: [0, 1, 0, 3] },
      {
        table: {
          widths: [104, '*', 88, '*'],
          heights: [26],
          body: [
            [
              head('お渡しした職員'),
              cell(seal(same(({ by }) => by) ?? '', 12)),
              head('立ち会った職員'),
              cell(seal(same(({ witness }) => witness) ?? '', 12)),
            ],
          ],
        },
        layout: BOXED,
      },
      section('受け取られた方から'),
      { text: '上のものを、たしかに受け取りました。', margin: [0, 0, 0, 3] },
      signatures(['ご署名'], { height: 34, staff: null }),
    ),
  ];
  return { whose: resident === null ? '' : `${resident.name} 様`, content };
}

/** What the record knows of the reason is ticked; the rest is asked. */
function reasonKnown(disposition: Disposition | null, left: Sheet['left']): keyof typeof REASONS | null {
  if (disposition === 'replaced') return 'replaced';
  if (left == null) return null;
  return left === 'died' ? 'died' : 'left';
}

function from({ name, head, phone }: Issue['facility']): string[] {
  return [name, [head === '' ? '' : `施設長　${head}`, phone === '' ? '' : `電話　${phone}`].join('　　')];
}

function itemTable(items: readonly ItemOnPaper[]): Content {
  const rows = items.map((item, n): TableCell[] => [
    cell({ text: String(n + 1), alignment: 'center' }),
    cell({ text: itemName(item), bold: true, fontSize: 9.5 }),
    cell(printedExpiry(item)),
    cell({ text: item.ended ? DISPOSITION_WORDS[item.ended.disposition] : '', fontSize: 9, alignment: 'center' }),
    cell({ text: item.ended ? japaneseMoment(item.ended.at) : '', fontSize: 8.5 }),
  ]);
  const blank = Array.from({ length: items.length === 0 ? BLANK_ROWS : 0 }, (): TableCell[] => ['', '', '', '', '']);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [16, '*', 84, 70, 104],
      heights: (row) => (row === 0 ? 14 : 22),
      body: [
        ['', 'もの（各1点）', '券面の期限', '返し方', '日時（記録）'].map((text) => head(text, { fontSize: 8.5 })),
        ...rows,
        ...blank,
      ],
    },
    layout: BOXED,
  };
}
