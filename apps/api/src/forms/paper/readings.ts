import type { Content } from 'pdfmake/interfaces.js';
import type { Inline, Page } from 'pdfmake/js/LayoutBuilder.js';
import type { Rich } from '../../notices/notices.words.ts';

/** A line with readings is higher, by what stands above it. */
const SPACED = 1.15;

/** sentence is a sentence for a paper: what has a reading is not torn at the end of a line. */
export function sentence(rich: Rich, more: { readonly bold?: boolean } = {}): Content {
  const read = rich.some(({ reading }) => reading !== undefined);
  return {
    text: rich.map(({ text, reading, strong = false }) => ({
      text,
      ...(strong || more.bold === true ? { bold: true } : {}),
      ...(reading === undefined ? {} : { reading, noWrap: true }),
    })),
    preserveLeadingSpaces: true,
    ...(read ? { lineHeight: SPACED, margin: [0, 3, 0, 0] as [number, number, number, number] } : {}),
  };
}

type Line = Page['items'][number]['item'];

/** addReadings sets the reading above each word that has one: pdfmake knows no ruby, but hands on what a piece of text carries. */
export function addReadings(page: Page): void {
  page.items = page.items.flatMap((placed) => {
    const above = placed.item.inlines?.flatMap(readingOf) ?? [];
    if (above.length === 0) return [placed];
    const { item } = placed;
    const line = Object.assign(Object.create(Object.getPrototypeOf(item) as object) as Line, item, {
      inlines: above,
      y: (item.y ?? 0) - (above[0]?.fontSize ?? 0) * 0.55,
    });
    return [placed, { ...placed, item: line }];
  });
}

function readingOf(inline: Inline): Inline[] {
  if (typeof inline.reading !== 'string') return [];
  const { reading, ...base } = inline;
  const half = inline.fontSize / 2;
  // A long reading may stand out over its word by an eighth at each side.
  const fontSize = Math.min(half, (half * inline.width * 1.25) / inline.font.widthOfString(reading, half));
  const width = inline.font.widthOfString(reading, fontSize);
  return [{ ...base, text: reading, fontSize, width, x: inline.x + (inline.width - width) / 2 }];
}
