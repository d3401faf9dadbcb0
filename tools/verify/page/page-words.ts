import type { Language } from '../words.ts';

interface PageWords {
  readonly title: string;
  readonly otherLanguage: string;
  readonly lead: string;
  readonly file: string;
  readonly fileHint: string;
  readonly fileError: string;
  readonly pasted: string;
  readonly pastedHint: string;
  readonly anchor: string;
  readonly anchorHint: string;
  readonly anchorError: string;
  readonly start: string;
  readonly offline: string;
  readonly cannot: string;
  readonly cannotWhy: string;
}

/** WORDS are the page's own, in both languages. */
export const WORDS: Readonly<Record<Language, PageWords>> = {
  ja: {
    title: '記録の検証',
    otherLanguage: 'English',
    lead: '施設から受け取った記録が、書き換えられていないかを、このパソコンの中だけで確かめます。',
    file: '施設から受け取ったファイル',
    fileHint: '記録のパック（.zip）、または一件の受領証（.pdf か .tlog-proof）',
    fileError: 'ファイルを選ぶか、受領証の文字を貼り付けてください。',
    pasted: '紙の受領証だけをお持ちのとき',
    pastedHint: '受領証の「証明の二次元コード」を 1 から順に読み、区切りを入れずに続けて貼り付けてください。',

    anchor: 'お手元の控え（任意）',
    anchorHint:
      '施設からのメールや紙にある番号（XXXX-XXXX-XXXX-XXXX）か、「azukari/」で始まるチェックポイントの全文を入れてください。施設のファイルから写したものでは意味がありません。',
    anchorError: '番号は16桁の英数字です。チェックポイントは「azukari/」で始まる行からすべて貼り付けてください。',
    start: '検証する',
    offline: 'このページは通信しません。インターネットにつながっていなくても使えます。',
    cannot: '？ 判定できません',
    cannotWhy:
      'このブラウザーでは検証できませんでした。新しい Chrome・Edge・Firefox・Safari で開くか、npm run verify をお使いください。',
  },
  en: {
    title: 'Verify a record',
    otherLanguage: '日本語',
    lead: 'Checks on this computer alone whether the record that a facility handed over was altered.',
    file: 'The file from the facility',
    fileHint: 'A pack of the record (.zip), or the receipt of one entry (.pdf or .tlog-proof)',
    fileError: 'Choose a file, or paste the text of a receipt.',
    pasted: 'If you have a receipt on paper only',
    pastedHint:
      'Read its codes one after the other, from the first, and paste what they say without anything in between.',

    anchor: 'What you kept yourself (optional)',
    anchorHint:
      'The code (XXXX-XXXX-XXXX-XXXX) from a mail or paper of the facility, or the whole checkpoint that begins with “azukari/”. Copying it from the facility’s file proves nothing.',
    anchorError:
      'A code has 16 letters and digits. Paste a checkpoint whole, from the line that begins with “azukari/”.',
    start: 'Verify',
    offline: 'This page does not communicate. It works without the internet.',
    cannot: 'CANNOT JUDGE',
    cannotWhy:
      'This browser could not verify it. Open the page in a new Chrome, Edge, Firefox or Safari, or use npm run verify.',
  },
};
