// pdfmake's own declarations are of its front, which lays a whole document out before it draws the first page.
declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream';

  /** Fonts are the files of a typeface, by weight. */
  type Fonts = Readonly<Record<string, { readonly normal: string; readonly bold: string }>>;
  /** Kids are the pages in their order; what is written of them is written at the end. */
  interface Outline {
    readonly children: unknown[];
    addItem(title: string, options: { readonly pageNumber: number }): unknown;
  }
  interface PdfDocument extends Readable {
    readonly _root: { readonly data: { readonly Pages: { readonly data: { readonly Kids: unknown[] } } } };
    readonly outline: Outline;
    end(): void;
    /** Puts a file into the PDF beside its pages. */
    file(bytes: Buffer, options: { name: string; type: string; description: string; relationship: 'Data' }): void;
  }
  const parts: {
    readonly default: new (
      fonts: Fonts,
      images: Readonly<Record<string, string>>,
      patterns: object,
      attachments: object,
      options: object,
      virtualFiles: null,
      localAccessPolicy: (path: string) => boolean,
    ) => PdfDocument;
  };
  export default parts;
  export type { PdfDocument };
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Content } from 'pdfmake/interfaces.js';
  import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';

  /** Inline is what lies on a line with one look; pdfmake makes one of each place where a line may break. */
  interface Inline {
    text: string;
    width: number;
    readonly x: number;
    readonly fontSize: number;
    /** What this app says of a piece of text, and pdfmake hands on. */
    readonly reading?: string;
    readonly font: { widthOfString(text: string, size: number): number };
    readonly [look: string]: unknown;
  }
  interface Page {
    items: readonly { readonly type: string; readonly item: { inlines?: Inline[]; readonly y?: number } }[];
  }
  type OnPage = (page: number, pages: number) => Content;
  const parts: {
    readonly default: new (
      size: object,
      margins: object,
      svg: null,
    ) => {
      layoutDocument(
        content: Content,
        pdf: PdfDocument,
        styles: object,
        defaultStyle: object,
        background: undefined,
        header: OnPage,
        footer: OnPage,
      ): readonly Page[];
    };
  };
  export default parts;
  export type { Inline, Page };
}

declare module 'pdfmake/js/Renderer.js' {
  import type { Page } from 'pdfmake/js/LayoutBuilder.js';
  import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';

  const parts: { readonly default: new (pdf: PdfDocument) => { renderPages(pages: readonly Page[]): void } };
  export default parts;
}

declare module 'pdfmake/js/qrEnc.js' {
  interface Rect {
    readonly x: number;
    readonly y: number;
    readonly w: number;
  }
  const encoder: {
    readonly default: { measure(node: { qr: string; eccLevel: 'M' }): { readonly _canvas: readonly Rect[] } };
  };
  export default encoder;
}
