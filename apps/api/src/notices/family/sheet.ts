import { escaped } from '../notices.words.ts';
import { STYLE } from './style.ts';

/** sheet is a whole page of one column; what stands in `main` is HTML. */
export function sheet({
  tag,
  title,
  main,
}: {
  readonly tag: string;
  readonly title: string;
  readonly main: readonly string[];
}): string {
  return [
    '<!doctype html>',
    `<html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    '<meta name="format-detection" content="telephone=no, date=no, address=no">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    '<body><main>',
    ...main,
    '</main></body></html>',
    '',
  ].join('\n');
}

/** STRANGER is what everybody reads whose link opens nothing, whatever the reason: it names nobody. */
export const STRANGER = sheet({
  tag: 'ja',
  title: 'このページは開けません',
  main: [
    '<h1>このページは開けません</h1>',
    '<p>リンクの期限が切れたか、使えなくなっています。お返事やご質問は、契約書にある施設の電話番号へお願いいたします。</p>',
    '<p lang="en">This page cannot be opened: its link is no longer in use. Please call the facility at the number in your contract.</p>',
  ],
});

/** LATER is what everybody reads when too many ask at once, or something of ours is broken. */
export const LATER = sheet({
  tag: 'ja',
  title: 'いまは開けません',
  main: [
    '<h1>いまは開けません</h1>',
    '<p>少したってから、もう一度お開きください。お急ぎのときは、契約書にある施設の電話番号へお願いいたします。</p>',
    '<p lang="en">This page cannot be opened just now. Please try again in a few minutes, or call the facility at the number in your contract.</p>',
  ],
});
