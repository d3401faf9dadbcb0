import { hiragana } from './kana.ts';
import { kanaSounding, romajiSoundings } from './romaji.ts';

/** Named is somebody who can be looked for. */
export interface Named {
  readonly name: string;
  readonly kana: string;
  readonly room?: string | null;
}

/** Forms of one character in names: whoever looks for 高橋 means 髙橋 too. The first of each is the common one. */
const VARIANTS =
  '高髙 崎﨑嵜 吉𠮷 斎齋斉齊 辺邊邉 沢澤 浜濱濵 広廣 桜櫻 国國 島嶋嶌 真眞 曽曾 徳德 恵惠 竜龍 瀬瀨 滝瀧 関關 栄榮 万萬 条條'.split(
    ' ',
  );
const COMMON = new Map(VARIANTS.flatMap((forms) => [...forms].map((form) => [form, [...forms][0] ?? form] as const)));

/** matchesName says whether every word of a search fits a person's name, kana, its sounding in Latin letters, or room. */
export function matchesName(query: string, person: Named): boolean {
  return words(query).every((word) => matchesWord(word, person));
}

/** sameName says whether a typed name is a person's whole name or kana, however the two are written. */
export function sameName(typed: string, { name, kana }: Named): boolean {
  const plain = folded(typed);
  return plain !== '' && (plain === folded(name) || plain === folded(kana));
}

function matchesWord(word: string, { name, kana, room }: Named): boolean {
  if (room != null && folded(room).startsWith(word)) return true;
  if (folded(name).includes(word)) return true;
  if (/^[ぁ-ゖー]+$/u.test(word)) return beginsAWord(words(kana), [word]);
  if (/^[a-z'’ʼ\u0300-\u036f-]+$/u.test(word.normalize('NFD'))) {
    const soundings = romajiSoundings(word).filter((sounding) => sounding !== '');
    return beginsAWord(words(kana).map(kanaSounding), soundings, kanaSounding(kana));
  }
  return false;
}

/** A name written without a blank between family and given name is searched anywhere, so that the given name is found. */
function beginsAWord(parts: readonly string[], searches: readonly string[], joined = parts.join('')): boolean {
  return searches.some(
    (search) =>
      parts.some((part) => part.startsWith(search)) ||
      joined.startsWith(search) ||
      (parts.length === 1 && joined.includes(search)),
  );
}

function words(text: string): string[] {
  return hiragana(text)
    .split(/[\s・,、]+/u)
    .map(folded)
    .filter((word) => word !== '');
}

/** folded drops what two writings of one name differ in: width, case, blanks, variant characters and their selectors. */
function folded(text: string): string {
  const plain = hiragana(text)
    .toLowerCase()
    .replace(/[\s・\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu, '');
  return [...plain].map((one) => COMMON.get(one) ?? one).join('');
}
