import { anchorCode, parseNote, PACK_FILES } from '@azukari/domain';
import type { Instant } from '@azukari/domain';
import { sha256 } from '../ledger/crypto.ts';
import type { LogToPack } from './pack-files.ts';
import type { PackPeriod } from './pack-span.ts';
import { SUMS } from './zip.ts';

/** Readme is what README.txt tells of. */
export interface Readme {
  readonly facility: string;
  readonly at: Instant;
  readonly period: PackPeriod;
  readonly logs: readonly LogToPack[];
  /** Whether the page that checks it without a network lies beside it. */
  readonly page: boolean;
}

const NAME = {
  ja: { custody: '預かりの記録', access: '閲覧記録' },
  en: { custody: 'what happened', access: 'who looked at whom' },
} as const;

/** readmeOf is README.txt: what the pack is and how it is checked, in Japanese and in English. */
export function readmeOf({ facility, at, period, logs, page }: Readme): string {
  const { from, to } = period;
  return [
    `Azukari 記録の控え一式 — ${facility}`,
    `作成 ${japan(at)}（日本時間）`,
    `期間 ${from ? japan(from) : '記録のはじめ'} から ${to ? `${japan(to)} の前` : '作成の時'} まで`,
    '',
    ...logs.flatMap((log) => [
      `${log.folder}/  ${NAME.ja[log.folder]}`,
      `  記録の番号  ${numbers(log)}`,
      `  記録の締め  ${String(log.to)} 件まで・確認番号 ${codeOf(log)}`,
    ]),
    '',
    '中のファイル',
    `  ${PACK_FILES.leaves}       記録そのもの（1行に1件）`,
    `  ${PACK_FILES.private}      氏名などの個人情報のうち、消去されていないもの`,
    `  ${PACK_FILES.checkpoints}  署名された締めのすべて`,
    `  ${PACK_FILES.checkpoint}         この控えの最後の締め（署名つき）`,
    `  ${PACK_FILES.before}        期間より前の記録をまとめた値（期間を選んだときだけ）`,
    `  ${SUMS}         すべてのファイルのSHA-256`,
    '',
    '確かめ方',
    ...(page ? ['  verify.html をブラウザーで開き、このZIPを選びます。ネットワークは要りません。'] : []),
    `  ${page ? 'または ' : ''}Azukari のソースで: npm run verify -- このファイル.zip`,
    '  以前の紙やメールにある確認番号（または締めの全文）を用意して、照らし合わせてください。',
    '  この控えの中だけでは、すべてが書き直されていないことまでは分かりません。',
    '  締めは、選んだ期間の終わりより後になることがあります（署名された所までを入れるため）。',
    '  氏名などの個人情報が入っています。取り扱いに注意してください。',
    '',
    '----',
    '',
    `Azukari record pack — ${facility}`,
    `Made ${japan(at)} (Japan time)`,
    `Period from ${from ? japan(from) : 'the beginning of the record'} until ${to ? `before ${japan(to)}` : 'it was made'}`,
    '',
    ...logs.flatMap((log) => [
      `${log.folder}/  ${NAME.en[log.folder]}`,
      `  entries     ${numbers(log)}`,
      `  checkpoint  over ${String(log.to)} entries, anchor code ${codeOf(log)}`,
    ]),
    '',
    'How to check it',
    ...(page ? ['  Open verify.html in a browser and choose this ZIP. It needs no network.'] : []),
    `  ${page ? 'Or, with' : 'With'} the source of Azukari: npm run verify -- this-file.zip`,
    '  Bring an anchor code, or a whole checkpoint, from an older paper or mail, and compare.',
    '  The pack alone cannot show that not everything was written anew.',
    '  The checkpoint may lie after the end of the period: only what was signed can be checked.',
    '  Formats: RFC 6962 tree, RFC 8785 entries, C2SP signed-note and tlog-checkpoint.',
    '  It holds names and other personal data. Handle it with care.',
    '',
  ].join('\n');
}

function numbers({ from, to }: LogToPack): string {
  return to > from ? `${String(from)} – ${String(to - 1)}` : '–';
}

function codeOf({ note }: LogToPack): string {
  return anchorCode(parseNote(note)?.text ?? '', sha256);
}

const JAPAN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** YYYY-MM-DD HH:MM in Japan. */
function japan(at: Instant): string {
  return JAPAN.format(new Date(at));
}
