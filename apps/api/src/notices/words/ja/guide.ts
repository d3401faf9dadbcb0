import { say, strong } from '../rich.ts';
import type { Speech } from '../speech.ts';

/** guideJa is F20 in Japanese. */
export const guideJa: Speech['guide'] = ({ house, phone, subject, from, days }) => ({
  title: say`お知らせのご案内`,
  intro: say`${house.name}では、お預かりしているものの期限が近づきますと、メールまたは郵便でお知らせします。本物のお知らせを見分けていただけるように、先にご案内いたします。`,
  parts: [
    {
      title: say`届くお知らせ`,
      points: [
        say`件名は「${strong(say`${subject}`)}」です。お名前・品名・番号は、件名に書きません。`,
        say`メールは ${from === null ? '＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿' : strong(say`${from}`)} から届きます。`,
        say`期限の${before(days)}に、そのあとはお手続きがすむまで月に1回お送りします。`,
        say`メールでは、ご本人のお名前を頭文字で書きます。施設の担当者の名前と電話番号は、かならず書きます。`,
      ],
    },
    {
      title: say`お願いしないこと`,
      points: [
        say`${strong(say`暗証番号をお尋ねすることはありません。`)}職員にもお伝えにならないでください。`,
        say`個人番号（マイナンバー12桁）・保険証の番号・口座番号をお尋ねすることはありません。`,
        say`カードの写真やお金をお送りいただくことはありません。会員登録もありません。`,
      ],
    },
    {
      title: say`ご不審なとき`,
      points: [say`ボタンやリンクを押さず、契約書にある施設の番号（${strong(say`${phone}`)}）へお電話ください。`],
    },
    {
      title: say`お返事のしかた`,
      points: [
        say`メールのボタンを押すと、お返事を一つ選ぶページが開きます。お返事は何度でも、お電話でも承ります。`,
        say`郵便のときは、お手紙の返信票に印をつけて、お渡しになるかお送りください。`,
      ],
    },
    {
      title: say`お知らせの終わりにある番号`,
      points: [
        say`施設の記録が書き換えられていないことを、後で確かめるための番号です。ご家族の操作は不要です。お知らせをとっておいていただけますと、確かめるときの助けになります。`,
      ],
    },
    {
      title: say`受け取り方を変えるとき`,
      points: [
        say`メール・郵便・電話のどれにするか、送り先、お知らせを止めることは、いつでも変えられます。施設までお知らせください。`,
      ],
    },
  ],
});

function before(days: readonly number[]): string {
  const ahead = days.filter((day) => day > 0).map((day) => `${String(day)}日`);
  return [...(ahead.length === 0 ? [] : [`${ahead.join('・')}前`]), ...(days.includes(0) ? ['当日'] : [])].join('と');
}
