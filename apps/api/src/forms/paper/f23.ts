import type { Content } from 'pdfmake/interfaces.js';
import { LEVEL_WORDS } from './f4.ts';
import { fields, section } from './layout.ts';
import type { Line } from './layout.ts';
import type { Paper } from './paper.ts';
import type { DownOnPaper, Issue } from './sheet.ts';

const FIRST: readonly string[] = [
  '電源とコンセントを見ます。切れていたら入れて、5分待ちます。',
  '別のタブレットでも開けないか、見ます。1台だけなら、ほかの1台を使います。',
  '動かなければ、「出し入れ記録簿」の白紙（番号つき）を1枚出して、金庫のそばに置きます。',
  '金庫の「夜間・停電用一覧」の封筒を開けます。だれの何が、どのポーチにあるかが書いてあります。',
  'いま外に出ているものを、一覧の表と、持ち帰った人に聞いて、白紙の1行目から書きます。',
  '下の「まず電話する人」に電話します。夜中でも、カードを持ち出す救急のときは待たなくてかまいません。',
];
const MEANWHILE: readonly string[] = [
  '1回の出し入れに1行。出した時刻、持つ人、もどした時刻を、そのときに書きます。',
  '書きまちがいは消さずに二重線。次の行に正しく書きます。',
  '暗証番号・個人番号・証の番号は書きません。',
  '救急は、まず救急。行き先とものだけ、あとで1行に書きます。',
  '鍵を渡すときは、渡した人と受けた人が、用紙の備考に名前を書きます。',
  '用紙がいっぱいになったら、次の番号の用紙へ。番号は飛ばしません。',
];
const MORNING: readonly string[] = [
  'パソコンが動いたら、画面の「今日」を開き、日付と時刻が合っているか見ます。',
  '「あとから記録」→「紙の用紙を1枚まとめて入れる」で、用紙の番号を入れ、上の行から順に入れます。10行で1分ほどです。',
  '二人で金庫を開け、「点検」で数えます。ちがいがあれば、そこで答えを入れます。',
  '用紙は捨てずに綴じます。記録のもとになった紙として、確かめることができます。',
  '使った白紙と「夜間・停電用一覧」を、新しく印刷して封筒に入れます。',
  '動かないままなら、管理者がバックアップから別のパソコンに戻します（利用者ガイド「バックアップ」）。それまで紙で続けます。',
];

/** whenDown is F23 コンピューターが動かないとき: one page for the night, one for who comes next morning. */
export function whenDown({ people, safe }: DownOnPaper, { facility }: Issue): Paper {
  const room = '　';
  const calls: readonly Line[] = [
    ['施設', facility.phone === '' ? room : facility.phone],
    ['施設長', facility.head === '' ? room : `${facility.head}　　　電話`],
    ...people.map(({ name, level }): Line => [LEVEL_WORDS[level], `${name}　　　電話`]),
    ['パソコンを見る人', '　　　　　　　　　　電話'],
    ['本部・業者', '　　　　　　　　　　電話'],
  ];
  const places: readonly Line[] = [
    ['金庫', safe],
    ['夜間・停電用一覧の封筒', room, 30],
    ['番号つきの白紙', room, 30],
    ['緊急用の封筒（パスワード）', room, 30],
    ['非常用の鍵', room, 30],
    ['パソコン本体と電源', room, 30],
  ];
  const content: Content[] = [
    { text: 'コンピューターが動かないとき', fontSize: 22, bold: true, alignment: 'center', margin: [0, 0, 0, 2] },
    { text: 'カードは紙で守れます。あわてずに、上から順に。', fontSize: 12, alignment: 'center', margin: [0, 0, 0, 4] },
    section('はじめの10分', 13),
    numbered(FIRST),
    section('まず電話する人（足りない番号は手で書きます）', 13),
    fields(calls, { labelWidth: 110, rowHeight: 24 }),
    section('動くまでの間', 13),
    numbered(MEANWHILE),
    { text: '', pageBreak: 'after' },
    { text: '次の朝', fontSize: 22, bold: true, alignment: 'center', margin: [0, 4, 0, 6] },
    numbered(MORNING),
    section('どこにあるか（手で書いておきます）', 13),
    fields(places, { labelWidth: 150, rowHeight: 26 }),
    section('確かめた日（年に1度、電源を切って練習します）', 13),
    fields(
      [
        ['日', '　　　　年　　　月　　　日　　　　確かめた人'],
        ['日', '　　　　年　　　月　　　日　　　　確かめた人'],
        ['日', '　　　　年　　　月　　　日　　　　確かめた人'],
      ],
      { labelWidth: 60, rowHeight: 28 },
    ),
  ];
  return { whose: facility.name, content };
}

function numbered(sentences: readonly string[]): Content {
  return {
    stack: sentences.map((text, n) => ({
      columns: [
        { text: String(n + 1), bold: true, width: 20 },
        { text, width: '*' },
      ],
      margin: [4, 0, 0, 4],
    })),
    fontSize: 11.5,
    lineHeight: 1.12,
  };
}
