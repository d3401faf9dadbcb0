import { say } from '../rich.ts';
import type { ReportWords } from '../speech.ts';

const ITEM = say`{預|あず}かっているもの`;

/** reportEasy is F7 in やさしい日本語. */
export const reportEasy: ReportWords = {
  title: say`{預|あず}かっているものの お{知|し}らせ`,
  intro: (name, from, to) => say`${name}のものの お{知|し}らせです。${from}から ${to}までの ことを {書|か}きました。`,
  kept: {
    title: say`いま {預|あず}かっているもの`,
    head: { item: ITEM, expires: say`{期限|きげん}` },
    none: say`{預|あず}かっているものは ありません。`,
  },
  moves: {
    title: say`{出|だ}したもの・もどしたもの`,
    head: { day: say`{日|ひ}`, item: ITEM, purpose: say`{理由|りゆう}`, back: say`もどした {日|ひ}` },
    none: say`{出|だ}したものは ありません。`,
  },
  ahead: {
    title: say`これからの {期限|きげん}`,
    head: { day: say`{期限|きげん}`, item: ITEM, what: say`{内容|ないよう}` },
    none: say`{近|ちか}い {期限|きげん}は ありません。`,
  },
  noDate: say`わかりません`,
  stillOut: say`まだ もどっていません`,
  purposes: {
    outpatient: say`{病院|びょういん}に {行|い}く`,
    pharmacy: say`{薬局|やっきょく}に {行|い}く`,
    'home-visit': say`{医者|いしゃ}が {来|く}る`,
    'hospital-stay': say`{入院|にゅういん}`,
    'overnight-leave': say`{家|いえ}などに {泊|と}まる`,
    renewal: say`{更新|こうしん}の {手続|てつづ}き`,
    'municipal-office': say`{市役所|しやくしょ}など`,
    'in-house': say`{施設|しせつ}の {中|なか}で {確|たし}かめる`,
    'to-resident': say`{本人|ほんにん}へ`,
    'to-family': say`{家族|かぞく}へ`,
    emergency: say`{救急車|きゅうきゅうしゃ}`,
    other: say`ほかの {理由|りゆう}`,
  },
  events: {
    'item.taken-in': say`{預|あず}かりました`,
    'item.held-temporarily': say`{少|すこ}しの{間|あいだ} {預|あず}かりました`,
    'item.handed-over': say`{返|かえ}しました`,
    'item.reported-missing': say`なくなりました`,
    'item.found': say`{見|み}つかりました`,
  },
  closing: (phone) =>
    say`わからないことは、{電話|でんわ}（${phone}）で {聞|き}いてください。{暗証番号|あんしょうばんごう}は {聞|き}きません。`,
  coupon: {
    ask: (phone) =>
      say`□に チェック（✓）を {書|か}いて、{施設|しせつ}に {渡|わた}してください。{電話|でんわ}（${phone}）でも いいです。`,
    answers: [
      say`{読|よ}みました`,
      say`{聞|き}きたいことが あります。{電話|でんわ}してください`,
      say`{住所|じゅうしょ}・{電話|でんわ}・メールが {変|か}わりました`,
      say`{手続|てつづ}きの {相談|そうだん}を したいです`,
    ],
    day: say`{日|ひ}にち`,
  },
};
