import { formatVerifierKey } from '@azukari/domain';
import type { Examined } from './examination.ts';
import type { Break, Declared, Finding, GapSeen } from './finding.ts';
import type { LogReport, Report } from './pack.ts';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type Both = Readonly<Record<Language, string>>;

/** BREAKS say in words what does not hold, by what stands before the colon of a Break; the rest is the exact place. */
const BREAKS: Readonly<Record<string, Both>> = {
  entry: {
    ja: '記録の文が、正しい形ではありません（書き換え、または壊れています）。',
    en: 'The text of the entry is not in its exact form: it was altered or damaged.',
  },
  order: {
    ja: '前の記録につながりません（抜け・入れ替え・差し込みがあります）。',
    en: 'The entry does not follow those before it: something is missing, swapped or inserted.',
  },
  private: {
    ja: '名前などのことばが、記録した時のものと合いません（書き換え、または消去の記録のない欠け）。',
    en: 'Names or words are not those that were recorded: altered, or missing without an entry that says they were erased.',
  },
  custody: {
    ja: 'カードの動きが成り立ちません（例：出ていないものが、もどっています）。',
    en: 'The movements cannot have happened: something comes back that was not out, for instance.',
  },
  checkpoint: {
    ja: '署名された時点と、記録の中身が合いません。',
    en: 'The entries are not those that a signed checkpoint speaks of.',
  },
  anchor: {
    ja: 'お持ちの控え（チェックポイント・番号）と、この記録は合いません。記録が書き換えられたか、控えが別のものです。',
    en: 'The record does not fit the checkpoint or code that you brought: the record was rewritten, or they belong to another one.',
  },
  end: {
    ja: '記録の終わりが、署名された数と合いません（切り取り、または付け足し）。',
    en: 'The end of the record is not where the signed checkpoint says: cut off, or added to.',
  },
  pack: {
    ja: 'パックのファイルが読めません（途中で切れた・余分なものがある・壊れている）。',
    en: 'The files of the pack cannot be read: cut off, damaged, or with something that does not belong.',
  },
};

const EXACTLY: Readonly<Partial<Record<Break, Both>>> = {
  'anchor:beyond': {
    ja: 'お持ちの控えは、このパックの終わりより後の記録について述べています。パックが控えより古いのでなければ、記録の終わりが切り取られています。',
    en: 'What you brought speaks of entries after the end of this pack. Unless the pack is older than that, the end of the record was cut off.',
  },
  'anchor:code': {
    ja: 'お持ちの番号は、この記録のどの時点のものでもありません。打ちまちがいでなければ、記録が書き換えられています。',
    en: 'The code was never that of this record at any time. Unless it was mistyped, the record was rewritten.',
  },
  'private:erased': {
    ja: 'ことばが消えていますが、消去したという記録がありません。',
    en: 'Words are gone, and no entry says that they were erased.',
  },
  'checkpoint:signature': { ja: '署名が正しくありません。', en: 'A signature is not valid.' },
  'checkpoint:key': {
    ja: 'この時点の鍵による署名がありません。',
    en: 'There is no signature by the key that was in force.',
  },
};

const UNJUDGED: Readonly<Record<Extract<Finding, { verdict: 'cannot-judge' }>['because'], Both>> = {
  'unknown-entry': {
    ja: 'この検証プログラムの知らない種類の記録があります。新しい版で検証してください。',
    en: 'There is an entry of a kind that this verifier does not know. Use a newer one.',
  },
  'unknown-pack': {
    ja: 'この検証プログラムの知らない形のパックです。新しい版で検証してください。',
    en: 'The pack has a form that this verifier does not know. Use a newer one.',
  },
  'anchor-before': {
    ja: 'お持ちの控えは、この期間より前のものです。全期間のパックで検証してください。',
    en: 'What you brought is from before this period. Verify it with a pack of the whole record.',
  },
};

const LOGS: Readonly<Record<LogReport['folder'], Both>> = {
  custody: { ja: '出し入れの記録', en: 'Custody log' },
  access: { ja: '見た記録', en: 'Access log' },
};

const VERDICTS: Readonly<Record<Report['verdict'], Both>> = {
  holds: { ja: '○ 改ざんは見つかりません', en: 'HOLDS: nothing was altered' },
  broken: { ja: '× 記録は元のままではありません', en: 'BROKEN: the record is not as it was' },
  'cannot-judge': { ja: '？ 判定できません', en: 'CANNOT JUDGE' },
};

/** verdictWords is the verdict in one line. */
export function verdictWords(report: Pick<Report, 'verdict'>, language: Language): string {
  return VERDICTS[report.verdict][language];
}

/** reportWords is the report in lines, for people. */
export function reportWords(report: Report, language: Language): readonly string[] {
  const lines = report.logs.flatMap(({ folder, log, outcome }) => [
    `${LOGS[folder][language]}  ${log}`,
    ...outcomeWords(outcome, language).map((line) => `  ${line}`),
  ]);
  return report.pack ? [...lines, ...outcomeWords(report.pack, language)] : lines;
}

function outcomeWords(outcome: Finding | Examined, language: Language): readonly string[] {
  if (outcome.verdict === 'holds') return examinedWords(outcome, language);
  const place = placeWords(outcome, language);
  if (outcome.verdict === 'cannot-judge') return [`${place}${UNJUDGED[outcome.because][language]}`];
  const words = EXACTLY[outcome.at] ?? BREAKS[outcome.at.split(':')[0] ?? ''];
  const line = `${place}${words?.[language] ?? ''} [${outcome.at}]`;
  return outcome.declared ? [line, declaredWords(outcome.declared, language)] : [line];
}

