import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { CountDisposition, Seen } from '@azukari/domain';
import type {
  ReconciliationReport,
  ReportedDifference,
  ReportedItem,
  ReportedPlace,
} from '../../reconciliations/reconciliations.report.ts';
import { dayOf, eraDay, japaneseDay, japaneseMoment, shortMoment } from './dates.ts';
import { BOXED, TIGHT, fields, head, seal, section, together } from './layout.ts';
import type { Line } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue } from './sheet.ts';
import { DISPOSITION_WORDS, KIND_WORDS, PURPOSE_WORDS, REASON_WORDS } from './words.ts';

const AS_WORDS: Readonly<Record<CountDisposition, string>> = {
  'in-place': 'その場にあった',
  'other-place': '別の場所にあった',
  'with-resident': 'ご本人がお持ち',
  'with-family': 'ご家族がお持ち',
  'at-clinic': '受診先にある',
  searching: 'さがしている',
  found: '実は金庫にあった（記録を直した）',
  'not-there': '見なおすと、なかった',
};

const SEEN_WORDS: Readonly<Record<Seen, string>> = {
  seen: '見た',
  'not-seen': 'ない',
  'not-counted': '数えない',
  'came-later': '数えた後',
  elsewhere: '—',
};

const UNPLACED = '場所の決まっていないもの';

/** monthlyCheck is F6 月次点検表: the record of a facility held against a count of the whole safe, by two people. */
export function monthlyCheck(report: ReconciliationReport, { facility }: Issue): Paper {
  const month = `${yearMonth(japaneseDay(`${report.month}-01`))}（${yearMonth(eraDay(`${report.month}-01`))}）分`;
  const content: Content[] = [
    {
      columns: [
        { text: '', width: 110 },
        { text: '月次点検表', fontSize: 20, bold: true, alignment: 'center', width: '*' },
        { ...late(report), width: 110 },
      ],
    },
    { text: `${facility.name}　　毎月の照合（突合）`, alignment: 'center', fontSize: 10 },
    section('1　いつ・だれが'),
    fields(people(report, month), { labelWidth: 128, rowHeight: 20 }),
    section('2　記録にあるもの（数え終えたとき）'),
    totals(report),
    table(
      '3　場所ごとに数えた結果',
      ['場所', '数えた人・日時', '記録', '見たもの', 'ちがい', '記録にある種類と点数'],
      [100, 92, 30, 42, 34, '*'],
      report.places.map(place),
    ),
    report.found.length === 0
      ? together(section('4　ちがいと処置'), { text: '記録にあるものを、すべて見ました。ちがいはありません。' })
      : table(
          '4　ちがいと処置',
          ['', 'ちがい', 'どなたの・何', '処置', '答えた人・日時'],
          [16, 138, 120, 96, '*'],
          report.found.map(difference),
        ),
    ...corrections(report),
    together(section('5　確認'), signing()),
    table(
      '6　預かり品ごと',
      ['利用者', '部屋', '預かり品', '場所', '記録', '見た', '券面の期限'],
      ['*', 26, 100, 96, 66, 34, 52],
      report.items.map((item) => line(item, report)),
    ),
    {
      text: '「記録」は、数え終えたときの記録です。「見た」の「数えない」は、点検で数えない種類（診察券・お薬手帳）、「数えた後」は、その場所を数えたあとに入ったものです。数えているあいだに出し入れしたものは、見えても見えなくても、ちがいにはしません。',
      fontSize: 8,
      margin: [0, 4, 0, 0],
    },
  ];
  return { whose: month, content };
}

/** `2026年10月1日(木)` and `令和8年10月1日` both begin with their year and month. */
function yearMonth(day: string): string {
  return day.slice(0, day.indexOf('月') + 1);
}

function late({ daysLate }: ReconciliationReport): Content & object {
  if (daysLate === 0) return { text: '' };
  return {
    table: {
      widths: ['*'],
      body: [[{ text: `${String(daysLate)}日遅れ`, bold: true, fontSize: 14, alignment: 'center' }]],
    },
    layout: { hLineWidth: () => 2, vLineWidth: () => 2 },
  };
}

function people(
  { startedBy, startedAt, countedBy, countedAt, second, closedAt, dueOn, daysLate }: ReconciliationReport,
  month: string,
): readonly Line[] {
  const who = (person: { readonly name: string } | null, at: string | null): Content =>
    person === null || at === null
      ? { text: 'まだ確かめていません', bold: true }
      : {
          columns: [
            { text: person.name, bold: true, width: '*' },
            { text: japaneseMoment(at), width: 150 },
          ],
        };
  const standing = daysLate === 0 ? '' : `　　${String(daysLate)}日遅れて終わりました`;
  return [
    ['月', { text: month, bold: true }],
    ['いつまでに', `${japaneseDay(dueOn)}${standing}`],
    ['始めた人', who(startedBy, startedAt)],
    ['数え終えた人', who(countedBy, countedAt)],
    ['確かめた人（もう一人）', who(second, closedAt)],
  ];
}

