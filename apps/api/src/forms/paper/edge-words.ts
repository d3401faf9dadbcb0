import type { Language } from '../../notices/notices.words.ts';
import { englishMoment, japaneseMoment } from './dates.ts';
import type { Issue } from './sheet.ts';

/** EdgeWords are what stands at the head and the foot of every page, whatever the paper says. */
export interface EdgeWords {
  readonly continued: (title: string, whose: string) => string;
  readonly form: (number: string, house: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly issued: (issue: Issue) => string;
  /** Before the code that stands for the signature. */
  readonly code: string;
  readonly state: (at: string, size: number) => string;
  readonly why: string;
  readonly unsigned: { readonly title: string; readonly text: string };
}

const number = (value: number): string => value.toLocaleString('en-US');

const JA: EdgeWords = {
  continued: (title, whose) => `${title}（つづき）　${whose}`,
  form: (form, house) => `様式${form}　${house}`,
  page: (page, pages) => `${String(page)} / ${String(pages)} ページ`,
  issued: ({ issuedAt, issuedBy, seq }) =>
    `発行　${japaneseMoment(issuedAt)}　　記録番号　${number(seq)}　　発行した人　${issuedBy}`,
  code: '確認番号　',
  state: (at, size) => `　（${japaneseMoment(at)}・記録 ${number(size)}件）`,
  why: '確認番号と二次元コードは、施設の記録があとから書きかえられていないことを、どなたでも確かめられるようにするためのものです。ご本人・ご家族のお手続きはいりません。',
  unsigned: {
    title: 'この用紙には記録の締めの署名がありません',
    text: 'いまの記録が、前に署名した記録の続きになっていると確かめられないため、署名を止めています。用紙は、書き入れもご署名も、このままお使いいただけます。署名がもどったあとで、確認番号の入った用紙を印刷しなおすこともできます。',
  },
};

const EN: EdgeWords = {
  continued: (title, whose) => `${title} (continued)　${whose}`,
  form: (form, house) => `Form ${form}　${house}`,
  page: (page, pages) => `Page ${String(page)} / ${String(pages)}`,
  issued: ({ issuedAt, issuedBy, seq }) =>
    `Issued ${englishMoment(issuedAt)}　　Entry ${number(seq)}　　By ${issuedBy}`,
  code: 'Check code　',
  state: (at, size) => `　(${englishMoment(at)}, ${number(size)} entries)`,
  why: 'By the check code and the QR code anybody can check later that our record was not rewritten. You need do nothing.',
  unsigned: {
    title: 'The record is not signed on this paper',
    text: 'Nothing is signed at present, because it cannot be shown that the record continues the one that was signed before. You can use this paper as it is. Once the record is signed again, we can print it for you with a check code.',
  },
};

/** edgeWords are those of a language; やさしい日本語 has no room for readings there. */
export function edgeWords(language: Language): EdgeWords {
  return language === 'en' ? EN : JA;
}
