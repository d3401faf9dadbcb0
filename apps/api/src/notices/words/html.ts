import type { Block } from './blocks.ts';
import { escaped, html } from './rich.ts';

// Colours are left to the reader's own, light or dark, but for the buttons, which bring both of their own.
const BODY =
  "margin:0;padding:20px 16px;font-family:'BIZ UDPGothic','Hiragino Sans','Yu Gothic',Meiryo,sans-serif;font-size:17px;line-height:1.8;max-width:38em";
const BUTTON =
  'display:block;margin:0 0 10px;background-color:#00605a;color:#ffffff;text-decoration:none;font-weight:bold;padding:13px 18px;border-radius:8px;border:2px solid #ffffff;line-height:1.5';
const FOOT = 'margin:28px 0 0;padding:14px 0 0;border-top:1px solid #8a8a8a;font-size:13px;line-height:1.6';
const NOTE =
  'margin:8px 0 0;font-family:Consolas,Menlo,monospace;font-size:11px;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;word-break:break-all';

/** page is a whole mail as HTML: nothing in it is fetched from anywhere, and nothing tells that it was read. */
export function page({
  tag,
  title,
  blocks,
}: {
  readonly tag: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}): string {
  return [
    '<!doctype html>',
    `<html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    '<meta name="format-detection" content="date=no, address=no">',
    `<title>${escaped(title)}</title></head>`,
    `<body style="${BODY}">`,
    ...blocks.map(drawn),
    '</body></html>',
    '',
  ].join('\n');
}

function drawn(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return `<p style="margin:0 0 18px">${block.lines.map(html).join('<br>\n')}</p>`;
    case 'list':
      return `<p style="margin:0 0 4px">${html(block.title)}</p>\n<ul style="margin:0 0 18px;padding:0 0 0 1.4em">\n${block.points.map((point) => `<li>${html(point)}</li>`).join('\n')}\n</ul>`;
    case 'answers':
      return `<p style="margin:0 0 8px">${html(block.ask)}</p>\n<div style="margin:0 0 18px">\n${block.answers.map(({ label, url }) => `<a href="${escaped(url)}" style="${BUTTON}">${html(label)}</a>`).join('\n')}\n</div>`;
    case 'checkpoint':
      return `<div style="${FOOT}"><p style="margin:0">${html(block.why)}<br>\n${html(block.what)}</p>\n<pre style="${NOTE}">${escaped(block.note)}</pre></div>`;
  }
}
