import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { japaneseMoment, shortMoment } from './dates.ts';
import { TIGHT, head, points, section } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, ItemAtNight, NightCall, NightOnPaper, NightRow } from './sheet.ts';
import { itemName, PURPOSE_WORDS } from './words.ts';

const HEADS = ['居室', 'お名前', 'お預かりしているもの', '置き場所', 'ご連絡先'];
const WIDTHS = [42, 110, 190, 170, '*'];
const OUT_HEADS = ['居室', 'お名前', 'もの', '持つ人・行き先', '出した時', 'もどす予定'];
const OUT_WIDTHS = [42, 110, 190, '*', 86, 86];

const MANNERS = [
  '封筒に入れて封をし、金庫の中に置きます。開けた人は、開けた日時と名前を封筒に書きます。前のものは、新しいものを入れたときに細かくして捨てます。',
  '電気やタブレットが使えないときは、金庫のかぎを開けて出し入れし、番号のある白紙の記録用紙（様式3）に、その場で書きます。暗証番号は書きません。',
  '使えるようになったら、用紙の行を「あとから記録」で入れ、用紙は記録簿に綴じます。',
] as const;

/** nightPaper is F16 夜間・停電用一覧: where everything is when nothing can be looked up. */
export function nightPaper({ rows, ownerless }: NightOnPaper, { facility, issuedAt }: Issue): Paper {
  const all = [...rows.flatMap(({ items }) => items), ...ownerless];
  const away = [
    ...rows.flatMap(({ resident, items }) => items.map((item) => ({ resident, item }))),
    ...ownerless.map((item) => ({ resident: null, item })),
  ].filter(({ item }) => item.out !== null || item.missing);
  const content: Content[] = [
    {
      columns: [
        {
          text: [{ text: '夜間・停電用一覧', fontSize: 18, bold: true }, '　（金庫の中に、封をして）'],
          preserveLeadingSpaces: true,
          width: '*',
        },
        {
          stack: [
            { text: `${japaneseMoment(issuedAt)} の時点`, fontSize: 11, bold: true },
            `お預かり ${String(all.length)}点　うち 外に ${String(all.filter(({ out }) => out !== null).length)}点`,
          ],
          alignment: 'right',
          width: 300,
        },
      ],
      margin: [0, 0, 0, 4],
    },
    points(MANNERS, 8.5),
    {
      text: `${facility.name}　電話 ${facility.phone === '' ? '　　　　　　　　　' : facility.phone}　　救急・火事 119　　警察 110　　マイナンバーカードをなくしたとき 0120-95-0178（24時間・2番）`,
      bold: true,
      fontSize: 9.5,
      margin: [0, 4, 0, 0],
      preserveLeadingSpaces: true,
    },
    section('いま、置き場所にないもの'),
    away.length === 0
      ? { text: 'ありません。', margin: [0, 0, 0, 2] }
      : table(
          OUT_HEADS,
          OUT_WIDTHS,
          away.map(({ resident, item }) => [
            resident?.room ?? '',
            { text: resident?.name ?? '持ち主が分からないもの', bold: true },
            itemName(item),
            ...whereabouts(item),
          ]),
        ),
    section(`どなたのものが、どこに（${facility.residentWord}の居室の順）`),
    table(HEADS, WIDTHS, [...rows.map(line), ...(ownerless.length === 0 ? [] : [ownerlessLine(ownerless)])]),
  ];
  return { whose: japaneseMoment(issuedAt), content };
}

function table(heads: readonly string[], widths: readonly (number | string)[], rows: TableCell[][]): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [...widths],
      body: [heads.map((text) => head(text, { fontSize: 8 })), ...rows],
    },
    layout: TIGHT,
    fontSize: 9,
  };
}

function line({ resident, items, calls }: NightRow): TableCell[] {
  return [
    { text: resident.room, bold: true },
    {
      stack: [
        { text: resident.kana, fontSize: 7 },
        { text: resident.name, bold: true, fontSize: 10.5 },
      ],
    },
    ...kept(items),
    { stack: calls.map(call), fontSize: 8 },
  ];
}

function ownerlessLine(items: readonly ItemAtNight[]): TableCell[] {
  return ['', '持ち主が分からないもの', ...kept(items), ''];
}

/** One line a thing on both sides, so that a thing and its place stand beside each other. */
function kept(items: readonly ItemAtNight[]): TableCell[] {
  if (items.length === 0) return [{ text: 'お預かりはありません', colSpan: 2 }, ''];
  return [
    {
      colSpan: 2,
      stack: items.map((item) => ({
        columns: [
          { text: itemName(item), width: 190 },
          { text: item.out !== null || item.missing ? '（上の表）' : (item.place ?? ''), bold: true, width: '*' },
        ],
        columnGap: 6,
      })),
    },
    '',
  ];
}

function whereabouts({ missing, out }: ItemAtNight): TableCell[] {
  if (out === null) return [{ text: missing ? 'さがしています' : '', bold: true }, '', ''];
  const { since, purpose, holder, destination, dueBackAt } = out;
  const where = [PURPOSE_WORDS[purpose], destination].filter((part) => part !== null && part !== '').join('・');
  return [
    { text: `${holder}（${where}）` },
    shortMoment(since),
    dueBackAt === null ? 'きまっていない' : shortMoment(dueBackAt),
  ];
}

function call({ name, relation, phone, rule }: NightCall): Content {
  const who = `${name}${relation === '' ? '' : `（${relation}）`}`;
  if (rule === 'never') return { text: `${who}　おわたししない方`, bold: true };
  const first: Content[] = rule === 'ask-manager' ? [{ text: 'お渡しは、施設長に聞いてから', bold: true }] : [];
  return { stack: [{ text: `${who}　${phone}`, preserveLeadingSpaces: true }, ...first] };
}
