import type { ItemKind } from '@azukari/domain';
import { dayInTokyo } from '@azukari/domain';
import type { Whereabouts } from '../notice-words.ts';
import { say, strong } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Speech } from '../speech.ts';
import type { Kin } from '../whose.ts';
import { adviceEasy } from './advice.ts';
import { guideEasy } from './guide.ts';
import { easyHours } from './hours.ts';
import { easyHouse } from './house.ts';
import { reportEasy } from './report.ts';
import { easyDay, easyEra, easyMoment } from './day.ts';
import { pageEasy } from './page.ts';
import { pastEasy } from './past.ts';

const WHOSE: Readonly<Record<Kin, Rich>> = {
  herself: say`あなた`,
  husband: say`あなたの {夫|おっと}`,
  wife: say`あなたの {妻|つま}`,
  spouse: say`あなたの {夫|おっと}か {妻|つま}`,
  child: say`あなたの {子|こ}ども`,
  grandchild: say`あなたの {孫|まご}`,
  sibling: say`あなたの きょうだい`,
  family: say`あなたの {家族|かぞく}`,
};

function whose(kin: Kin | null, initials: readonly string[]): Rich {
  if (kin === 'herself') return say`${WHOSE.herself}の `;
  const letters = initials.join('.');
  if (letters === '') return kin === null ? [] : say`${WHOSE[kin]}の `;
  return kin === null ? say`${letters} さんの ` : say`${WHOSE[kin]}（${letters} さん）の `;
}

const HANDBOOK = say`{手帳|てちょう}`;
const CERTIFICATE = say`{受給者証|じゅきゅうしゃしょう}`;

const kinds: Readonly<Record<ItemKind, Rich>> = {
  'my-number-card': say`マイナンバーカード`,
  'eligibility-certificate': say`{資格確認書|しかくかくにんしょ}`,
  'eligibility-notice': say`{資格情報|しかくじょうほう}の お{知|し}らせ`,
  'legacy-insurance-card': say`{古|ふる}い {健康保険証|けんこうほけんしょう}`,
  'care-insurance-card': say`{介護保険被保険者証|かいごほけんひほけんしゃしょう}`,
  'care-copay-certificate': say`{介護保険負担割合証|かいごほけんふたんわりあいしょう}`,
  'care-limit-certificate': say`{介護保険負担限度額認定証|かいごほけんふたんげんどがくにんていしょう}`,
  'medical-limit-certificate': say`{限度額適用認定証|げんどがくてきようにんていしょう}`,
  'disability-handbook-physical': say`{身体障害者手帳|しんたいしょうがいしゃてちょう}`,
  'disability-handbook-intellectual': say`{療育手帳|りょういくてちょう}`,
  'disability-handbook-mental': say`{精神障害者保健福祉手帳|せいしんしょうがいしゃほけんふくしてちょう}`,
  'self-support-medical': say`{自立支援医療受給者証|じりつしえんいりょうじゅきゅうしゃしょう}`,
  'welfare-service-certificate': say`{障害福祉|しょうがいふくし}サービス{受給者証|じゅきゅうしゃしょう}`,
  'designated-disease': say`{特定医療費|とくていいりょうひ}（{指定難病|していなんびょう}）{受給者証|じゅきゅうしゃしょう}`,
  'local-medical-subsidy': say`{福祉医療費受給者証|ふくしいりょうひじゅきゅうしゃしょう}`,
  'specific-disease-recipient': say`{特定疾病療養受療証|とくていしっぺいりょうようじゅりょうしょう}`,
  'elderly-recipient': say`{高齢受給者証|こうれいじゅきゅうしゃしょう}`,
  'hibakusha-handbook': say`{被爆者健康手帳|ひばくしゃけんこうてちょう}`,
  'public-assistance-voucher': say`{医療券|いりょうけん}・{介護券|かいごけん}`,
  'residence-card': say`{在留|ざいりゅう}カード`,
  'sealed-envelope': say`{封|ふう}をした {封筒|ふうとう}`,
  'patient-card': say`{診察券|しんさつけん}`,
  'medication-notebook': say`お{薬手帳|くすりてちょう}`,
  other: say`{預|あず}かっているもの`,
};

const ASK_US = say`わからないときは、{施設|しせつ}に {聞|き}いてください。`;
const KEPT: Readonly<Record<Whereabouts, Rich>> = {
  here: say`を、{施設|しせつ}が {預|あず}かっています`,
  family: say`は、いま {家族|かぞく}が {持|も}っています`,
  away: say`の お{知|し}らせです`,
};

