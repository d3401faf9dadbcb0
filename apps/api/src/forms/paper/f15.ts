import type { Content } from 'pdfmake/interfaces.js';
import { eraDay, japaneseDay } from './dates.ts';
import { together } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, RegulationOnPaper } from './sheet.ts';

/** Article is one 条 of it. */
export interface Article {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** regulationPaper is F15 預り品等管理規程: a complete text, with a facility's own words at its marked places. */
export function regulationPaper({ words, on, changedOn }: RegulationOnPaper, { facility }: Issue): Paper {
  const content: Content[] = [
    { text: facility.name, fontSize: 12, alignment: 'center' },
    { text: '預り品等管理規程', fontSize: 20, bold: true, alignment: 'center', margin: [0, 2, 0, 4] },
    {
      text: `${japaneseDay(on)}（${eraDay(on)}）の時点${changedOn === null ? '' : `　　最後に改めた日 ${japaneseDay(changedOn)}`}`,
      fontSize: 9,
      alignment: 'center',
      margin: [0, 0, 0, 6],
    },
    ...articles(words, facility).map(({ title, paragraphs }, n) => article(n + 1, title, paragraphs)),
    together(
      { text: '附則', bold: true, fontSize: 11, margin: [0, 10, 0, 2] },
      { text: `この規程は、${words['in-force-from']}から施行します。`, preserveLeadingSpaces: true },
      {
        text: `${facility.name}　　施設長　${facility.head === '' ? '　　　　　　　　　' : facility.head}　　㊞`,
        alignment: 'right',
        margin: [0, 14, 0, 0],
      },
    ),
  ];
  return { whose: facility.name, content };
}

function article(n: number, title: string, [first = '', ...others]: readonly string[]): Content {
  const numbered = (text: string, place: number): Content => ({
    columns: [
      { text: String(place), width: 16 },
      { text, width: '*' },
    ],
    margin: [12, 1, 0, 0],
  });
  const opening = together(
    { text: `第${String(n)}条（${title}）`, bold: true, fontSize: 10.5, margin: [0, 5, 0, 1] },
    others.length === 0 ? { text: first, margin: [12, 1, 0, 0] } : numbered(first, 1),
  );
  return {
    stack: [opening, ...others.map((text, place) => numbered(text, place + 2))],
    fontSize: 9.5,
    lineHeight: 1.08,
  };
}

/** articles are the text of it, in its order. */
export function articles(
  words: RegulationOnPaper['words'],
  { name, residentWord, phone }: Issue['facility'],
): readonly Article[] {
  const said = (text: string): string => (/[。．]$/.test(text) ? text : `${text}。`);
  return [
    {
      title: '目的',
      paragraphs: [
        `この規程は、${name}（以下「施設」といいます）が、${residentWord}（以下「ご本人」といいます）からお預かりするカードや証（以下「預かり品」といいます）を安全に保管し、必要なときに確かにお使いいただけるように、その取り扱いを定めます。`,
      ],
    },
    {
      title: '保管の心がまえ',
      paragraphs: [
        '預かり品を、施設は善良な管理者の注意をもって保管します。',
        'お預かりは、ご本人の意思によります。ご本人がご自分でお持ちになることを妨げません。求めがあったときは、いつでもお返しします。',
        '預かり品は、ご本人の受診や手続きなど、ご本人のために必要なときに限って使います。',
      ],
    },
    {
      title: 'お預かりするもの',
      paragraphs: [
        `お預かりするものは、${words.kinds}とします。`,
        '現金、通帳、印鑑、キャッシュカードは、この規程ではお預かりしません。',
      ],
    },
    {
      title: 'お預かりの手続き',
      paragraphs: [
        'お預かりは、預かり依頼書 兼 同意書によります。ご本人の意思を、話す・書く・うなずくなど、その方に合った形で確かめます。',
        'お預かりしたときは、預かり証をお渡しし、個人別預り品台帳に記します。',
        'お預かりの内容は、年に1回、ご本人・ご家族とごいっしょに確かめます。',
        '依頼書のないものが施設にあるときは、一時保管として記録し、7日以内に扱いを決めます。',
      ],
    },
    {
      title: 'お聞きしないもの、記録しないもの',
      paragraphs: [
        '暗証番号は、お聞きしません。書いたものもお預かりしません。職員がご本人に代わって入力することもありません。',
        '個人番号、被保険者番号などの番号は記録しません。預かり品の写しや写真もとりません。',
        '届いた封筒は、預かり依頼書で決めたとおりに扱い、開けずにお渡しすることを基本とします。',
      ],
    },
    {
      title: '職員',
      paragraphs: [
        `責任者は、${words.responsible}とします。`,
        `副責任者は、${words.deputy}とします。`,
        `預かり品を取り扱う職員は、${words.handlers}とします。`,
        '任命と終わりは、いつからいつまでかを、カード取扱職員 任命簿（管理職員指定簿）に記し、どの日についてもお見せできるようにします。',
      ],
    },
    {
      title: '保管の場所とかぎ',
      paragraphs: [`保管の場所は、${words.safe}とします。お一人ずつ分けて納めます。`, `かぎは、${said(words.keys)}`],
    },
    {
      title: '出し入れと記録',
      paragraphs: [
        '出し入れのたびに、日時、預かり品、目的、行き先、持つ人、もどす予定を、出し入れ記録簿に記します。',
        `夜間は、${said(words.night)}`,
        '救急のときは、持ち出しを先にし、記録はあとから行います。記録は24時間以内に責任者が確かめます。',
        '記録は消さずに残します。まちがいは、新しい記録で、理由とともに訂正します。',
      ],
    },
    {
      title: '点検と照合',
      paragraphs: [
        said(words.counts),
        '点検は、あるべきものを見ずに数えます。記録と違ったときは、どうしたかを記すまで点検を終えません。',
        '照合の結果は、月次点検表に記し、翌月の7日までに終えます。',
      ],
    },
    {
      title: 'ご本人・ご家族への報告',
      paragraphs: [
        said(words.family),
        '期限が近づいたものは、ご本人と、知らせてよいと伺った連絡先の方に、前もってお知らせします。番号はお知らせに書きません。',
      ],
    },
    {
      title: '見あたらないとき',
      paragraphs: [
        '見あたらないときは、すぐにさがし、責任者に報告し、ご本人と連絡先の方にお知らせします。',
        'マイナンバーカードは、すぐに一時利用停止の手続き（0120-95-0178、24時間）をお手伝いします。施設の外でなくしたときは、警察に遺失届を出します。',
        '再交付の手続きをお手伝いします。窓口に行けない方は、資格確認書の申請を先にします。',
        `紛失・事故報告書を作り、${said(words.loss)}原因を調べ、くり返さないようにします。`,
      ],
    },
    {
      title: 'お返しするとき',
      paragraphs: [
        'お申し出、退所、ご逝去、更新のときは、返却書・受領書とともにお返しします。受け取られる方を確かめ、確かめたものの種類だけを記します。',
        'お渡ししてはいけないと伺った方には、お渡ししません。',
        '廃棄するときは、職員二人で立ち会います。',
      ],
    },
    {
      title: '記録の保存',
      paragraphs: [
        `この規程による記録は、${words.retention}保存します。`,
        '記録は、あとから書きかえられていないことを、だれでも確かめられる形で残します。',
      ],
    },
    {
      title: '研修と見直し',
      paragraphs: [
        '取扱者には、任命のときと年に1回、この規程と個人情報の取り扱いについて研修をします。',
        'この規程は、年に1回、また法令や通知が変わったときに見直します。',
      ],
    },
    {
      title: 'ご相談とその他',
      paragraphs: [
        `預かり品についてのご相談は、${words.contact}が承ります。${phone === '' ? '' : `電話 ${phone}`}`,
        said(words.more),
      ],
    },
  ];
}
