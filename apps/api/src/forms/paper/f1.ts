import type { EnvelopeRule } from '@azukari/domain';
import { ENVELOPE_RULES, ITEM_KINDS } from './kinds.ts';
import type { Content } from 'pdfmake/interfaces.js';
import { japaneseDay } from './dates.ts';
import {
  BOXED,
  DATE_BLANK,
  addressed,
  agreementNumber,
  cell,
  fields,
  personLines,
  points,
  section,
  signatures,
  tick,
  tickGrid,
  together,
} from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, Sheet } from './sheet.ts';
import { CAPACITY_WORDS, ENVELOPE_RULE_WORDS, KIND_WORDS } from './words.ts';

const PROMISES = [
  '施設は善良な管理者の注意をもって保管します。',
  'かぎのかかる場所に保管し、出し入れのたびに、日時・目的・持つ人を記録します。',
  '暗証番号は預かりません・お聞きしません。',
  '個人番号（マイナンバー12桁）は記録・複写しません。カードの写真も写しも取りません。',
  'ご本人がお求めのときは、いつでもご本人にお返しします。',
  '毎月、記録と現物を照合します。見あたらないときは、すぐにご連絡し、お手続きをお手伝いします。',
] as const;

/** custodyRequest is F1 預かり依頼書 兼 同意書: two pages, the agreed text after them where the facility has published one. */
export function custodyRequest(sheet: Sheet, issue: Issue): Paper {
  const { resident, agreement, text, wish } = sheet;
  const content: Content[] = [
    ...opening(sheet, issue),
    section('1　ご本人'),
    fields(personLines(resident, issue.facility.residentWord)),
    section('2　依頼される方（ご本人のときは、立場だけで結構です）'),
    requester(),
    section('3　お預けになるもの'),
    kindList((wish ?? agreement)?.kinds ?? []),
    {
      text: '現金・通帳・印鑑・キャッシュカードは、この依頼書ではお預かりしません。在留カードはご本人がお持ちになるものです。お預けの前にご相談ください。',
      fontSize: 8.5,
      margin: [0, 3, 0, 0],
    },
    section('4　お預かりの期間と目的'),
    period(sheet),
    { ...asStack(section('5　施設の約束')), pageBreak: 'before' },
    points(PROMISES),
    section('6　お伺いすること（あてはまるものに印をつけてください）'),
    questions(agreement?.envelopes ?? null),
    section('7　ご本人のお気持ちの確認'),
    will(),
    section('8　お返しするとき'),
    points([
      'ご本人がお求めのとき、解除依頼書をいただいたとき、退所されるとき、期間が終わったとき。',
      'ご逝去のときは、ご家族・後見人等へお渡しするか、役所・保険者へ返納します。',
      '後見人・身元引受人が変わられたときは、新しい依頼書をお願いします。年に1回、ごいっしょに見直します。',
    ]),
    together(
      section('9　ご署名'),
      {
        text: `上の内容${text === null ? '' : 'と別紙'}を確かめ、お預かりを依頼し、同意します。`,
        margin: [0, 0, 0, 3],
      },
      signatures(['ご本人', '代理の方・ご家族']),
    ),
    ...(text === null ? [] : publishedText(text)),
  ];
  return { whose: resident === null ? '' : `${resident.name} 様`, content };
}

function opening({ agreement, text }: Sheet, { facility }: Issue): Content[] {
  const version = agreement?.textVersion ?? text?.version ?? 0;
  return [
    { text: '預かり依頼書 兼 同意書', fontSize: 20, bold: true, alignment: 'center' },
    addressed(facility, [
      agreementNumber(agreement),
      `文面の版　${version === 0 ? '標準文' : `第 ${String(version)} 版`}`,
    ]),
  ];
}

