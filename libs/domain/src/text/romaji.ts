import { hiragana } from './kana.ts';

/*
 * Names are typed in Hepburn, Kunrei or as an input method wants them, with long vowels or without. All are brought
 * to one sounding: Kunrei without long vowels, so that satou, sato, satō and さとう are all `sato`.
 */

const VOWELS = 'aiueo';
const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['s', 'さしすせそ'],
  ['t', 'たちつてと'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['m', 'まみむめも'],
  ['r', 'らりるれろ'],
  ['g', 'がぎぐげご'],
  ['z', 'ざじずぜぞ'],
  ['z', 'だぢづでど'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
];
const SYLLABLES = new Map<string, string>([
  ...ROWS.flatMap(([consonant, row]) => [...row].map((kana, at) => [kana, consonant + (VOWELS[at] ?? '')] as const)),
  ...Object.entries({
    だ: 'da',
    で: 'de',
    ど: 'do',
    や: 'ya',
    ゆ: 'yu',
    よ: 'yo',
    わ: 'wa',
    ゐ: 'i',
    ゑ: 'e',
    を: 'o',
    ん: 'n',
    ゔ: 'vu',
  }),
]);
const SMALL = new Map(
  Object.entries({ ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o', ゎ: 'wa' }),
);

/** kanaSounding is how a kana name sounds, in the form in which names and searches are compared. */
export function kanaSounding(kana: string): string {
  let latin = '';
  let doubled = false;
  for (const one of hiragana(kana).normalize('NFC')) {
    const small = SMALL.get(one);
    const syllable = SYLLABLES.get(one);
    if (one === 'っ') doubled = true;
    else if (small !== undefined) latin = withSmall(latin, small);
    else if (syllable !== undefined) {
      latin += (doubled && !VOWELS.includes(syllable.charAt(0)) ? syllable.charAt(0) : '') + syllable;
      doubled = false;
    }
  }
  return shortened(latin);
}

/** A small kana changes the vowel before it: し + ゃ is sya, ふ + ぁ is fa, う + ぃ is wi, て + ぃ is ti. */
function withSmall(latin: string, small: string): string {
  const stem = latin.slice(0, -1);
  if (small.startsWith('y')) return stem + small;
  if (latin.endsWith('hu')) return `${stem.slice(0, -1)}f${small}`;
  if (/[szt]i$/.test(latin)) return `${stem}y${small}`;
  if (/(?:^|[aiueo])u$/.test(latin)) return `${stem}w${small}`;
  if (latin.endsWith('de')) return `${stem.slice(0, -1)}z${small}`;
  return stem + small;
}

/** Hepburn and Kunrei to one; an unfinished syllable at the end counts as far as it is certain. */
const TO_ONE: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/m(?=[bmp])/g, 'n'],
  [/tch|cch/g, 'tch'],
  [/(?:ch|cy|ty)(?=[aueo])/g, 'ty'],
  [/ch(?=i)/g, 't'],
  [/tch$/, 'tt'],
  [/(?:ch|ts|c)$/, 't'],
  [/sh(?=[aueo])/g, 'sy'],
  [/sh(?=i|$)/g, 's'],
  [/ts(?=u)/g, 't'],
  [/(?:jy?|dy)(?=[aueo])/g, 'zy'],
  [/(?:j|d)(?=i)|j$/g, 'z'],
  [/dz?(?=u)/g, 'z'],
  [/f(?=u|$)/g, 'h'],
  [/wo/g, 'o'],
  [/oh(?![aiueoy])/g, 'o'],
];

/** romajiSoundings are the ways in which a search in Latin letters may be meant, in the form of kanaSounding. */
export function romajiSoundings(typed: string): string[] {
  const plain = typed.normalize('NFKD').toLowerCase();
  const one = TO_ONE.reduce((text, [from, to]) => text.replace(from, to), plain);
  // An input method wants nn for ん: kenn, sinniti.
  return [...new Set([one, one.replaceAll('nn', 'n')].map(shortened))];
}

function shortened(latin: string): string {
  return latin
    .replace(/([aiueo])\1+/g, '$1')
    .replace(/ou/g, 'o')
    .replace(/o+/g, 'o');
}
