import { LOSS_ENDS, LOSS_PLACES, LOSS_STEPS, hoursSince } from '@azukari/domain';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { eraDay, japaneseDay, japaneseMoment, shortMoment } from './dates.ts';
import { LOSS_END_WORDS, LOSS_PLACE_WORDS, STEP_WORDS } from './f11-words.ts';
import {
  BOXED,
  DATE_BLANK,
  MOMENT_BLANK,
  cell,
  fields,
  head,
  personLines,
  section,
  signatures,
  tick,
  tickGrid,
  together,
} from './layout.ts';
import type { Line } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, LossOnPaper, MovementOnPaper } from './sheet.ts';
import { itemName } from './words.ts';

const blank = (text: string): Content => ({ text, preserveLeadingSpaces: true });

/** lossReport is F11 紛失・事故報告書: what is known of a loss, the last movements, what was done by whom and when; null is one to fill in. */
export function lossReport(loss: LossOnPaper | null, issue: Issue): Paper {
  const resident = loss?.resident ?? null;
  const content: Content[] = [
    {
      columns: [
        { text: '', width: 110 },
        { text: '紛失・事故報告書', fontSize: 20, bold: true, alignment: 'center', width: '*' },
        {
          text: loss === null ? '' : `記録番号　${loss.seq.toLocaleString('ja-JP')}`,
          alignment: 'right',
          fontSize: 9.5,
          width: 110,
          margin: [0, 12, 0, 0],
        },
      ],
    },
    section('1　どなたの、何を'),
    fields([
      ...personLines(resident, issue.facility.residentWord),
      ['なくしたもの', loss === null ? '' : { text: itemName(loss.item), bold: true, fontSize: 12 }],
    ]),
    section('2　気づいたとき'),
    fields(noticed(loss, issue)),
    together(section('3　最後に確かめられたところ（記録から）'), ...movements(loss?.movements ?? [])),
    section('4　したこと'),
    steps(loss),
    together(section('5　期限'), fields(clock(loss))),
    together(section('6　その後'), fields(ending(loss))),
    together(section('7　原因と、くり返さないための手だて'), fields(explanation(loss))),
    together(
      { text: '暗証番号、個人番号、証の番号は書きません。', fontSize: 8, margin: [0, 4, 0, 6] },
      signatures(['報告した人'], { height: 30, staff: ['施設長', '責任者'] }),
    ),
  ];
  return { whose: resident === null ? '' : `${resident.name} 様`, content };
}

function noticed(loss: LossOnPaper | null, { issuedAt }: Issue): readonly Line[] {
  const places = LOSS_PLACES.map((place) => tick(LOSS_PLACE_WORDS[place], loss?.place === place)).join('　　');
  const bed = (['yes', 'no'] as const)
    .map((answer) => tick(answer === 'yes' ? 'はい' : 'いいえ', loss?.bedridden === answer))
    .join('　　');
  const hours = loss === null || loss.ending !== null ? null : hoursSince(loss.noticedAt, issuedAt);
  return [
    [
      '気づいた日時',
      loss === null
        ? blank(MOMENT_BLANK)
        : `${japaneseMoment(loss.noticedAt)}${hours === null ? '' : `　（発行のときまでに ${String(hours)}時間）`}`,
    ],
    ['気づいた人', loss?.noticedBy ?? ''],
    [
      '紛失の記録',
      loss === null ? blank(MOMENT_BLANK) : `${japaneseMoment(loss.reportedAt)}　記録した人　${loss.reportedBy}`,
    ],
    ['なくした場所', places],
    ['寝たきりの方か', bed],
    ['くわしく', [loss?.note, loss?.reportNote].filter((text) => text != null).join('\n'), 44],
  ];
}

function movements(known: readonly MovementOnPaper[]): Content[] {
  if (known.length === 0) return [fields([['日時・場所・持つ人', '', 44]])];
  return [
    {
      table: {
        widths: [110, '*', 120],
        headerRows: 1,
        dontBreakRows: true,
        body: [
          ['日時', 'したこと', '記録した人'].map((text) => head(text, { fontSize: 8.5 })),
          ...known.map(({ at, what, by }) => [cell(japaneseMoment(at)), cell(what), cell(by)]),
        ],
      },
      layout: BOXED,
      fontSize: 9,
    },
  ];
}

function steps(loss: LossOnPaper | null): Content {
  const rows = loss?.steps ?? LOSS_STEPS.map((step) => ({ step, need: 'required' as const, noted: null }));
  return {
    table: {
      widths: ['*', 84, 76, 134],
      headerRows: 1,
      dontBreakRows: true,
      heights: (row) => (row === 0 ? 14 : 24),
      body: [
        ['したこと', '日時', 'した人', '相手・受付の番号・内容'].map((text) => head(text, { fontSize: 8.5 })),
        ...rows.map(({ step, need, noted }): TableCell[] => {
          const done = noted?.answer === 'done';
          const none = noted?.answer === 'not-needed' || (noted === null && need === 'not-required');
          return [
            cell({ text: tick(STEP_WORDS[step], done), fontSize: 9 }),
            cell({ text: done ? shortMoment(noted.at) : none ? 'いらない' : '', fontSize: 9 }),
            cell({ text: noted?.by ?? '', fontSize: 9 }),
            cell({
              text: [
                noted?.note ?? '',
                noted === null ? '' : `記録 ${noted.recordedBy}・${shortMoment(noted.recordedAt)}`,
              ]
                .filter((part) => part !== '')
                .join('\n'),
              fontSize: 8,
            }),
          ];
        }),
      ],
    },
    layout: BOXED,
  };
}

function clock(loss: LossOnPaper | null): readonly Line[] {
  const until = loss?.expressUntil ?? null;
  const day = until === null ? DATE_BLANK : `${japaneseDay(until)}（${eraDay(until)}）`;
  return [
    [
      '特急発行の期限',
      {
        stack: [
          blank(day),
          { text: '市区町村に紛失を届けた日から30日です。ご本人が窓口に行く必要があります。', fontSize: 8.5 },
        ],
      },
    ],
  ];
}

function ending(loss: LossOnPaper | null): readonly Line[] {
  const ended = loss?.ending ?? null;
  const ends = (['found', 'ended', ...LOSS_ENDS] as const).map((end) => tick(LOSS_END_WORDS[end], ended?.as === end));
  return [
    ['どうなったか', tickGrid(ends, 2), 44],
    ['日時・記録した人', ended === null ? blank(MOMENT_BLANK) : `${japaneseMoment(ended.at)}　${ended.by}`],
    ['くわしく', ended?.note ?? '', 30],
  ];
}

function explanation(loss: LossOnPaper | null): readonly Line[] {
  return [
    ['原因', loss?.explained?.cause ?? '', 54],
    ['手だて', loss?.explained?.prevention ?? '', 54],
  ];
}
