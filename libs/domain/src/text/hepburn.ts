import { hiragana } from './kana.ts';

const ROWS: readonly (readonly [string, string])[] = [
  ['あいうえお', 'a i u e o'],
  ['かきくけこ', 'ka ki ku ke ko'],
  ['さしすせそ', 'sa shi su se so'],
  ['たちつてと', 'ta chi tsu te to'],
  ['なにぬねの', 'na ni nu ne no'],
  ['はひふへほ', 'ha hi fu he ho'],
  ['まみむめも', 'ma mi mu me mo'],
  ['やゆよ', 'ya yu yo'],
  ['らりるれろ', 'ra ri ru re ro'],
  ['わゐゑをん', 'wa i e o n'],
  ['がぎぐげご', 'ga gi gu ge go'],
  ['ざじずぜぞ', 'za ji zu ze zo'],
  ['だぢづでど', 'da ji zu de do'],
  ['ばびぶべぼ', 'ba bi bu be bo'],
  ['ぱぴぷぺぽ', 'pa pi pu pe po'],
  ['ぁぃぅぇぉゔ', 'a i u e o vu'],
];
const SYLLABLES = new Map(
  ROWS.flatMap(([kana, latin]) => [...kana].map((one, at) => [one, latin.split(' ')[at] ?? ''] as const)),
);
const GLIDES = new Map([
  ['ゃ', 'a'],
  ['ゅ', 'u'],
  ['ょ', 'o'],
]);

/** hepburn writes a kana name in Latin letters as passports do, without long vowels: さとう みつ is Sato Mitsu. */
export function hepburn(kana: string): string {
  return hiragana(kana)
    .normalize('NFC')
    .split(/[\s　]+/)
    .map(word)
    .filter((latin) => latin !== '')
    .join(' ');
}

function word(kana: string): string {
  let latin = '';
  let doubled = false;
  for (const one of kana) {
    const glide = GLIDES.get(one);
    const syllable = SYLLABLES.get(one);
    if (one === 'っ') doubled = true;
    // き + ゃ is kya, but し + ゃ is sha, ち + ゃ is cha and じ + ゃ is ja.
    else if (glide !== undefined) latin = latin.slice(0, -1) + (/(?:sh|ch|j)i$/.test(latin) ? '' : 'y') + glide;
    else if (syllable !== undefined) {
      latin += (doubled ? (syllable.startsWith('ch') ? 't' : syllable.charAt(0)) : '') + syllable;
      doubled = false;
    }
  }
  const plain = latin
    .replace(/n(?=[bmp])/g, 'm')
    .replace(/o[ou]+/g, 'o')
    .replace(/uu+/g, 'u');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
