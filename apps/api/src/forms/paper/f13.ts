import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ADVICE_WORDS, FACE_ONLY_REASON, FALLBACK_WORDS, MODE_WORDS, REASON_WORDS } from './bringing-words.ts';
import { presenceWords, SETTING_WORDS } from './bringing-words.ts';
import { japaneseDay, dayOf, japaneseMoment } from './dates.ts';
import { BOXED, cell, fields, FAINT, head, points, printedExpiry, sama, section, together } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, Slip, Taken } from './sheet.ts';
import { itemName } from './words.ts';

const COUNTERS: readonly Slip['setting'][] = ['outpatient', 'pharmacy', 'hospital-stay'];
const NOTE_LINES = 2;
/** With more to say than this, room to write would cost a second page. */
const MOST_LINES = 10;

/** outingSlip is F13 外出メモ: what is taken and why, and what to say at the desk when the reader fails. One page. */
export function outingSlip(slip: Slip, issue: Issue): Paper {
  const card = slip.taken.find(({ kind }) => kind === 'my-number-card');
  const lines = slip.taken.length + slip.fallback.length + slip.advice.length;
  const content: Content[] = [
    opening(issue),
    { stack: [about(slip)], margin: [0, 4, 0, 0] },
    section('お持ちするもの'),
    itemTable(slip.taken),
    ...(card === undefined ? [] : [together(section('受付の方へ'), ...atTheDesk(slip, card))]),
    ...(slip.advice.length === 0
      ? []
      : [
          together(
            section('お持ちになる方へ'),
            points(
              slip.advice.map((code) => ADVICE_WORDS[code]),
              10.5,
            ),
          ),
        ]),
    ...(lines > MOST_LINES ? [] : [together(section('メモ（受付で言われたこと・次の予約）', 9.5), noteLines())]),
    together(contact(issue)),
  ];
  return { whose: `${slip.resident.name} 様`, content };
}

function opening({ seq, issuedAt }: Issue): Content {
  return {
    columns: [
      { text: japaneseDay(dayOf(issuedAt)), fontSize: 9.5, width: 120, margin: [0, 12, 0, 0] },
      { text: '外 出 メ モ', fontSize: 20, bold: true, alignment: 'center', width: '*' },
      { text: `番号　${String(seq)}`, alignment: 'right', fontSize: 9.5, width: 120, margin: [0, 12, 0, 0] },
    ],
  };
}

function about({ resident, setting, goesAlong, destination, holder, dueBackAt }: Slip): Content {
  const where = destination === null ? SETTING_WORDS[setting] : `${SETTING_WORDS[setting]}　　${destination}`;
  return fields(
    [
      [
        'お名前',
        {
          columns: [
            { stack: [{ text: resident.kana, fontSize: 8.5 }, sama(resident.name)], width: '*' },
            { text: `持つ人　${holder ?? ''}`, width: 190, margin: [0, 13, 0, 0] },
          ],
        },
        36,
      ],
      ['行き先', { text: where, bold: true, preserveLeadingSpaces: true }],
      [
        'ご本人',
        {
          columns: [
            { text: presenceWords(setting, goesAlong), width: '*' },
            { text: `もどす予定　${dueBackAt === null ? '' : japaneseMoment(dueBackAt)}`, width: 190 },
          ],
        },
      ],
    ],
    { rowHeight: 18 },
  );
}

function itemTable(taken: readonly Taken[]): Content {
  const rows = taken.map((item): TableCell[] => [
    cell({ text: '□', alignment: 'center' }),
    cell({ stack: [{ text: itemName(item), bold: true }, ...reason(item)] }),
    cell(until(item)),
    cell({ text: '□', alignment: 'center' }),
  ]);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [40, '*', 96, 40],
      body: [
        ['持った', 'もの（各1点）と、使い方', '券面の期限', 'もどった'].map((text) => head(text, { fontSize: 8.5 })),
        ...rows,
      ],
    },
    layout: BOXED,
  };
}

function until(item: Taken): Content {
  const { kind, printedExpiresOn } = item;
  if (printedExpiresOn !== null) return { text: japaneseDay(printedExpiresOn), fontSize: 9 };
  return kind === 'patient-card' || kind === 'medication-notebook' ? '' : printedExpiry(item);
}

function reason({ reason: code, authMode }: Taken): Content[] {
  const faceOnly = code === 'proves-with-face-or-pin' && authMode === 'face-only';
  const text = faceOnly ? FACE_ONLY_REASON : code === null ? undefined : REASON_WORDS[code];
  return text === undefined ? [] : [{ text, fontSize: 9 }];
}

function atTheDesk({ setting, fallback }: Slip, { authMode }: Taken): Content[] {
  const ways: Content[] =
    fallback.length === 0
      ? []
      : [
          {
            text:
              setting === 'home-visit' ? '確かめ方' : '読み取り機で確かめられないときは、次の順でお願いいたします。',
            margin: [0, 3, 0, 1],
          },
          ...fallback.map((step, n) => numbered(n + 1, FALLBACK_WORDS[step])),
        ];
  const mode = COUNTERS.includes(setting) ? [MODE_WORDS[authMode ?? 'unknown']] : [];
  return [points([...mode, '暗証番号は、職員は入れません。お聞きにならないようお願いいたします。'], 10.5), ...ways];
}

function numbered(n: number, text: string): Content {
  return {
    columns: [
      { text: `${String(n)}.`, width: 16 },
      { text, width: '*' },
    ],
    fontSize: 9.5,
    margin: [6, 0, 0, 1],
  };
}

function noteLines(): Content {
  return {
    table: {
      widths: ['*'],
      heights: Array.from({ length: NOTE_LINES }, () => 18),
      body: Array.from({ length: NOTE_LINES }, () => ['']),
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => FAINT,
    },
  };
}

function contact({ facility: { name, phone } }: Issue): Content {
  return {
    table: {
      widths: ['*', 'auto'],
      body: [
        [
          cell({
            stack: [
              { text: 'お困りのときは、こちらにお電話ください。', fontSize: 9 },
              { text: name, bold: true, fontSize: 11.5 },
            ],
          }),
          cell({ text: phone === '' ? '電話　　　　　　　　　　　' : `電話　${phone}`, bold: true, fontSize: 15 }),
        ],
      ],
    },
    layout: BOXED,
    margin: [0, 6, 0, 0],
  };
}
