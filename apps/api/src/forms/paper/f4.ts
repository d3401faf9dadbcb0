import type { Level, Role } from '@azukari/domain';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { eraDay, japaneseDay } from './dates.ts';
import { TIGHT, head } from './layout.ts';
import type { Paper } from './paper.ts';
import type { AppointmentOnPaper, Issue } from './sheet.ts';

/** LEVEL_WORDS are the levels of an appointment as the 指定簿 names them. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  responsible: '責任者',
  deputy: '副責任者',
  handler: '取扱者',
  'emergency-only': '緊急時のみ',
};

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  manager: '管理者',
  admin: '事務',
  floor: '職員',
  auditor: '監査',
};

const HEADS = ['', '氏名', '区分', 'いつから', 'いつまで', '研修の日', '任命した人', 'かぎ', '署名・印'];
const WIDTHS = [16, '*', 56, 84, 84, 76, 116, 44, 80];
const BLANK_ROWS = 6;

/** appointmentBook is F4 カード取扱職員 任命簿 = 管理職員指定簿 as of a day: who could handle cards, as the record says. */
export function appointmentBook(lines: readonly AppointmentOnPaper[], on: string, { facility }: Issue): Paper {
  const content: Content[] = [
    {
      columns: [
        {
          text: [{ text: 'カード取扱職員 任命簿', fontSize: 18, bold: true }, '　（管理職員指定簿）'],
          preserveLeadingSpaces: true,
          width: '*',
        },
        {
          stack: [
            { text: `${japaneseDay(on)}（${eraDay(on)}）の時点　${String(lines.length)}名`, fontSize: 11, bold: true },
            `${facility.name}　施設長　${facility.head === '' ? '　　　　　　　' : facility.head}`,
          ],
          alignment: 'right',
          width: 380,
        },
      ],
      margin: [0, 0, 0, 6],
    },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: WIDTHS,
        heights: (row) => (row === 0 ? 14 : 26),
        body: [
          HEADS.map((text) => head(text, { fontSize: 8 })),
          ...(lines.length > 0 ? lines.map(line) : Array.from({ length: BLANK_ROWS }, () => HEADS.map(() => ''))),
        ],
      },
      layout: TIGHT,
      fontSize: 9,
    },
    {
      text: 'この簿は、任命・終わり・研修の記録から、上の日の時点でつくったものです。あとから記録したものには、記録した日を添えています。かぎの番号と署名は、手で書きます。',
      fontSize: 8,
      margin: [0, 6, 0, 0],
    },
  ];
  return { whose: japaneseDay(on), content };
}

function line(one: AppointmentOnPaper, n: number): TableCell[] {
  const { name, role, level, from, to, trainedOn, appointedBy, recordedOn, endRecordedOn } = one;
  return [
    { text: String(n + 1), alignment: 'center' },
    stack({ text: name ?? '（消去済み）', bold: true, fontSize: 10 }, role === null ? '' : ROLE_WORDS[role]),
    stack({ text: LEVEL_WORDS[level], bold: level === 'responsible' }),
    stack(plain(from), recordedOn > from ? `記録 ${plain(recordedOn)}` : ''),
    stack(to === null ? '定めなし' : plain(to), endRecordedOn === null ? '' : `記録 ${plain(endRecordedOn)}`),
    stack(trainedOn === null ? '記録なし' : plain(trainedOn)),
    stack(appointedBy ?? 'はじめの設定'),
    '',
    '',
  ];
}

function stack(text: Content, small = ''): TableCell {
  return {
    stack: [text, ...(small === '' ? [] : [{ text: small, fontSize: 7 }])],
    verticalAlignment: 'middle',
  };
}

/** The columns are narrow: no weekday. */
function plain(day: string): string {
  return japaneseDay(day).slice(0, -'(木)'.length);
}