/** easy is how a notice speaks やさしい日本語: every word of kanji has its reading. */
export const easy: Speech = {
  tag: 'ja',
  space: '',
  day: (day) => say`${easyDay(day)}・${easyEra(day)}`,
  plainDay: easyDay,
  moment: (instant) => easyMoment(dayInTokyo(instant), instant),
  kinds,
  discreet: {
    'disability-handbook-physical': HANDBOOK,
    'disability-handbook-intellectual': HANDBOOK,
    'disability-handbook-mental': HANDBOOK,
    'hibakusha-handbook': HANDBOOK,
    'self-support-medical': CERTIFICATE,
    'welfare-service-certificate': CERTIFICATE,
    'designated-disease': CERTIFICATE,
    'local-medical-subsidy': CERTIFICATE,
    'specific-disease-recipient': say`{療養受療証|りょうようじゅりょうしょう}`,
    'public-assistance-voucher': say`{病院|びょういん}で {見|み}せる {券|けん}`,
  },
  whose,
  advice: adviceEasy,
  past: pastEasy,
  answers: {
    'self-renewal': say`{自分|じぶん}で {手続|てつづ}きに {行|い}きます`,
    'use-certificate': say`{更新|こうしん}しません。{資格確認書|しかくかくにんしょ}を {使|つか}います`,
    consult: say`{施設|しせつ}に {相談|そうだん}したいです`,
    'call-me': say`{電話|でんわ}で {話|はな}したいです`,
    noted: say`{読|よ}みました（まだ {決|き}めていません）`,
  },
  guide: guideEasy,
  report: reportEasy,
  letter: {
    title: say`お{預|あず}かり{品|ひん}の {期限|きげん}の お{知|し}らせ`,
    intro: say`{次|つぎ}の ものの {期限|きげん}を お{知|し}らせします。`,
    rows: {
      item: say`なにの ことか`,
      owner: say`だれのもの`,
      day: say`{期限|きげん}`,
      todo: say`すること`,
      bring: say`{持|も}っていくもの`,
      who: say`{行|い}く {人|ひと}`,
      missed: say`しないとき`,
    },
    name: (name) => say`${name} {様|さま}`,
    family: say`ご{家族|かぞく} {様|さま}`,
    ended: say`（{終|お}わりました）`,
    coupon: {
      cut: say`{切|き}る ところ`,
      title: say`{返事|へんじ}の {紙|かみ}`,
      code: say`{返事|へんじ}の {番号|ばんごう}`,
      ask: (phone) =>
        say`□に チェック（✓）を {書|か}いて、{施設|しせつ}に {渡|わた}してください。{電話|でんわ}（${phone}）でも いいです。`,
      day: say`{行|い}く {日|ひ}`,
      name: say`{名前|なまえ}`,
      dayBlank: say`　　　　{年|ねん}　　　{月|がつ}　　　{日|にち}`,
    },
  },
  frame: {
    // A subject has no room for readings.
    subject: (house) => `【${house}】お預かり品の期限のお知らせ（おあずかりひんの きげんの おしらせ）`,
    greeting: ({ house, signer, to }) => [
      say`${to.name} {様|さま}`,
      say`いつも ありがとうございます。${easyHouse(house)}${signer.name === '' ? '' : `の ${signer.name}`}です。${signer.title === '' ? '' : `（${signer.title}）`}`,
    ],
    introduction: ({ subject, from }) =>
      say`お{知|し}らせは、${strong(say`${from}`)} から {届|とど}きます。{題|だい}は「${subject}」です。{暗証番号|あんしょうばんごう}や マイナンバーや {銀行|ぎんこう}の {番号|ばんごう}は {聞|き}きません。{写真|しゃしん}や お{金|かね}は いりません。くわしい {紙|かみ}を {施設|しせつ}で {渡|わた}します。`,
    lead: ({ whose: owner, item, what, day, ended, at }) => [
      ...say`${owner}${item}${KEPT[at]}。${what}は、${strong(day)}`,
      ...(ended ? say`でした。{期限|きげん}は {終|お}わりました。` : say`です。`),
    ],
    handing: {
      here: say`{施設|しせつ}が {預|あず}かっています。{行|い}く {前|まえ}に {渡|わた}します。{行|い}く {日|ひ}を {教|おし}えてください。${ASK_US}`,
      some: say`{施設|しせつ}が {預|あず}かっているものは、{行|い}く {前|まえ}に {渡|わた}します。{行|い}く {日|ひ}を {教|おし}えてください。${ASK_US}`,
      family: say`いま、{家族|かぞく}が {持|も}っています。そのまま {持|も}って {行|い}ってください。${ASK_US}`,
      away: ASK_US,
    },
    pin: say`{暗証番号|あんしょうばんごう}は、{施設|しせつ}の {人|ひと}に {教|おし}えないでください。`,
    answer: {
      ask: say`{返事|へんじ}は、{次|つぎ}の ページで {一|ひと}つ {選|えら}んでください。{登録|とうろく}は いりません。`,
      choices: say`{選|えら}ぶ {返事|へんじ}`,
      byPhone: (phone, code) =>
        say`{返事|へんじ}は、{電話|でんわ}で {教|おし}えてください。{電話|でんわ}は ${strong(say`${phone}`)} です。${code === null ? '' : say`{返事|へんじ}の {番号|ばんごう} ${strong(say`${code}`)} も {言|い}ってください。`}`,
    },
    doubt: {
      button: say`あやしいと {思|おも}ったら、ボタンや リンクを {押|お}さないでください。{契約書|けいやくしょ}の {番号|ばんごう}に {電話|でんわ}してください。`,
      none: say`あやしいと {思|おも}ったら、{返事|へんじ}を しないでください。{契約書|けいやくしょ}の {番号|ばんごう}に {電話|でんわ}してください。`,
    },
    signature: ({ house, signer, hours }) => [
      easyHouse(house),
      ...(house.address === '' ? [] : [say`${house.address}`]),
      ...(signer.name === '' ? [] : [say`{担当|たんとう} ${signer.name}`]),
      say`{電話|でんわ} ${strong(say`${house.phone}`)}${hours === '' ? '' : say`（${easyHours(hours)}）`}`,
    ],
    checkpoint: {
      why: say`この {番号|ばんごう}で、{記録|きろく}が {正|ただ}しいことを {後|あと}で {確|たし}かめます。{家族|かぞく}は、{何|なに}も しなくて いいです。`,
      what: (size, at) => say`（${at}・{記録|きろく} ${size}）`,
    },
    event: (house) => `お預かり品の期限（${house}）`,
  },
  page: pageEasy,
};
