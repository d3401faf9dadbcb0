import type { PageWords } from '../page-words.ts';
import { say } from '../rich.ts';

/** pageJa is what the page says in Japanese. */
export const pageJa: PageWords = {
  from: ({ house, signer }) =>
    say`${house.name}${signer.title === '' ? '' : `、${signer.title}`}の${signer.name}です。`,
  ask: say`お返事を一つお選びください`,
  day: say`行かれる日`,
  dayHint: (example) => say`例 ${example}`,
  send: say`この内容で返事をする`,
  wrong: say`お確かめください`,
  problems: {
    choose: say`お返事を一つお選びください。`,
    missing: say`行かれる日を入力してください。お決まりでないときは「施設に相談したい」をお選びください。`,
    unreadable: say`日付を読みとれませんでした。例のように入力してください。`,
    past: say`過ぎた日が入力されています。今日からあとの日を入力してください。`,
    'too-far': say`一年より先の日が入力されています。年をお確かめください。`,
  },
  taken: say`お返事をいただきました`,
  plannedOn: (day) => say`行かれる日　${day}`,
  next: {
    'self-renewal': say`この日にお渡しできるよう、用意してお待ちしています。`,
    'use-certificate': say`資格確認書について、施設からご連絡することがあります。`,
    consult: say`担当の者からご連絡いたします。`,
    'call-me': say`施設からお電話いたします。`,
    noted: say`ありがとうございます。またお知らせいたします。`,
  },
  goes: say`お手続きがすみましたら、施設にお知らせください。`,
  change: (phone) => say`このページからのお返事は一度だけです。変えるときは、お電話（${phone}）でお知らせください。`,
  decided: say`お決まりでしたら、下からお返事いただけます。`,
  over: say`このお知らせの手続きは終わりました。お返事はいりません。ありがとうございました。`,
};
