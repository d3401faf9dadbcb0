import LayoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import PdfDocument from 'pdfmake/js/PDFDocument.js';
import type { PdfDocument as Pdf } from 'pdfmake/js/PDFDocument.js';
import Renderer from 'pdfmake/js/Renderer.js';
import type { Content } from 'pdfmake/interfaces.js';
import { addReadings, edgeWords, FAINT, foot, FOOTER_HEIGHT, joinWords, qrImage } from '../../forms/forms.paper.ts';
import type { Issue, Typeface } from '../../forms/forms.paper.ts';

/** Leaves are some pages of a bound document: what stands on them, and what they are called. */
export interface Leaves {
  readonly title: string;
  readonly whose: string;
  readonly content: Content[];
  readonly upright?: boolean;
}

const LONG_SIDE = 841.89;
const SHORT_SIDE = 595.28;
const SIDE = 32;
const TOP = 32;
const EDGE = edgeWords('ja');

/**
 * Binder draws many papers into one document whose pages are numbered through, with bookmarks. What was drawn is let go; the front
 * pages, which name the pages of all others, are drawn last and laid first.
 */
export class Binder {
  private readonly issue: Issue;
  private readonly what: string;
  private readonly pdf: Pdf;
  private readonly ahead: number;
  private drawn = 0;

  /** `front` stands before all: how many pages it has is counted before anything is drawn. */
  constructor({ issue, title }: { readonly issue: Issue; readonly title: string }, face: Typeface, front: Leaves) {
    this.issue = issue;
    this.what = `${title}　${issue.facility.name}`;
    this.pdf = new PdfDocument.default(
      { NotoSansJP: { normal: face.normal, bold: face.bold } },
      issue.anchor === null ? {} : { checkpoint: qrImage(issue.anchor.note) },
      {},
      {},
      {
        size: [LONG_SIDE, SHORT_SIDE],
        pdfVersion: '1.7',
        lang: 'ja',
        displayTitle: true,
        autoFirstPage: false,
        font: null,
        info: { Title: title, Author: issue.facility.name, Creator: 'Azukari', Producer: 'Azukari' },
      },
      null,
      (path) => path === face.normal || path === face.bold,
    );
    this.ahead = this.layout(front, 0).length;
  }

  /** next is the number of the page that is drawn next. */
  get next(): number {
    return this.ahead + this.drawn + 1;
  }

  /** pages are how many there are, the front included. */
  get pages(): number {
    return this.ahead + this.drawn;
  }

  /** draw adds pages and answers the bytes that are ready. */
  draw(leaves: Leaves): Uint8Array {
    this.render(this.layout(leaves, this.pages));
    return new Uint8Array((this.pdf.read() as Buffer | null) ?? []);
  }

  /** mark names the page that is drawn next in the list of bookmarks, once it is there. */
  mark(title: string, page: number): void {
    this.pdf.outline.addItem(title, { pageNumber: page - this.ahead - 1 });
  }

  /** finish draws the front, lays it first, and answers the rest. */
  async finish(front: Leaves): Promise<Uint8Array> {
    const kids = this.pdf._root.data.Pages.data.Kids;
    const body = kids.length;
    const pages = this.layout(front, 0);
    if (pages.length !== this.ahead) throw new Error('the front has grown');
    this.render(pages);
    this.pdf.outline.addItem(front.title, { pageNumber: body });
    const marks = this.pdf.outline.children;
    marks.unshift(...marks.splice(-1));
    kids.unshift(...kids.splice(body));
    this.pdf.end();
    const rest: Buffer[] = [];
    for await (const bytes of this.pdf) rest.push(bytes as Buffer);
    return new Uint8Array(Buffer.concat(rest));
  }

  private layout({ title, whose, content, upright = false }: Leaves, before: number): readonly Page[] {
    const [width, height] = upright ? [SHORT_SIDE, LONG_SIDE] : [LONG_SIDE, SHORT_SIDE];
    const builder = new LayoutBuilder.default(
      { width, height, orientation: upright ? 'portrait' : 'landscape' },
      { left: SIDE, top: TOP, right: SIDE, bottom: FOOTER_HEIGHT + 6 },
      null,
    );
    const continued: Content = {
      text: EDGE.continued(title, whose),
      fontSize: 9,
      color: FAINT,
      margin: [SIDE, 12, SIDE, 0],
    };
    return builder.layoutDocument(
      { stack: content },
      this.pdf,
      {},
      { font: 'NotoSansJP', fontSize: 10 },
      undefined,
      (page) => (page === 1 ? '' : continued),
      (page) => foot({ issue: this.issue, side: SIDE, what: this.what, page: `${String(before + page)} ページ` }, EDGE),
    );
  }

  private render(pages: readonly Page[]): void {
    for (const page of pages) {
      addReadings(page);
      joinWords(page);
    }
    new Renderer.default(this.pdf).renderPages(pages);
    this.drawn += pages.length;
  }
}
