import type { PageWords } from '../page-words.ts';
import { say } from '../rich.ts';
import { easyHouse } from './house.ts';

/** pageEasy is what the page says in やさしい日本語. */
export const pageEasy: PageWords = {
  from: ({ house, signer }) =>
    say`${easyHouse(house)}の ${signer.name}です。${signer.title === '' ? '' : `（${signer.title}）`}`,
  ask: say`{返事|へんじ}を {一|ひと}つ {選|えら}んでください`,
  day: say`{行|い}く {日|ひ}`,
  dayHint: (example) => say`{例|れい} ${example}`,
  send: say`{返事|へんじ}を {送|おく}る`,
  wrong: say`もう {一度|いちど} {見|み}てください`,
  problems: {
    choose: say`{返事|へんじ}を {一|ひと}つ {選|えら}んでください。`,
    missing: say`{行|い}く {日|ひ}を {書|か}いてください。わからないときは「{施設|しせつ}に {相談|そうだん}したいです」を {選|えら}んでください。`,
    unreadable: say`{日|ひ}が わかりません。{例|れい}のように {書|か}いてください。`,
    past: say`{前|まえ}の {日|ひ}です。{今日|きょう}か、{今日|きょう}より {後|あと}の {日|ひ}を {書|か}いてください。`,
    'too-far': say`{一年|いちねん}より {先|さき}の {日|ひ}です。{年|ねん}を {見|み}てください。`,
  },
  taken: say`{返事|へんじ}を {受|う}けとりました`,
  plannedOn: (day) => say`{行|い}く {日|ひ}　${day}`,
  next: {
    'self-renewal': say`この {日|ひ}に {渡|わた}します。{準備|じゅんび}して {待|ま}っています。`,
    'use-certificate': say`{資格確認書|しかくかくにんしょ}のことで、{施設|しせつ}が {連絡|れんらく}するかもしれません。`,
    consult: say`{施設|しせつ}の {人|ひと}が {連絡|れんらく}します。`,
    'call-me': say`{施設|しせつ}の {人|ひと}が {電話|でんわ}します。`,
    noted: say`ありがとうございます。また お{知|し}らせします。`,
  },
  goes: say`{手続|てつづ}きが {終|お}わったら、{施設|しせつ}に {教|おし}えてください。`,
  change: (phone) =>
    say`この ページの {返事|へんじ}は {一回|いっかい}だけです。{変|か}えるときは、{電話|でんわ}してください（${phone}）。`,
  decided: say`{決|き}めたら、{下|した}で {返事|へんじ}を してください。`,
  over: say`この お{知|し}らせは {終|お}わりました。{返事|へんじ}は いりません。ありがとうございました。`,
};