const CAUSES: Readonly<Record<GapSeen['cause'], Both>> = {
  'backup-restored': { ja: 'バックアップからもどした', en: 'a backup was put back' },
  'computer-replaced': { ja: 'パソコンかディスクを取りかえた', en: 'the computer or its disk was replaced' },
  unknown: { ja: 'わけは分からない', en: 'nobody knows why' },
};

/** What an entry about a gap says; that it is true the record cannot show. */
function gapWords({ seq, at, by, reason, from, size, cause }: GapSeen, language: Language): string {
  const erased = language === 'ja' ? '（消去済み）' : '(erased)';
  const why = `${CAUSES[cause][language]}${language === 'ja' ? '：' : ': '}${reason ?? erased}`;
  return language === 'ja'
    ? `記録 ${seq}（${at}）で、${by ?? erased} が「${why}」と書き、締めた記録 ${size}件のうち、初めの ${from}件より後を手放しました。`
    : `In entry ${seq} (${at}) ${by ?? erased} wrote "${why}" and gave up what was signed after the first ${from} of ${size} entries.`;
}

/** The record does not continue what was brought, and says so itself: both are told, and neither takes anything from the other. */
function declaredWords(declared: Declared, language: Language): string {
  const { exactly } = declared;
  return language === 'ja'
    ? `記録は、お持ちの控えの続きではないと自分で述べています。${gapWords(declared, language)}${exactly ? 'お持ちの控えは、手放された時点そのものです。' : 'お持ちの控えの時点は、その間にあります。'}わけが本当かどうかは、記録からは分かりません。`
    : `The record says itself that it does not continue what you brought. ${gapWords(declared, language)} ${exactly ? 'What you brought is exactly what was given up.' : 'What you brought lies in between.'} Whether the reason is true the record cannot show.`;
}

function placeWords(finding: Finding, language: Language): string {
  if (finding.seq === null) return '';
  const until = finding.verdict === 'broken' ? finding.until : undefined;
  if (until === undefined || until === finding.seq)
    return language === 'ja' ? `記録 ${finding.seq}: ` : `Entry ${finding.seq}: `;
  return language === 'ja'
    ? `記録 ${finding.seq} から ${until} のどこか: `
    : `Somewhere in entries ${finding.seq} to ${until}: `;
}

function examinedWords(of: Examined, language: Language): readonly string[] {
  const first = of.from;
  const last = of.size - 1;
  const [key, earlier] = [of.keys.at(-1), of.keys.length - 1];
  const inForce = key === undefined ? '' : formatVerifierKey(key);
  return language === 'ja'
    ? [
        `記録 ${first}〜${last}（${of.size - first}件）がすべてそろい、${of.checkpoints}回の署名と合っています。`,
        `品 ${of.items}点の動きを最初からたどりました。${of.begunBefore > 0 ? `期間より前からある ${of.begunBefore}点は、それまでの所在を判定していません。` : ''}`,
        `ことば ${of.fieldsOpen}件は記録した時のまま、${of.fieldsErased}件は消去の記録があります。`,
        anchoredWords(of, language),
        ...brokenOff(of, language),
        `鍵 ${inForce}${earlier > 0 ? `（これまでに${earlier}回替わりました）` : ''}`,
      ]
    : [
        `Entries ${first} to ${last} (${of.size - first}) are all there and fit ${of.checkpoints} signed checkpoints.`,
        `The movements of ${of.items} items were followed from the beginning.${of.begunBefore > 0 ? ` Where ${of.begunBefore} items were before this period is not judged.` : ''}`,
        `${of.fieldsOpen} words are as they were recorded; of ${of.fieldsErased} an entry says that they were erased.`,
        anchoredWords(of, language),
        ...brokenOff(of, language),
        `Key ${inForce}${earlier > 0 ? ` (changed ${earlier} times)` : ''}`,
      ];
}

/** A record that holds may still have been begun anew from an older state, where it says so. */
function brokenOff({ gaps }: Examined, language: Language): readonly string[] {
  return gaps.map((gap) => `${language === 'ja' ? '途切れ: ' : 'Gap: '}${gapWords(gap, language)}`);
}

/** How strong the proof is: by itself a record only fits itself. */
function anchoredWords({ anchored, size }: Examined, language: Language): string {
  if (anchored === null)
    return language === 'ja'
      ? '強さ: 控えとは比べていません。鍵を持つ人が全部を作り直した場合は分かりません。メールや紙の控えと比べてください。'
      : 'Strength: compared with nothing from outside. Whoever has the key could have rewritten all of it; compare it with a mail or a paper.';
  const upTo = anchored.size - 1;
  const open = size - anchored.size;
  const after =
    open > 0
      ? language === 'ja'
        ? `その後の ${open}件は、この控えでは分かりません。`
        : ` The ${open} entries after that are beyond it.`
      : '';
  if (anchored.kind === 'checkpoint')
    return language === 'ja'
      ? `強さ: お持ちのチェックポイントと、記録 ${upTo} まで合っています（最も強い）。${after}`
      : `Strength: fits the checkpoint you brought, up to entry ${upTo} (strongest).${after}`;
  return language === 'ja'
    ? `強さ: お持ちの番号と、記録 ${upTo} まで合っています。番号だけでは、施設が初めから二つの記録を用意していた場合は分かりません。${after}`
    : `Strength: fits the code you brought, up to entry ${upTo}. A code alone cannot show a facility that prepared two histories from the start.${after}`;
}
