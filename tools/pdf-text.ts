import { inflateSync } from 'node:zlib';

/** PdfText is what a reader of the PDF gets: the words of each page, found through the fonts' own ToUnicode maps. */
export interface PdfText {
  readonly pages: readonly string[];
  /** The bookmarks in their order, each with the number of its page, from 1. */
  readonly marks: readonly { readonly title: string; readonly page: number }[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
}

/** pdfText reads the text of a PDF as pdfkit writes it (plain objects, Identity-H fonts with ToUnicode), without a library. */
export function pdfText(pdf: Buffer): PdfText {
  const objects = objectsOf(pdf);
  const dictOf = (ref: string | undefined): string => (ref === undefined ? '' : (objects.get(Number(ref))?.dict ?? ''));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const described: { name: string; embedded: boolean }[] = [];
  for (const { dict } of objects.values()) {
    const listed = /\/Font <<([\s\S]*?)>>/.exec(dict)?.[1] ?? '';
    for (const [, name = '', ref = ''] of listed.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      if (fonts.has(name)) continue;
      const font = dictOf(ref);
      fonts.set(name, unicodeMap(objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]))?.stream ?? ''));
      const descendant = dictOf(/\/DescendantFonts \[(\d+) 0 R/.exec(font)?.[1]);
      const descriptor = dictOf(/\/FontDescriptor (\d+) 0 R/.exec(descendant)?.[1]);
      described.push({
        name: /\/BaseFont \/(\S+)/.exec(font)?.[1] ?? '',
        embedded: /\/FontFile[23] \d+ 0 R/.test(descriptor),
      });
    }
  }
  const order = refsOf(/\/Kids \[([^\]]*)\]/.exec(dictWith(objects, '/Type /Pages'))?.[1]);
  const pages = order.flatMap((ref) => objects.get(ref) ?? []);
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pages[0]?.dict ?? '');
  return {
    pages: pages.map(({ dict }) =>
      wordsOf(objects.get(Number(/\/Contents (\d+) 0 R/.exec(dict)?.[1]))?.stream ?? '', fonts),
    ),
    marks: marksOf(objects, order),
    fonts: described,
    size: [Number(box?.[1]), Number(box?.[2])],
  };
}

function dictWith(objects: ReadonlyMap<number, PdfObject>, said: string): string {
  return [...objects.values()].find(({ dict }) => dict.includes(said))?.dict ?? '';
}

function refsOf(list = ''): readonly number[] {
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, ref]) => Number(ref));
}

/** The bookmarks of a document, from the first to the next and on. */
function marksOf(objects: ReadonlyMap<number, PdfObject>, order: readonly number[]): PdfText['marks'] {
  const dict = (ref: string | undefined): string => objects.get(Number(ref))?.dict ?? '';
  const marks: { title: string; page: number }[] = [];
  let mark = dict(
    /\/First (\d+) 0 R/.exec(dict(/\/Outlines (\d+) 0 R/.exec(dictWith(objects, '/Type /Catalog'))?.[1]))?.[1],
  );
  while (mark !== '') {
    const page = Number(/\/Dest \[(\d+) 0 R/.exec(mark)?.[1]);
    marks.push({ title: titleIn(mark), page: order.indexOf(page) + 1 });
    mark = dict(/\/Next (\d+) 0 R/.exec(mark)?.[1]);
  }
  return marks;
}

/** A title is bytes in brackets, in UTF-16BE with its mark where it is not plain. */
function titleIn(dict: string): string {
  const raw = /\/Title \(((?:\\[\s\S]|[^\\)])*)\)/.exec(dict)?.[1] ?? '';
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = Buffer.from(
    raw.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign),
    'latin1',
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

interface PdfObject {
  readonly dict: string;
  readonly stream: string | null;
}

function objectsOf(pdf: Buffer): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const text = pdf.toString('latin1');
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const begin = found.index + found[0].length;
    const streamAt = text.indexOf('stream\n', begin);
    const end = text.indexOf('endobj', begin);
    if (streamAt < 0 || streamAt > end) {
      objects.set(Number(found[1]), { dict: text.slice(begin, end), stream: null });
      continue;
    }
    const dict = text.slice(begin, streamAt);
    const length = Number(/\/Length (\d+)/.exec(dict)?.[1]);
    const bytes = pdf.subarray(streamAt + 'stream\n'.length, streamAt + 'stream\n'.length + length);
    const readable = dict.includes('/FlateDecode') && !dict.includes('/Length1') && !dict.includes('/Image');
    objects.set(Number(found[1]), { dict, stream: readable ? inflateSync(bytes).toString('latin1') : null });
  }
  return objects;
}

/** The map from glyph to text; pdfkit writes ranges of arrays, each entry UTF-16BE. */
function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], n) => {
      map.set(parseInt(first, 16) + n, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  return map;
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let map: ReadonlyMap<number, string> = new Map();
  let words = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/gi)) {
    if (font !== undefined) map = fonts.get(font) ?? new Map();
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/gi))
      for (let at = 0; at < hex.length; at += 4) words += map.get(parseInt(hex.slice(at, at + 4), 16)) ?? '\ufffd';
  }
  return words;
}