function totals({ totals, expected, seen, differences, items }: ReconciliationReport): Content {
  const kinds = Map.groupBy(items, ({ kind }) => kind);
  const row = (name: string, of: readonly ReportedItem[]): TableCell[] => {
    const count = (holds: (item: ReportedItem) => boolean): TableCell => {
      const n = of.filter(holds).length;
      return { text: n === 0 ? '' : String(n), alignment: 'right' };
    };
    return [
      { text: name },
      count(({ place }) => place === 'stored'),
      count(({ place, held }) => place === 'stored' && held),
      count(({ place }) => place === 'out'),
      count(({ place }) => place === 'missing'),
      count(({ place }) => place === 'ended'),
    ];
  };
  const sums = [totals.stored, totals.held, totals.out, totals.missing, totals.ended];
  return {
    stack: [
      {
        text: `数えるもの　記録 ${String(expected ?? 0)}点・見たもの ${String(seen ?? 0)}点・ちがい ${String(differences ?? 0)}件`,
        bold: true,
        margin: [0, 0, 0, 3],
      },
      table(
        null,
        ['種類', '金庫', 'うち一時保管', '外', 'さがしている', '月初からあとに終了'],
        ['*', 46, 64, 46, 62, 86],
        [
          ...Object.entries(KIND_WORDS).flatMap(([kind, word]) => {
            const of = items.filter((item) => item.kind === kind);
            return of.length === 0 ? [] : [row(word, of)];
          }),
          [
            { text: `計（${String(kinds.size)}種類）`, bold: true },
            ...sums.map((n): TableCell => ({ text: String(n), bold: true, alignment: 'right' })),
          ],
        ],
      ),
    ],
  };
}

function place({ place: { id, path }, countedBy, at, expected, seen, differences, kinds }: ReportedPlace): TableCell[] {
  const number = (n: number): TableCell => ({ text: String(n), alignment: 'right' });
  return [
    { text: id === null ? UNPLACED : path },
    { stack: [countedBy, at === null ? '' : shortMoment(at)] },
    number(expected),
    number(seen),
    number(differences),
    { text: kinds.map(({ kind, count }) => `${KIND_WORDS[kind]} ${String(count)}`).join('・') },
  ];
}

function difference({ side, place: at, kind, as, item, by, at: when }: ReportedDifference, n: number): TableCell[] {
  const where = at.id === null ? UNPLACED : at.path;
  const owner = item?.resident ? `${item.resident.name} 様` : '（持ち主がまだ分からないもの）';
  return [
    { text: String(n + 1), alignment: 'center' },
    { stack: [{ text: `${side === 'short' ? 'ない' : '多い'}：${KIND_WORDS[kind]}`, bold: true }, where] },
    { stack: item === null ? [] : [owner, nameOf(item)] },
    { text: as === null ? '' : AS_WORDS[as], bold: true },
    { stack: [by ?? '', when === null ? '' : shortMoment(when)] },
  ];
}

function corrections({ corrected }: ReconciliationReport): Content[] {
  if (corrected.length === 0) return [];
  return [
    table(
      '終わったあとの訂正',
      ['記録番号', '訂正', '理由', '書いた人・日時'],
      [46, '*', 70, 110],
      corrected.map(({ seq, explanation, reason, by, at }): TableCell[] => [
        { text: String(seq), alignment: 'right' },
        { text: explanation },
        { text: REASON_WORDS[reason] ?? reason },
        { stack: [by.name, japaneseMoment(at)] },
      ]),
    ),
  ];
}

function signing(): Content {
  return {
    table: {
      widths: [64, '*', 64, '*', 48, '*'],
      heights: [30],
      body: [[head('点検した人'), seal('', 12), head('確かめた人'), seal('', 12), head('施設長'), seal('', 12)]],
      dontBreakRows: true,
    },
    layout: BOXED,
  };
}

function line(item: ReportedItem, { countedAt }: ReconciliationReport): TableCell[] {
  const { resident, storage, seen, printedExpiresOn } = item;
  const ended = countedAt !== null && printedExpiresOn !== null && printedExpiresOn < dayOf(countedAt);
  return [
    { text: resident === null ? '（まだ分からない）' : `${resident.name} 様` },
    { text: resident?.room ?? '' },
    { text: nameOf(item) },
    { text: storage.id === null ? UNPLACED : storage.path },
    { text: where(item) },
    { text: SEEN_WORDS[seen], alignment: 'center', bold: seen === 'not-seen' },
    {
      stack: [
        printedExpiresOn === null ? '—' : printedExpiresOn.replaceAll('-', '/'),
        ...(ended && item.place !== 'ended' ? [{ text: '期限切れ', bold: true }] : []),
      ],
    },
  ];
}

function where({ place: at, held, purpose, holderName, disposition, since }: ReportedItem): string {
  switch (at) {
    case 'stored':
      return held ? '一時保管' : '金庫';
    case 'out':
      return ['外', purpose === null ? '' : PURPOSE_WORDS[purpose], holderName ?? '']
        .filter((part) => part !== '')
        .join('・');
    case 'missing':
      return 'さがしている';
    case 'ended':
      return `${disposition === null ? '終了' : DISPOSITION_WORDS[disposition]}　${shortMoment(since)}`;
  }
}

function nameOf({ kind, label }: Pick<ReportedItem, 'kind' | 'label'>): string {
  return kind === 'other' && label !== null ? label : KIND_WORDS[kind];
}

/** A heading is the first row of its table: it is never left alone at the foot of a page, and stands on every page that the table takes. */
function table(
  title: string | null,
  names: readonly string[],
  widths: (number | string)[],
  rows: readonly TableCell[][],
): Content {
  const titled: TableCell[][] =
    title === null
      ? []
      : [
          [
            {
              stack: [section(title)],
              colSpan: names.length,
              border: [false, false, false, true],
              margin: [-3, 0, 0, 0],
            },
            ...names.slice(1).map((): TableCell => ({ text: '', border: [false, false, false, true] })),
          ],
        ];
  return {
    table: {
      headerRows: titled.length + 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [...titled, names.map((text) => head(text, { fontSize: 8 })), ...rows],
    },
    layout: TIGHT,
    fontSize: 8.5,
  };
}
