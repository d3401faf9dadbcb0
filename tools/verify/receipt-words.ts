import type { ReceiptReport } from './receipt.ts';
import type { Language } from './words.ts';

type Both = Readonly<Record<Language, string>>;

const BY: Readonly<Record<'key' | 'checkpoint' | 'code', Both>> = {
  key: {
    ja: 'お持ちの鍵による署名が正しいことを確かめました。鍵をこの受領証から写したときは、受領証ごと作り直されていても分かりません。メールや別の紙の鍵・番号とも比べてください。',
    en: 'It is signed by the key that you brought. A key copied from this very receipt proves nothing: who forges the paper prints a key of her own. Compare it with a mail or another paper.',
  },
  checkpoint: {
    ja: 'お持ちのチェックポイントと同じです（最も強い）。',
    en: 'It stands on the very checkpoint that you brought (strongest).',
  },
  code: { ja: 'お持ちの番号と合っています。', en: 'It fits the code that you brought.' },
};
const BROKEN: Both = {
  ja: 'この受領証は、記録された時のものではありません。',
  en: 'This receipt is not what was recorded.',
};
const UNKNOWN_KEY: Both = {
  ja: 'だれが署名したかを確かめるものがありません。受領証の紙にある鍵、またはメールや紙の番号を入れてください（別の受領証の番号とは合いません）。',
  en: 'There is nothing to tell who signed it. Enter the key on the paper, or the code or checkpoint that belongs to this very receipt.',
};
const UNKNOWN_ENTRY: Both = {
  ja: 'この検証プログラムの知らない種類の記録です。',
  en: 'This verifier does not know entries of this kind.',
};

/** receiptWords is the report on a receipt in lines: what was recorded, what it discloses, and who vouches for it. */
export function receiptWords(report: ReceiptReport, language: Language): readonly string[] {
  const ja = language === 'ja';
  if (report.verdict === 'broken') return [`${BROKEN[language]} [${report.at}]`];
  if (report.verdict === 'cannot-judge')
    return [(report.because === 'unknown-key' ? UNKNOWN_KEY : UNKNOWN_ENTRY)[language]];
  const { leaf, shown, hidden, checkpoint, by } = report;
  const time = new Date(leaf.recordedAt).toLocaleString(ja ? 'ja-JP' : 'en-GB', { timeZone: 'Asia/Tokyo' });
  return [
    ja
      ? `記録 ${leaf.seq}（${leaf.type}）・${time}（日本時間）`
      : `Entry ${leaf.seq} (${leaf.type}), ${time} (Japan time)`,
    `  ${checkpoint.log}`,
    ...shown.map(({ field, value }) => `  ${field}: ${value}`),
    ...(hidden.length > 0 ? [`  ${ja ? '見せていない項目' : 'Not shown'}: ${hidden.join(', ')}`] : []),
    ja ? `${checkpoint.size}件の記録の中にあります。` : `It is among ${checkpoint.size} entries.`,
    by === null ? '' : BY[by][language],
  ];
}
