import { hiragana } from '@azukari/domain';

/** Kin is what the resident is to the reader, as far as the recorded relation makes it sure. */
export type Kin = 'herself' | 'husband' | 'wife' | 'spouse' | 'child' | 'grandchild' | 'sibling' | 'family';

/**
 * The recorded relation is the reader's, so that of a 長女 only the house knows whether she has her mother here or her father.
 * What is not in the list may be a guardian or a friend, who is told initials only.
 */
const KIN_OF: Readonly<Record<Kin, readonly string[]>> = {
  herself: ['本人', '当人'],
  husband: ['妻'],
  wife: ['夫'],
  spouse: ['配偶者'],
  child: ['父', '母', '親', '父親', '母親', '実父', '実母'],
  grandchild: ['祖父', '祖母'],
  sibling: ['兄', '弟', '姉', '妹', '兄弟', '姉妹', '兄弟姉妹', 'きょうだい'],
  family: [
    '子',
    '子ども',
    '子供',
    '息子',
    '娘',
    '長男',
    '長女',
    '次男',
    '次女',
    '二男',
    '二女',
    '三男',
    '三女',
    '四男',
    '四女',
    '養子',
    '孫',
    '孫娘',
    '嫁',
    '婿',
    '長男の妻',
    '次男の妻',
    '長女の夫',
    '次女の夫',
    '甥',
    '姪',
    '従兄弟',
    '従姉妹',
    'いとこ',
    '叔父',
    '叔母',
    '伯父',
    '伯母',
    '家族',
    '親族',
    '親戚',
  ],
};
const KIN = new Map(
  Object.entries(KIN_OF).flatMap(([kin, relations]) => relations.map((relation) => [relation, kin as Kin] as const)),
);

/** kinOf is what the resident is to somebody with this recorded relation; null when it says nothing. */
export function kinOf(relation: string): Kin | null {
  return (
    KIN.get(
      relation
        .normalize('NFKC')
        .replaceAll(/[\s　]/g, '')
        .replace(/^ご/, ''),
    ) ?? null
  );
}

const ROWS: readonly (readonly [string, string])[] = [
  ['A', 'あぁ'],
  ['I', 'いぃゐ'],
  ['U', 'うぅ'],
  ['E', 'えぇゑ'],
  ['O', 'おぉを'],
  ['K', 'かきくけこ'],
  ['G', 'がぎぐげご'],
  ['S', 'さしすせそ'],
  ['Z', 'ざずぜぞづ'],
  ['J', 'じぢ'],
  ['T', 'たつてと'],
  ['C', 'ち'],
  ['D', 'だでど'],
  ['N', 'なにぬねの'],
  ['H', 'はひへほ'],
  ['F', 'ふ'],
  ['B', 'ばびぶべぼ'],
  ['P', 'ぱぴぷぺぽ'],
  ['M', 'まみむめも'],
  ['Y', 'やゆよ'],
  ['R', 'らりるれろ'],
  ['W', 'わ'],
  ['V', 'ゔ'],
];
const LETTER = new Map(ROWS.flatMap(([letter, kana]) => [...kana].map((one) => [one, letter] as const)));

/** initialsOf are the first letters of family and given name, in Hepburn; none where the kana of a name are not known. */
export function initialsOf(kana: string): readonly string[] {
  return hiragana(kana)
    .split(/[\s　・]+/)
    .slice(0, 2)
    .flatMap((word) => {
      const first = word.charAt(0);
      return LETTER.get(first) ?? (/[A-Za-z]/.test(first) ? first.toUpperCase() : []);
    });
}
