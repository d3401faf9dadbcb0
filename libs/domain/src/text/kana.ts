/** normalised is the form in which a text is stored: NFC, with line feeds only. */
export function normalised(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n');
}

const KATAKANA = /[ァ-ヶヽヾ]/g;
const KATAKANA_TO_HIRAGANA = 0x60;

/** hiragana writes all kana as hiragana, half-width ones too; everything else in its compatibility form. */
export function hiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(KATAKANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - KATAKANA_TO_HIRAGANA));
}

/** KANA_ROWS are the rows of the syllabary by which people are found; `other` is what begins with no kana. */
export const KANA_ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ', 'other'] as const;
export type KanaRow = (typeof KANA_ROWS)[number];

const MEMBERS: readonly (readonly [string, KanaRow])[] = [
  ['あいうえおぁぃぅぇぉ', 'あ'],
  ['かきくけこゕゖ', 'か'],
  ['さしすせそ', 'さ'],
  ['たちつてとっ', 'た'],
  ['なにぬねの', 'な'],
  ['はひふへほ', 'は'],
  ['まみむめも', 'ま'],
  ['やゆよゃゅょ', 'や'],
  ['らりるれろ', 'ら'],
  ['わゐゑをんゎ', 'わ'],
];
const ROW_OF = new Map(MEMBERS.flatMap(([kana, row]) => [...kana].map((one) => [one, row] as const)));

/** kanaRow is the row of the first kana, whether voiced, small or katakana. */
export function kanaRow(kana: string): KanaRow {
  // Taken apart, a voiced kana begins with the plain one.
  const first = [...hiragana(kana).trim().normalize('NFD')][0];
  return ROW_OF.get(first ?? '') ?? 'other';
}
