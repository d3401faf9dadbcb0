import type { ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { eraDay, japaneseDay, shortMoment } from './dates.ts';
import { TIGHT, head } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Book, BookRow, Issue, Remark } from './sheet.ts';
import {
  CONDITION_WORDS,
  EVENT_WORDS,
  FIELD_WORDS,
  HAND_OVER_WORDS,
  KIND_WORDS,
  PURPOSE_WORDS,
  REASON_WORDS,
} from './words.ts';

const HEADS = [
  '記録\n番号',
  '日時\n（出した）',
  '預かり品',
  '利用者',
  '目的・行き先',
  '持つ人',
  'もどす予定',
  'もどした日時',
  '状態',
  '備考・訂正',
];
const WIDTHS = [30, 62, 80, 76, 80, 66, 62, 68, 46, '*'];
const BLANK_HEADS = [
  '',
  '出した日時',
  '預かり品',
  '利用者',
  '目的・行き先',
  '持つ人',
  '立会人',
  'もどす予定',
  'もどした日時',
  'もどした人',
  '確かめた人',
  '状態',
  '備考・訂正',
];
const BLANK_WIDTHS = [12, 58, 80, 72, 66, 48, 52, 42, 58, 44, 44, 28, '*'];
const BLANK_ROWS = 10;

/** custodyBook is F3 出し入れ記録簿 of a period. A corrected line keeps its first words; the correction stands beside it. */
export function custodyBook({ from, to, rows }: Book, { facility }: Issue): Paper {
  const period = `${japaneseDay(from)}（${eraDay(from)}）から　${japaneseDay(to)}（${eraDay(to)}）まで`;
  return {
    whose: period,
    content: [
      {
        columns: [
          { text: '出し入れ記録簿', fontSize: 18, bold: true, width: 170 },
          {
            stack: [{ text: period }, { text: `${facility.name}　　${String(rows.length)}行`, fontSize: 9 }],
            width: '*',
            margin: [0, 2, 0, 0],
          },
          { ...checkBoxes(['施設長', '確認者']), width: 'auto' },
        ],
        margin: [0, 0, 0, 6],
      },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: WIDTHS,
          body: [HEADS.map((text) => head(text, { fontSize: 8 })), ...(rows.length === 0 ? [none()] : rows.map(line))],
        },
        layout: TIGHT,
        fontSize: 8.5,
      },
      {
        text: '消さずに残します。まちがいは、新しい記録で訂正し、もとの行の右に記録番号・日時・理由とともに示します。取り消した記録は線を引いて示します。',
        fontSize: 8,
        margin: [0, 5, 0, 0],
      },
    ],
  };
}

/** blankSheet is a numbered F3 to write by hand when there is no current or no connection; あとから記録 names its number. */
export function blankSheet(number: string, { facility }: Issue): Paper {
  const row = (n: number): TableCell[] => [
    { text: String(n), alignment: 'center', verticalAlignment: 'middle' },
    ...slots(),
    ...Array.from({ length: 4 }, () => ''),
  ];
  return {
    whose: number,
    content: [
      {
        columns: [
          { text: '出し入れ記録簿', fontSize: 18, bold: true, width: 170 },
          {
            stack: [
              { text: facility.name },
              { text: '手書き用。書いたら、あとで「あとから記録」に番号とともに入れます。', fontSize: 8.5 },
            ],
            width: '*',
            margin: [0, 2, 0, 0],
          },
          {
            text: [
              { text: '用紙番号　', fontSize: 9 },
              { text: number, fontSize: 17, bold: true },
            ],
            width: 190,
            alignment: 'right',
          },
        ],
        margin: [0, 0, 0, 6],
      },
      {
        table: {
          widths: BLANK_WIDTHS,
          heights: (n) => (n === 0 ? 24 : 32),
          body: [
            BLANK_HEADS.map((text) => head(text, { fontSize: 8 })),
            ...Array.from({ length: BLANK_ROWS }, (_, n) => row(n + 1)),
          ],
        },
        layout: TIGHT,
      },
      {
        text: '書きまちがいは、消さずに二重線を引き、次の行に正しく書いて、理由を備考に書いてください。暗証番号・個人番号・証の番号は書かないでください。',
        fontSize: 8,
        margin: [0, 4, 0, 0],
      },
    ],
  };
}

