import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { custodyRequest } from './f1.ts';
import { custodyReceipt } from './f2.ts';
import { blankSheet, custodyBook } from './f3.ts';
import { returnPaper } from './f9.ts';
import { releaseRequest } from './f10.ts';
import { holdSlip } from './f17.ts';
import { FOOTER_HEIGHT, footer } from './footer.ts';
import { FAINT } from './layout.ts';
import { qrImage } from './qr.ts';
import type { PrintJob } from './sheet.ts';
import { TITLE_OF } from './words.ts';

/** Paper is one person's pages: they are counted on their own, and no other person begins on them. */
export interface Paper {
  /** Whose it is, for the head of the second page on. */
  readonly whose: string;
  readonly content: Content[];
}

const SIDE = 44;
/** A book has many columns: less margin at its sides. */
const BOOK_SIDE = 32;

/** paperOf draws a print job as a pdfmake document. */
export function paperOf(job: PrintJob): TDocumentDefinitions {
  const papers = papersOf(job);
  // pdfmake writes on each node where it came to lie, before it asks for headers and footers. Only the first place is
  // used: what moved to another page because it may not be broken still says the page that it came from.
  const stacks = papers.map(({ content }, n) => ({
    stack: content,
    ...(n > 0 && { pageBreak: 'before' as const }),
    positions: [] as Position[],
  }));
  const placeOf = (page: number, pages: number): Place =>
    place(
      page,
      pages,
      papers,
      stacks.map(({ positions }) => positions[0]?.pageNumber ?? 1),
    );
  const side = sideOf(job);
  return {
    pageSize: 'A4',
    pageOrientation: job.form === 'F3' ? 'landscape' : 'portrait',
    pageMargins: [side, 32, side, FOOTER_HEIGHT + 6],
    defaultStyle: { font: 'NotoSansJP', fontSize: 10 },
    language: 'ja',
    info: { title: TITLE_OF[job.form], author: job.issue.facility.name, creator: 'Azukari', producer: 'Azukari' },
    ...(job.issue.anchor && { images: { checkpoint: qrImage(job.issue.anchor.note) } }),
    header: (page, pages) => headerOf(job, placeOf(page, pages)),
    footer: (page, pages) => footer(job, placeOf(page, pages), side),
    content: stacks,
  };
}

function papersOf(job: PrintJob): readonly Paper[] {
  const { issue } = job;
  switch (job.form) {
    case 'F1':
      return job.sheets.map((sheet) => custodyRequest(sheet, issue));
    case 'F2':
      return job.sheets.map((sheet, n) => custodyReceipt(sheet, issue, { n: n + 1, large: job.largePrint }));
    case 'F3':
      return [
        ...(job.book === null ? [] : [custodyBook(job.book, issue)]),
        ...job.blanks.map((number) => blankSheet(number, issue)),
      ];
    case 'F9':
      return job.sheets.map((sheet) => returnPaper(sheet, issue));
    case 'F10':
      return job.sheets.map((sheet) => releaseRequest(sheet, issue));
    case 'F17':
      return job.sheets.map((sheet, n) => holdSlip(sheet, issue, n + 1));
  }
}

interface Position {
  readonly pageNumber: number;
}

interface Place {
  readonly whose: string;
  readonly page: number;
  readonly pages: number;
}

function place(page: number, pages: number, papers: readonly Paper[], starts: readonly number[]): Place {
  const n = Math.max(
    0,
    starts.findLastIndex((start) => start <= page),
  );
  const first = starts[n] ?? 1;
  return { whose: papers[n]?.whose ?? '', page: page - first + 1, pages: (starts[n + 1] ?? pages + 1) - first };
}

function sideOf({ form }: PrintJob): number {
  return form === 'F3' ? BOOK_SIDE : SIDE;
}

function headerOf(job: PrintJob, { whose, page }: Place): Content {
  if (page === 1) return '';
  return {
    text: `${TITLE_OF[job.form]}（つづき）　${whose}`,
    fontSize: 9,
    color: FAINT,
    margin: [sideOf(job), 16, sideOf(job), 0],
  };
}
