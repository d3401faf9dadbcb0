import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { dayOf, japaneseDay, japaneseMoment } from './dates.ts';
import { ENVELOPE_RULES } from './kinds.ts';
import { BOXED, cell, fields, head, personLines, points, section, signatures, tick, together } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, ItemOnPaper, Sheet } from './sheet.ts';
import { ENVELOPE_RULE_WORDS, KIND_WORDS, RELATION_WORDS, SENDER_WORDS } from './words.ts';

/** Room for what arrives later, written by hand. */
const ROWS = 6;

const MANNERS = [
  '暗証番号に関する封筒は、どなたのものでも開けません。封をしたままお渡しします。',
  '封筒の中身は記録しません。外から見えること（差出人、待っている証の種類）だけを書きます。',
  '開けるのは、保険者からの封筒で、開けてよいと伺っている方に限り、ご本人の前で行います。',
] as const;

/** envelopeRecord is F14 封筒受渡記録: what arrived for a resident, and that it was handed on unopened or opened in front of her. */
export function envelopeRecord({ resident, agreement, items }: Sheet, issue: Issue): Paper {
  const rule = agreement?.envelopes ?? null;
  const content: Content[] = [
    {
      columns: [
        { text: '', width: 90 },
        { text: '封 筒 受 渡 記 録', fontSize: 20, bold: true, alignment: 'center', width: '*' },
        { text: `番号　${String(issue.seq)}`, alignment: 'right', fontSize: 9.5, width: 90, margin: [0, 12, 0, 0] },
      ],
    },
    section('どなたの'),
    fields([
      ...personLines(resident, issue.facility.residentWord),
      [
        '届いた封筒',
        {
          stack: ENVELOPE_RULES.map((one) => tick(ENVELOPE_RULE_WORDS[one], one === rule)),
          fontSize: 9.5,
        },
        34,
      ],
    ]),
    section('届いた封筒と、お渡し'),
    table(items),
    { stack: [points(MANNERS, 9)], margin: [0, 6, 0, 0] },
    together(
      section('お渡しを確かめた職員'),
      signatures([], { dateName: '確かめた日', staff: ['施設長', '確かめた職員'] }),
    ),
  ];
  return { whose: resident === null ? '' : `${resident.name} 様`, content };
}

function table(items: readonly ItemOnPaper[]): Content {
  const rows = items.map((item, n): TableCell[] => [
    cell({ text: String(n + 1), alignment: 'center' }),
    cell({
      stack: [japaneseDay(dayOf(item.takenInAt)), { text: item.takenInBy ?? '', fontSize: 8 }],
      fontSize: 8.5,
    }),
    cell({ stack: sender(item), fontSize: 8.5 }),
    cell({ stack: handling(item), fontSize: 8.5 }),
    cell({ stack: receiver(item), fontSize: 8.5 }),
    '',
  ]);
  const blank = Array.from({ length: Math.max(0, ROWS - items.length) }, (): TableCell[] => [
    '',
    '',
    '',
    cell({ stack: HANDLINGS.map((one) => tick(one)), fontSize: 8.5 }),
    '',
    '',
  ]);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [14, 82, '*', 104, 104, 66],
      heights: (row) => (row === 0 ? 14 : 34),
      body: [
        ['', '届いた日・受けた職員', '差出人・待つ証', '受け渡し', '日時・受け取った方', 'ご署名'].map((text) =>
          head(text, { fontSize: 8.5 }),
        ),
        ...rows,
        ...blank,
      ],
    },
    layout: BOXED,
  };
}

const HANDLINGS = ['開けずにお渡し', 'ご本人の前で開封'] as const;

function sender({ envelope }: ItemOnPaper): string[] {
  if (envelope === null) return ['未確認'];
  const awaited = envelope.expected.map((kind) => KIND_WORDS[kind]).join('・');
  return [SENDER_WORDS[envelope.from], ...(awaited === '' ? [] : [`（${awaited}）`])];
}

function handling({ ended, envelope }: ItemOnPaper): string[] {
  const opened = envelope?.opened === true;
  return [tick(HANDLINGS[0], ended !== null && !opened), tick(HANDLINGS[1], opened)];
}

function receiver({ ended }: ItemOnPaper): string[] {
  if (ended === null) return ['お預かり中'];
  const relation = Object.entries(RELATION_WORDS).find(([code]) => code === ended.relation)?.[1] ?? '';
  const name = ended.receiver === null || ended.receiver === '' ? '' : `${ended.receiver} 様`;
  return [japaneseMoment(ended.at), [name, relation].filter((part) => part !== '').join('　')];
}
