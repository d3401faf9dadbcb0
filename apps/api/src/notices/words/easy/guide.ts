import { joined, say, strong } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Speech } from '../speech.ts';
import { easyHouse } from './house.ts';

/** guideEasy is F20 in やさしい日本語. */
export const guideEasy: Speech['guide'] = ({ house, phone, subject, from, days }) => ({
  title: say`お{知|し}らせの {説明|せつめい}`,
  intro: say`${easyHouse(house)}は、{預|あず}かっているものの {期限|きげん}を お{知|し}らせします。お{知|し}らせは、メールか {手紙|てがみ}です。`,
  parts: [
    {
      title: say`{届|とど}く お{知|し}らせ`,
      points: [
        say`メールの {題|だい}は「${subject}」です。`,
        say`メールは ${from === null ? '＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿' : strong(say`${from}`)} から {届|とど}きます。`,
        say`お{知|し}らせの {日|ひ}は、{期限|きげん}の ${before(days)}です。そのあとは、1か{月|げつ}に 1{回|かい} です。`,
        say`メールには、{施設|しせつ}の {人|ひと}の {名前|なまえ}と {電話|でんわ}を {書|か}きます。`,
      ],
    },
    {
      title: say`{聞|き}かないこと`,
      points: [
        strong(say`{暗証番号|あんしょうばんごう}は {聞|き}きません。{教|おし}えないでください。`),
        say`マイナンバーや {銀行|ぎんこう}の {番号|ばんごう}は {聞|き}きません。`,
        say`カードの {写真|しゃしん}や お{金|かね}は いりません。`,
      ],
    },
    {
      title: say`あやしいと {思|おも}ったとき`,
      points: [
        say`ボタンや リンクを {押|お}さないでください。{契約書|けいやくしょ}の {番号|ばんごう}（${strong(say`${phone}`)}）に {電話|でんわ}してください。`,
      ],
    },
    {
      title: say`{返事|へんじ}の しかた`,
      points: [
        say`メールの ボタンを {押|お}すと、{返事|へんじ}の ページが {開|ひら}きます。{電話|でんわ}でも いいです。`,
        say`{手紙|てがみ}のときは、{返事|へんじ}の {紙|かみ}に {書|か}いて、{施設|しせつ}に {渡|わた}してください。`,
      ],
    },
    {
      title: say`お{知|し}らせの {最後|さいご}の {番号|ばんごう}`,
      points: [
        say`この {番号|ばんごう}で、{記録|きろく}が {正|ただ}しいことを {後|あと}で {確|たし}かめます。{家族|かぞく}は、{何|なに}も しなくて いいです。`,
      ],
    },
    {
      title: say`{変|か}えたいとき`,
      points: [
        say`メール・{手紙|てがみ}・{電話|でんわ}は、いつでも {変|か}えることが できます。{施設|しせつ}に {教|おし}えてください。`,
      ],
    },
  ],
});

function before(days: readonly number[]): Rich {
  const ahead = days.filter((day) => day > 0).map((day) => say`${String(day)}{日|にち} {前|まえ}`);
  return joined([...ahead, ...(days.includes(0) ? [say`その{日|ひ}`] : [])], '・');
}
