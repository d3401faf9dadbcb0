import type { Content } from 'pdfmake/interfaces.js';
import type { Paper } from './paper.ts';
import { qrImage } from './qr.ts';
import type { Issue, LabelOnPaper, LabelsOnPaper } from './sheet.ts';

const POINTS_A_MM = 72 / 25.4;
const A4 = { width: 210, height: 297 };
const LARGEST_CODE_MM = 26;

/** The labels of each sheet, in millimetres; they lie edge to edge in the middle of an A4 sheet. */
const SHEETS: Readonly<Record<LabelsOnPaper['sheet'], { readonly width: number; readonly height: number }>> = {
  '2x5': { width: 86.4, height: 50.8 },
  '2x6': { width: 86.4, height: 42.3 },
  '3x7': { width: 70, height: 42.3 },
  '3x8': { width: 66, height: 33.9 },
};

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
}

function gridOf(sheet: LabelsOnPaper['sheet']): Grid {
  const [columns = 1, rows = 1] = sheet.split('x').map(Number);
  return { columns, rows, ...SHEETS[sheet] };
}

const mm = (value: number): number => value * POINTS_A_MM;

/** labelPapers is F21 ポーチラベル: one paper for each sheet, and nothing on it but labels. */
export function* labelPapers({ sheet, from, labels }: LabelsOnPaper, issue: Issue): Generator<Paper> {
  const grid = gridOf(sheet);
  const each = grid.columns * grid.rows;
  // A sheet has fewer labels than the first one that is free: then a new sheet is meant.
  const used = (from - 1) % each;
  for (let first = -used; first < labels.length; first += each) {
    const content = Array.from({ length: each }, (_, place): Content[] => {
      const label = labels[first + place];
      return label === undefined ? [] : drawn(label, at(grid, place), issue);
    }).flat();
    yield { whose: '', content };
  }
}

/** labelText is what the code of a label says. A stranger's telephone reads whom to call, and a number that says nothing. */
export function labelText(id: string, phone: string): string {
  return `${phone === '' ? '' : `TEL ${phone} `}azukari:${id}`;
}

/** labelCodes are the pictures of the codes. */
export function labelCodes(
  { labels }: LabelsOnPaper,
  { facility: { phone } }: Issue,
): Readonly<Record<string, string>> {
  return Object.fromEntries(labels.map(({ id }) => [`pouch-${id}`, qrImage(labelText(id, phone))]));
}

interface Box extends Grid {
  readonly x: number;
  readonly y: number;
}

function at(grid: Grid, place: number): Box {
  const { columns, rows, width, height } = grid;
  return {
    ...grid,
    x: (A4.width - columns * width) / 2 + (place % columns) * width,
    y: (A4.height - rows * height) / 2 + Math.floor(place / columns) * height,
  };
}

function drawn({ id, label, within, names }: LabelOnPaper, box: Box, { facility }: Issue): Content[] {
  const code = Math.min(LARGEST_CODE_MM, box.height - 8);
  const edge = 4;
  const left = box.x + edge + code + 3;
  const width = box.width - code - 3 - 2 * edge;
  const words = (text: string, y: number, sizes: readonly number[], bold = false): Content => ({
    columns: [{ text, fontSize: fitting(text, mm(width), sizes), bold, width: mm(width) }],
    absolutePosition: { x: mm(left), y: mm(box.y + y) },
  });
  const [first = '', ...others] = names;
  const whose = others.length === 0 ? first : `${first} ほか${String(others.length)}名`;
  return [
    {
      image: `pouch-${id}`,
      width: mm(code),
      height: mm(code),
      absolutePosition: { x: mm(box.x + edge), y: mm(box.y + edge) },
    },
    words(within, edge, [7.5, 6]),
    words(label, edge + 3.5, [20, 13, 9], true),
    words(whose, edge + 13.5, [9, 7, 6]),
    {
      text: facility.phone === '' ? facility.name : `${facility.name}　TEL ${facility.phone}`,
      fontSize: 6.5,
      absolutePosition: { x: mm(left), y: mm(box.y + box.height - edge - 3) },
    },
  ];
}

/** fitting is the largest of the sizes in which a text stands on one line, or the last of them. */
function fitting(text: string, width: number, sizes: readonly number[]): number {
  const ems = [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x80 ? 0.58 : 1), 0);
  return sizes.find((size) => ems * size <= width) ?? sizes.at(-1) ?? 6;
}
