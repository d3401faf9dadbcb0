import { EVENT_WORDS, PURPOSE_WORDS } from '../../../forms/forms.words.ts';
import { said, say } from '../rich.ts';
import { MOVE_EVENTS } from '../speech.ts';
import type { MoveEvent, ReportWords } from '../speech.ts';

const events = Object.fromEntries(MOVE_EVENTS.map((event) => [event, EVENT_WORDS[event] ?? ''])) as Record<
  MoveEvent,
  string
>;

/** reportJa is F7 in Japanese. */
export const reportJa: ReportWords = {
  title: say`お預かり品のご報告`,
  intro: (name, from, to) => say`${name}のお預かり品について、${from}から${to}までのことをご報告いたします。`,
  kept: {
    title: say`いまお預かりしているもの`,
    head: { item: say`お預かり品`, expires: say`券面の期限` },
    none: say`お預かりしているものはありません。`,
  },
  moves: {
    title: say`この間の出し入れ`,
    head: { day: say`日`, item: say`お預かり品`, purpose: say`目的・できごと`, back: say`もどした日` },
    none: say`出し入れはありませんでした。`,
  },
  ahead: {
    title: say`これからの期限`,
    head: { day: say`期限`, item: say`お預かり品`, what: say`内容` },
    none: say`近い期限はありません。`,
  },
  noDate: say`未確認、または記載なし`,
  stillOut: say`外にあります`,
  purposes: said(PURPOSE_WORDS),
  events: said(events),
  closing: (phone) =>
    say`期限のあるものは、近づきましたらあらためてお知らせします。ご質問やお気づきのことは、お電話（${phone}）でお知らせください。暗証番号をお尋ねすることはありません。`,
  coupon: {
    ask: (phone) =>
      say`あてはまるものに印をつけて、施設にお渡しになるか、お送りください。お電話（${phone}）でも結構です。`,
    answers: [
      say`内容を確かめました`,
      say`聞きたいことがあります（お電話ください）`,
      say`住所・電話・メールが変わりました`,
      say`カードの手続きについて相談したい`,
    ],
    day: say`日付`,
  },
};
