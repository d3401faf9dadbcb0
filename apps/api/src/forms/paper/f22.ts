import type { Content } from 'pdfmake/interfaces.js';
import type { Paper } from './paper.ts';
import type { Issue } from './sheet.ts';

/** Step is one line of a poster: what to do, and a word about it. */
type Step = readonly [what: string, about: string];

const MOVING: readonly Step[] = [
  ['出す前に、画面で「出す」', 'だれの・何を・いつもどすか。3回押せば終わります。'],
  ['もどしたら、画面で「もどす」', '金庫に入れてから押します。だれがもどしてもかまいません。'],
  ['救急のときは、赤い「救急」', '何も書かずに出せます。あとのことは、あとで。'],
  ['見つからないときは、すぐ「さがしています」', '早く押すほど、早く見つかります。だれのせいでもありません。'],
  ['画面が動かないときは、紙に書く', '「出し入れ記録簿」の用紙に。あとで番号とともに入れます。'],
];

/** posters are F22: what to do at the safe, and that the computer stays on; each hangs on a wall of its own. */
export function* posters({ facility }: Issue): Generator<Paper> {
  yield {
    whose: facility.name,
    content: [
      ...headed('カードの出し入れ'),
      ...MOVING.map(([what, about], n) => step(n + 1, what, about)),
      {
        text: '暗証番号は聞きません・書きません・預かりません。',
        fontSize: 20,
        bold: true,
        alignment: 'center',
        margin: [0, 26, 0, 0],
      },
      callTo(facility),
    ],
  };
  yield {
    whose: facility.name,
    content: [
      ...headed('電源を切らないでください'),
      large('このパソコンは、夜も休みの日も動いています。'),
      large('消すと、カードの出し入れを記録できません。\nご家族へのお知らせも止まります。'),
      large('コンセントを抜かない。ふたを閉じない。\n「シャットダウン」を押さない。'),
      {
        text: '止まってしまったとき',
        fontSize: 20,
        bold: true,
        margin: [0, 30, 0, 4],
      },
      {
        text: 'もう一度、電源を入れて5分待ちます。動かなければ「コンピューターが動かないとき」の紙を見て、用紙に書いてください。',
        fontSize: 17,
        lineHeight: 1.2,
      },
      callTo(facility),
    ],
  };
}

function headed(title: string): Content[] {
  return [{ text: title, fontSize: 42, bold: true, alignment: 'center', margin: [0, 18, 0, 26] }];
}

function step(n: number, what: string, about: string): Content {
  return {
    columns: [
      { text: String(n), fontSize: 34, bold: true, width: 44 },
      {
        stack: [
          { text: what, fontSize: 22, bold: true },
          { text: about, fontSize: 14, margin: [0, 3, 0, 0] },
        ],
        width: '*',
      },
    ],
    margin: [0, 0, 0, 22],
  };
}

function large(text: string): Content {
  return { text, fontSize: 23, bold: true, lineHeight: 1.25, margin: [0, 0, 0, 24] };
}

function callTo({ name, phone }: Issue['facility']): Content {
  return {
    text: `${name}　${phone === '' ? '電話　　　　　　　　　　　　' : `電話 ${phone}`}`,
    preserveLeadingSpaces: true,
    fontSize: 14,
    alignment: 'center',
    margin: [0, 34, 0, 0],
  };
}