/** The nine columns after the number: room for dates says where month, day and time go. */
function slots(): TableCell[] {
  const low = (text: string, fontSize = 9): TableCell => ({
    text,
    fontSize,
    color: '#555555',
    verticalAlignment: 'bottom',
    preserveLeadingSpaces: true,
    alignment: 'center',
  });
  return [low('　/　　　:　'), '', '', '', '', low('□ 夜間単独', 7.5), low('　:　'), low('　/　　　:　')];
}

function checkBoxes(names: readonly string[]): ContentTable {
  return {
    table: {
      widths: names.map(() => 54),
      heights: [10, 28],
      body: [names.map((name) => head(name, { fontSize: 7.5 })), names.map(() => '')],
    },
    layout: TIGHT,
  };
}

function none(): TableCell[] {
  return [
    { text: 'この期間の出し入れはありません。', colSpan: HEADS.length, margin: [4, 8, 4, 8] },
    ...Array.from({ length: HEADS.length - 1 }, () => ''),
  ];
}

function line(row: BookRow): TableCell[] {
  const struck = row.cancelled ? ({ decoration: 'lineThrough' } as const) : {};
  const words = (text: string, small = ''): TableCell => ({
    stack: [{ text, ...struck }, ...(small === '' ? [] : [{ text: small, fontSize: 7.5, ...struck }])],
  });
  const common = [words(row.seq.toLocaleString('ja-JP')), words(shortMoment(row.at))];
  const named = [
    words(row.kind === 'other' && row.label !== null ? row.label : KIND_WORDS[row.kind]),
    words(row.resident === null ? '（未確認）' : `${row.resident} 様`),
  ];
  const beside: TableCell = {
    stack: row.remarks.map((one) => ({
      text: remark(one),
      fontSize: 7.5,
      ...(one.kind === 'amended' || one.kind === 'cancelled' ? { bold: true } : {}),
    })),
  };
  if (!row.out) {
    const what = row.event?.disposition
      ? HAND_OVER_WORDS[row.event.disposition]
      : (EVENT_WORDS[row.event?.type ?? ''] ?? '');
    const who = row.event?.who ?? '';
    const witness = row.event?.witness ?? null;
    const by = `記録 ${row.actor}${witness === null ? '' : `\n立会 ${witness}`}`;
    const condition = row.event?.condition ? CONDITION_WORDS[row.event.condition] : '';
    return [
      ...common,
      ...named,
      words(`【${what}】`),
      who === '' ? words(by) : words(who, by),
      '',
      '',
      words(condition),
      beside,
    ];
  }
  const { purpose, destination, holder, dueBackAt, back } = row.out;
  const due = dueBackAt === null ? '時刻なし' : shortMoment(dueBackAt);
  const returned =
    back === null
      ? words(row.cancelled ? '' : '外にあります')
      : words(shortMoment(back.at), `${back.handedOver ? '外でお返し・' : ''}記録 ${back.by}`);
  return [
    ...common,
    ...named,
    words(PURPOSE_WORDS[purpose], destination ?? ''),
    words(holder ?? '（消去済み）', `記録 ${row.actor}`),
    words(due),
    returned,
    words(back?.condition ? CONDITION_WORDS[back.condition] : ''),
    beside,
  ];
}

/** remark is what stands beside a line, in words. */
export function remark({ seq, at, by, kind, text, reasonCode, changes }: Remark): string {
  const because = [reasonCode === null ? '' : (REASON_WORDS[reasonCode] ?? reasonCode), text ?? '']
    .filter((part) => part !== '')
    .join('・');
  const source = `（記録${seq.toLocaleString('ja-JP')}・${shortMoment(at)}・${by}）`;
  const what = changes.map(({ field, value }) => `${FIELD_WORDS[field] ?? field}：${shown(field, value)}`).join('、');
  switch (kind) {
    case 'note':
      return text ?? '';
    case 'sheet':
      return `用紙 ${text ?? ''}`;
    case 'late':
      return `あとから記録${source}`;
    case 'found':
      return `いま金庫にあることを確認${source}`;
    case 'changed':
      return `持つ人・予定を替えた　${what}${source}`;
    case 'reviewed':
      return `救急のふりかえり済み${because === '' ? '' : `　${because}`}${source}`;
    case 'amended':
      return `訂正　${what}　理由：${because}${source}`;
    case 'cancelled':
      return `取消　理由：${because}${source}`;
  }
}

function shown(field: string, value: string | null): string {
  if (value === null) return field === 'dueBackAt' ? '時刻なし' : '—';
  if (field === 'dueBackAt' || field === 'occurredAt') return shortMoment(value);
  return field === 'purpose' ? (Object.entries(PURPOSE_WORDS).find(([code]) => code === value)?.[1] ?? value) : value;
}
