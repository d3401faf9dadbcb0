/** KANA_ROWS are the ten rows of the syllabary. */
export const KANA_ROWS = ['a', 'ka', 'sa', 'ta', 'na', 'ha', 'ma', 'ya', 'ra', 'wa'] as const;
export type KanaRowName = (typeof KANA_ROWS)[number];

const FIRST: readonly (readonly [string, KanaRowName])[] = [
  ['わ', 'wa'],
  ['ら', 'ra'],
  ['ゃ', 'ya'],
  ['ま', 'ma'],
  ['は', 'ha'],
  ['な', 'na'],
  ['た', 'ta'],
  ['さ', 'sa'],
  ['か', 'ka'],
  ['ぁ', 'a'],
];

/** kanaRowOf finds the row of a reading in hiragana or katakana; null for anything else. */
export function kanaRowOf(kana: string): KanaRowName | null {
  const first = kana.normalize('NFKC').charAt(0);
  const code = first.charCodeAt(0);
  const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - 0x60) : first;
  if (hiragana === 'ゔ') return 'a';
  if (hiragana < 'ぁ' || hiragana > 'ゖ') return null;
  return FIRST.find(([from]) => hiragana >= from)?.[1] ?? null;
}