function requester(): Content {
  const ticks = Object.values(CAPACITY_WORDS).map((word) => tick(word));
  return fields([
    ['立場', tickGrid(ticks, 3, 9), 40],
    ['お名前・続柄', '', 25],
    ['ご住所', { text: '〒', color: '#555555' }, 25],
    ['電話・メール', '', 22],
    [
      '代理の確認',
      {
        text: `立場のわかる書類（登記事項証明書など）　${tick('見ました')}　${tick('まだです')}　（職員が書きます）`,
        fontSize: 9,
      },
    ],
  ]);
}

function kindList(kinds: readonly string[]): Content {
  const ticks = ITEM_KINDS.map((kind) =>
    kind === 'other'
      ? tick('その他（　　　　　　　　　）', kinds.includes(kind))
      : tick(KIND_WORDS[kind], kinds.includes(kind)),
  );
  return { table: { widths: ['*'], body: [[tickGrid(ticks, 3, 9)]] }, layout: BOXED };
}

function period({ agreement, wish }: Sheet): Content {
  const said = wish ?? agreement;
  const from = said?.from ? japaneseDay(said.from) : DATE_BLANK;
  const open = agreement === null ? `${DATE_BLANK}　まで　　${tick('期限を決めない')}` : '期限を決めない';
  const to = said?.to ? `${japaneseDay(said.to)}　まで` : open;
  const purposes = ['受診・薬局', '入院・外泊', '更新などの手続き', 'その他（　　　　　　）'];
  return fields([
    [
      '期間',
      {
        stack: agreement === null ? [`${from}　から`, to] : [`${from}　から　${to}`],
        preserveLeadingSpaces: true,
      },
      agreement === null ? 34 : 22,
    ],
    ['目的', { text: purposes.map((purpose) => tick(purpose)).join('　'), fontSize: 9.5 }],
    [
      '持ち出す職員',
      { text: '書面で任命した職員。救急のときは居合わせた職員が持ち出し、責任者が確かめます。', fontSize: 9.5 },
    ],
  ]);
}

function questions(envelopes: EnvelopeRule | null): Content {
  const row = (question: string, ...answers: readonly string[]) => [
    cell({ text: question, fontSize: 9.5 }),
    cell({ stack: answers.map((text) => ({ text, margin: [0, 1, 0, 1] })), fontSize: 9.5 }),
  ];
  return {
    table: {
      widths: [196, '*'],
      dontBreakRows: true,
      body: [
        row(
          '届いた封筒は、どうしますか。暗証番号に関する封筒は、どちらの場合も開けません。',
          ...ENVELOPE_RULES.map((rule) => tick(ENVELOPE_RULE_WORDS[rule], rule === envelopes)),
        ),
        row(
          '救急のとき、お預かりしている証を救急隊・医療機関に示してよいですか。',
          `${tick('はい')}　　${tick('いいえ（くわしくお聞きします）')}`,
        ),
        row(
          '期限が近づいたことをお知らせしますか。送り先もご記入ください。',
          `${tick('メール')}　${tick('郵便')}　${tick('電話')}　${tick('知らせなくてよい')}`,
          '送り先　＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿',
        ),
        row(
          '手帳や受給者証など、病気や障害のことがわかる証の種類と期限を、施設が記録してよいですか。',
          `${tick('はい')}　　${tick('いいえ（その証はお預かりしません）')}`,
        ),
      ],
    },
    layout: BOXED,
  };
}

function will(): Content {
  return fields([
    [
      '伺い方',
      [tick('ことばで'), tick('書いて'), tick('身ぶりで'), tick('代理の方から'), tick('お聞きできなかった')].join('　'),
    ],
    ['お気持ち', '', 30],
  ]);
}

function publishedText({ version, text }: { readonly version: number; readonly text: string }): Content[] {
  return [
    { ...asStack(section(`別紙　お預かりの条件（第 ${String(version)} 版）`, 13)), pageBreak: 'before' },
    ...text
      .split('\n')
      .map((line) => ({ text: line === '' ? ' ' : line, margin: [0, 0, 0, 2] as [number, number, number, number] })),
  ];
}

function asStack(content: Content): { stack: Content[] } {
  return { stack: [content] };
}
