import { KIND_WORDS, eraDay, japaneseDay, japaneseMoment } from '../../../forms/forms.words.ts';
import type { Correspondence, Whereabouts } from '../notice-words.ts';
import { said, say, strong } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Speech } from '../speech.ts';
import type { Kin } from '../whose.ts';
import { adviceJa } from './advice.ts';
import { guideJa } from './guide.ts';
import { reportJa } from './report.ts';
import { pageJa } from './page.ts';
import { pastJa } from './past.ts';

const WHOSE: Readonly<Record<Exclude<Kin, 'herself'>, string>> = {
  husband: 'ご主人様',
  wife: '奥様',
  spouse: '配偶者の方',
  child: 'お子様',
  grandchild: 'お孫様',
  sibling: 'ごきょうだい',
  family: 'ご家族',
};

const FULL_WIDTH = 0xfee0;
const wide = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + FULL_WIDTH);

function whose(kin: Kin | null, initials: readonly string[]): Rich {
  if (kin === 'herself') return [];
  const letters = initials.map(wide).join('・');
  if (letters === '') return kin === null ? say`` : say`${WHOSE[kin]}の`;
  return kin === null ? say`${letters}様の` : say`${WHOSE[kin]}（${letters}様）の`;
}

function signature({ house, signer, hours }: Correspondence): readonly Rich[] {
  return [
    say`${house.name}`,
    ...(house.address === '' ? [] : [say`${house.address}`]),
    ...(signer.name === '' ? [] : [say`担当　${signer.name}`]),
    say`電話　${strong(say`${house.phone}`)}${hours === '' ? '' : say`　（${hours}）`}`,
  ];
}

function signed({ name, title }: Correspondence['signer']): string {
  return name === '' ? '' : `${title === '' ? '' : `、${title}`}の${name}`;
}

const KEPT: Readonly<Record<Whereabouts, string>> = {
  here: 'お預かりしている',
  family: 'ご家族にお渡ししている',
  away: '',
};

/** ja is how a notice speaks Japanese. */
export const ja: Speech = {
  tag: 'ja',
  space: '',
  day: (day) => say`${japaneseDay(day)}・${eraDay(day)}`,
  plainDay: (day) => say`${japaneseDay(day)}`,
  moment: (instant) => say`${japaneseMoment(instant)}`,
  kinds: { ...said(KIND_WORDS), other: say`お預かり品` },
  discreet: {
    'disability-handbook-physical': say`手帳`,
    'disability-handbook-intellectual': say`手帳`,
    'disability-handbook-mental': say`手帳`,
    'hibakusha-handbook': say`手帳`,
    'self-support-medical': say`受給者証`,
    'welfare-service-certificate': say`受給者証`,
    'designated-disease': say`受給者証`,
    'local-medical-subsidy': say`受給者証`,
    'specific-disease-recipient': say`療養受療証`,
    'public-assistance-voucher': say`受診のための券`,
  },
  whose,
  advice: adviceJa,
  past: pastJa,
  answers: {
    'self-renewal': say`自分で手続きに行く`,
    'use-certificate': say`更新せず資格確認書を使いたい`,
    consult: say`施設に相談したい`,
    'call-me': say`電話で話したい`,
    noted: say`確認しました（まだ決めていません）`,
  },
  guide: guideJa,
  report: reportJa,
  letter: {
    title: say`お預かり品の期限のお知らせ`,
    intro: say`次のものの期限について、お知らせいたします。`,
    rows: {
      item: say`対象のもの`,
      owner: say`どなたの`,
      day: say`期限`,
      todo: say`お手続き`,
      bring: say`お持ちになるもの`,
      who: say`行かれる方`,
      missed: say`されないとき`,
    },
    name: (name) => say`${name} 様`,
    family: say`ご家族 様`,
    ended: say`（過ぎました）`,
    coupon: {
      cut: say`切りとり`,
      title: say`ご返信票`,
      code: say`返事の番号`,
      ask: (phone) =>
        say`あてはまるものに印をつけて、施設にお渡しになるか、お送りください。お電話（${phone}）でも結構です。`,
      day: say`行かれる日`,
      name: say`お名前`,
      dayBlank: say`　　　　年　　　月　　　日`,
    },
  },
  frame: {
    subject: (house) => `【${house}】お預かり品の期限のお知らせ`,
    greeting: ({ house, signer, to }) => [
      say`${to.name}様`,
      say`いつもお世話になっております。${house.name}${signed(signer)}です。`,
    ],
    introduction: ({ subject, from }) =>
      say`このお知らせは、${strong(say`${from}`)} から「${subject}」という件名でお届けしています。暗証番号・個人番号・口座番号をお尋ねすることも、写真やお金をお願いすることもありません。くわしいご案内の紙は、施設でお渡しします。`,
    lead: ({ whose: owner, item, what, day, ended, at }) =>
      ended
        ? say`${owner}${KEPT[at]}${item}は、${strong(day)}で${what}を過ぎました。`
        : say`${owner}${KEPT[at]}${item}は、${what}が${strong(day)}です。`,
    handing: {
      here: say`施設でお預かりしていますので、行かれる前にお渡しします。ご都合のよい日をお知らせください。お迷いのときはご相談ください。`,
      some: say`施設でお預かりしているものは、行かれる前にお渡しします。ご都合のよい日をお知らせください。お迷いのときはご相談ください。`,
      family: say`いまはご家族のお手元にありますので、そのままお持ちになれます。お迷いのときはご相談ください。`,
      away: say`お迷いのときはご相談ください。`,
    },
    pin: say`暗証番号は、施設の職員にはお伝えにならないようお願いいたします。`,
    answer: {
      ask: say`お返事は、次のページで一つお選びください。登録はいりません。`,
      choices: say`お選びいただけるお返事`,
      byPhone: (phone, code) =>
        say`お返事は、お電話（${strong(say`${phone}`)}）でお願いいたします。${code === null ? '' : say`お電話では、返事の番号 ${strong(say`${code}`)} をお伝えください。`}`,
    },
    doubt: {
      button: say`ご不審なときは、ボタンやリンクを押さず、契約書にある施設の番号へお電話ください。`,
      none: say`ご不審なときは、このお知らせに返事をせず、契約書にある施設の番号へお電話ください。`,
    },
    signature,
    checkpoint: {
      why: say`記録が書き換えられていないことを後で確かめるための番号です。ご家族の操作は不要です。`,
      what: (size, at) => say`（${at}・記録 ${size}件）`,
    },
    event: (house) => `お預かり品の期限（${house}）`,
  },
  page: pageJa,
};
