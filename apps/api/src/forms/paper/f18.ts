import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { dayOf, japaneseDay, japaneseMoment } from './dates.ts';
import {
  BOXED,
  MOMENT_BLANK,
  cell,
  cutLine,
  fields,
  head,
  personLines,
  points,
  printedExpiry,
  seal,
  section,
  signatures,
  together,
} from './layout.ts';
import type { Paper } from './paper.ts';
import type { Carried, CarriedItem, Issue } from './sheet.ts';
import { itemName } from './words.ts';

interface Words {
  readonly title: string;
  readonly place: string;
  readonly holder: string;
  readonly since: string;
  readonly back: string;
  readonly received: string;
  readonly slip: string;
  readonly slipWords: string;
  readonly manners: readonly string[];
}

const NO_PIN = '暗証番号は、お渡ししていません。お聞きにならないようお願いいたします。';

const WORDS: Readonly<Record<Carried['stay'], Words>> = {
  hospital: {
    title: '入院時持出票',
    place: '病院・病棟',
    holder: '持って行く人',
    since: '持ち出した日時',
    back: 'もどす予定',
    received: '病院で受け取られた方',
    slip: '受領欄（切りとって、施設の控えにします）',
    slipWords: '下のものを、入院中、お預かりしました。退院のときに、ご本人と一緒にお返しします。',
    manners: [
      NO_PIN,
      '転院・転棟・退院の日が決まりましたら、下の電話へお知らせください。',
      '施設からは、週に一度、あるかどうかをお電話でうかがいます。',
    ],
  },
  home: {
    title: '外泊・ご利用時の持出票',
    place: '行き先',
    holder: '受け取られた方',
    since: 'お渡しした日時',
    back: 'おもどしの予定',
    received: '受け取られた方',
    slip: '受領欄（切りとって、施設の控えにします）',
    slipWords: '下のものを、受け取りました。施設にもどるときに、一緒にお持ちします。',
    manners: [
      NO_PIN,
      '施設にもどられるときは、上のものが全部あるか、この紙を見て一緒にお確かめください。',
      'お手もとに置かれるものがあるときは、職員にお知らせください。',
    ],
  },
  facility: {
    title: '施設間引継書',
    place: '引き継ぐ施設',
    holder: '持って行く人',
    since: '施設を出た日時',
    back: '着く予定',
    received: '引き継いだ施設の方',
    slip: '受領欄（切りとって、渡した施設の控えにします）',
    slipWords: '下のものを、たしかに引き継ぎました。',
    manners: [
      NO_PIN,
      'これまでの預かり依頼書は、渡した施設との約束です。引き継いだ施設で、あらためて預かり依頼書をいただいてください。',
      '受領のお返事をいただくまで、渡した施設の記録では「外に出ている」ままです。',
    ],
  },
};

/** carriedPaper is F18 入院時持出票 and F19 施設間引継書: what goes along, for the place where it stays; its receipt is cut off and comes back. */
export function carriedPaper(carried: Carried, issue: Issue): Paper {
  const words = WORDS[carried.stay];
  const content: Content[] = [
    {
      columns: [
        { text: japaneseDay(dayOf(issue.issuedAt)), fontSize: 9.5, width: 110, margin: [0, 12, 0, 0] },
        { text: words.title, fontSize: 20, bold: true, alignment: 'center', width: '*' },
        { text: `番号　${String(issue.seq)}`, alignment: 'right', fontSize: 9.5, width: 110, margin: [0, 12, 0, 0] },
      ],
    },
    section('どなたの'),
    fields(personLines(carried.resident, issue.facility.residentWord)),
    section('どこへ'),
    fields(
      [
        [words.place, { text: carried.place ?? '', bold: true }],
        [words.holder, carried.holder ?? ''],
        [words.since, moment(carried.since)],
        [words.back, moment(carried.dueBackAt)],
      ],
      { rowHeight: 18 },
    ),
    section(`もの（${String(carried.items.length)}点）`),
    itemTable(carried.items),
    { stack: [points(words.manners, 9)], margin: [0, 5, 0, 0] },
    { text: from(issue), fontSize: 10, bold: true, margin: [0, 4, 0, 0] },
    receiptSlip(carried, issue),
  ];
  return { whose: `${carried.resident.name} 様`, content };
}

function moment(value: string | null): Content {
  return { text: value === null ? MOMENT_BLANK : japaneseMoment(value), preserveLeadingSpaces: true };
}

function from({ facility: { name, phone } }: Issue): string {
  return phone === '' ? name : `${name}　電話 ${phone}`;
}

function itemTable(items: readonly CarriedItem[]): Content {
  const rows = items.map((item, n): TableCell[] => [
    cell({ text: String(n + 1), alignment: 'center' }),
    cell({ text: itemName(item), bold: true, fontSize: 9.5 }),
    cell(printedExpiry(item)),
    cell({ text: '□', alignment: 'center' }),
    cell({ text: '□', alignment: 'center' }),
  ]);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [16, '*', 84, 62, 62],
      heights: (row) => (row === 0 ? 14 : 20),
      body: [
        ['', '種類（各1点）', '券面の期限', '渡した', 'もどった'].map((text) => head(text, { fontSize: 8.5 })),
        ...rows,
      ],
    },
    layout: BOXED,
  };
}

/** The receipt names each thing again: it is cut off, and stays whole on one page. */
function receiptSlip({ stay, resident, items }: Carried, issue: Issue): Content {
  const words = WORDS[stay];
  return together(
    cutLine(10, 2),
    {
      columns: [
        { text: words.slip, bold: true, fontSize: 11, width: '*' },
        { text: `${words.title}　番号　${String(issue.seq)}`, fontSize: 9, alignment: 'right', width: 200 },
      ],
    },
    {
      text: [
        { text: `${resident.name} 様`, bold: true, fontSize: 12 },
        `　　${items.map(itemName).join('、')}（${String(items.length)}点）`,
      ],
      fontSize: 9.5,
      margin: [0, 3, 0, 2],
    },
    { text: words.slipWords, fontSize: 9.5, margin: [0, 0, 0, 3] },
    signatures([words.received], { dateName: '受け取った日', height: 28, staff: null }),
    {
      table: {
        widths: [104, '*', 88, '*'],
        heights: [24],
        body: [[head('渡した職員'), cell(seal('', 12)), head('電話'), cell('')]],
      },
      layout: BOXED,
    },
  );
}
