import type { Content } from 'pdfmake/interfaces.js';
import { eraDay, japaneseDay } from './dates.ts';
import { APPLICANT_WORDS, GROUND_WORDS, WHY_WORDS } from './f12-words.ts';
import {
  BOXED,
  DATE_BLANK,
  fields,
  personLines,
  points,
  section,
  signatures,
  tick,
  tickGrid,
  together,
} from './layout.ts';
import type { Line } from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, Support } from './sheet.ts';
import { INSURER_WORDS } from './words.ts';

/** applicationSupport is F12 資格確認書 申請支援票, and the 委任状 that goes with it unless somebody applies for herself. */
export function applicationSupport(support: Support, issue: Issue): Paper {
  const { resident, noted } = support;
  const content: Content[] = [
    { text: '資格確認書 申請支援票', fontSize: 20, bold: true, alignment: 'center' },
    { text: support.why === null ? '' : WHY_WORDS[support.why], fontSize: 10.5, margin: [0, 6, 0, 0] },
    section('1　ご本人'),
    fields(personLines(resident, issue.facility.residentWord)),
    section('2　申請すること'),
    fields(application(support)),
    together(section('3　進みぐあい'), fields(progress(support))),
    together(
      section('4　申請のときに'),
      points([
        '申請書は、保険者の窓口かホームページにあります。',
        '番号を書く欄は、ご本人かご家族がお書きください。この用紙には、どの番号も暗証番号も書かないでください。',
        '届いたら施設へお持ちください。お預かりのときに、券面の日付を記録します。',
      ]),
    ),
    ...(noted?.byProxy === false ? [] : proxy(support, issue)),
  ];
  return { whose: `${resident.name} 様`, content };
}

const BLANK: Content = { text: DATE_BLANK, preserveLeadingSpaces: true };

function application({ insurer, insurerType, noted }: Support): readonly Line[] {
  const named = insurer ?? (insurerType === null ? '' : INSURER_WORDS[insurerType]);
  const grounds = Object.entries(GROUND_WORDS).map(([ground, word]) => tick(word, ground === noted?.ground));
  const applicants = Object.entries(APPLICANT_WORDS).map(([who, word]) => tick(word, who === noted?.applicant));
  return [
    ['保険者', named],
    ['申請の理由', tickGrid(grounds, 2), 52],
    ['申請する人', tickGrid(applicants, 2), 36],
    ['委任状', [tick('あり', noted?.byProxy === true), tick('なし', noted?.byProxy === false)].join('　　　')],
  ];
}

function progress({ expiresOn, noted }: Support): readonly Line[] {
  const renews = (answer: string, word: string): string => tick(word, noted?.renews === answer);
  return [
    ['いまの期限', expiresOn === null ? BLANK : day(expiresOn)],
    ['申請した日', noted?.appliedOn == null ? BLANK : day(noted.appliedOn)],
    ['届いた日', noted?.arrivedOn == null ? BLANK : day(noted.arrivedOn)],
    ['新しい期限', BLANK],
    ['次の更新', `${renews('yes', '申請なしで届く')}　　${renews('no', 'また申請する')}`],
  ];
}

function proxy({ resident, insurer, noted }: Support, { facility }: Issue): Content[] {
  const ours = noted?.applicant === 'staff';
  return [
    { text: '委　任　状', fontSize: 20, bold: true, alignment: 'center', pageBreak: 'before' },
    {
      text: `${insurer ?? '　　　　　　　　　　　　　'}　御中`,
      fontSize: 12,
      margin: [0, 14, 0, 10],
      preserveLeadingSpaces: true,
    },
    { text: '私は、次の人を代理人と定め、下に印をつけたことを委任します。', fontSize: 11 },
    section('代理人（頼まれる人）'),
    fields([
      ['住所', ours ? facility.address : '', 30],
      ['氏名', ours ? `${facility.name}　職員` : '', 30],
      ['電話', ours ? facility.phone : '', 24],
      ['ご本人との関係', ours ? '入所している施設の職員' : '', 24],
    ]),
    section('委任すること'),
    {
      table: {
        widths: ['*'],
        body: [[tickGrid([tick('資格確認書の交付の申請'), tick('資格確認書の受け取り')], 2, 11)]],
      },
      layout: BOXED,
    },
    section('委任する人（ご本人）'),
    fields([['住所', '', 30], ...personLines(resident, 'ご本人')]),
    {
      stack: [signatures(['署名'], { dateName: '委任した日', staff: null })],
      margin: [0, 10, 0, 0],
    },
    {
      text: '保険者に決まった用紙があるときは、そちらを使ってください。どの番号も暗証番号も、この用紙には書かないでください。',
      fontSize: 9,
      margin: [0, 8, 0, 0],
    },
  ];
}

function day(value: string): string {
  const era = eraDay(value);
  return era === '' ? japaneseDay(value) : `${japaneseDay(value)}　${era}`;
}
