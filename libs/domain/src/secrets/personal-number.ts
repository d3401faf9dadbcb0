/**
 * Recognises a 個人番号: twelve digits of which the last one checks the others (総務省令第85号 第5条). One number in
 * ten passes that check by chance, so how the digits are written counts too.
 */

const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const LENGTH = 12;

/** hasPersonalNumberCheckDigit says whether twelve ASCII digits end in the check digit of a 個人番号. */
export function hasPersonalNumberCheckDigit(digits: string): boolean {
  if (!/^[0-9]{12}$/.test(digits)) return false;
  const rest = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
  return Number(digits[LENGTH - 1]) === (rest <= 1 ? 0 : 11 - rest);
}

const KANJI_DIGITS = '〇一二三四五六七八九';

/** withKanjiDigits writes 〇 to 九 as 0 to 9; circles and 零 are read as 〇. */
export function withKanjiDigits(text: string): string {
  return text
    .replace(/[零○◯]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(KANJI_DIGITS.indexOf(digit)));
}

/** Between two digits of one number: blanks, hyphens, dots, and whatever cannot be seen. Not `/ : 年月日時分号室`. */
const GAP = String.raw`[\s\p{Cc}\p{Cf}\p{M}.·•‧∙\-‐‒–—―−ー⁃─━]`;
const RUN = new RegExp(`[0-9](?:${GAP}*[0-9])*`, 'gu');

/** hasPersonalNumber says whether a text seems to hold a 個人番号, however its digits are written and parted. */
export function hasPersonalNumber(text: string): boolean {
  // ① before a number is a number of its own.
  const plain = text.replace(/\p{No}/gu, ' $& ').normalize('NFKC');
  // Kanji digits are also ordinary words (同一, 一人), so the text is read with and without them.
  return [plain, withKanjiDigits(plain)].some((reading) =>
    [...reading.matchAll(RUN)].some((run) =>
      isSuspect(run[0], reading.slice(run.index + run[0].length), reading.slice(0, run.index)),
    ),
  );
}

function isSuspect(run: string, after: string, before: string): boolean {
  const tokens = run.split(/\s+/u).map((token) => token.match(/[0-9]+/g) ?? []);
  const groups = tokens.flat();
  const digits = groups.join('');
  if (digits.length < LENGTH) return false;
  if (digits.length > LENGTH) return holdsSuspect(tokens);
  if (hasPersonalNumberCheckDigit(digits)) return true;
  const usual = groups.length === 1 || groups.every((group) => group.length === 4);
  return usual && !readsAsDateAndTime(digits) && !readsAsRooms(groups, before, after);
}

/** A number stands beside other numbers: whole words of it that make twelve digits, or three groups of four. */
function holdsSuspect(tokens: readonly (readonly string[])[]): boolean {
  const words = tokens.map((token) => token.join(''));
  if (tokens.some((token) => token.length === 1 && token[0]?.length === LENGTH && !readsAsDateAndTime(token[0]))) {
    return true;
  }
  const fours = windows(tokens.flat(), (window) => window.every((group) => group.length === 4));
  return [...windows(words, () => true), ...fours].some(hasPersonalNumberCheckDigit);
}

function windows(parts: readonly string[], fits: (window: readonly string[]) => boolean): string[] {
  return parts.flatMap((_, from) => {
    let to = from;
    let joined = '';
    while (joined.length < LENGTH && to < parts.length) joined += parts[to++] ?? '';
    return joined.length === LENGTH && fits(parts.slice(from, to)) ? [joined] : [];
  });
}

/** 202612100930 is a quarter of an hour in December. */
function readsAsDateAndTime(digits: string): boolean {
  return /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9]$/.test(digits);
}

/** 「1201 1202 1203号室」 and 「居室 1201 1202 1203」 are three rooms. */
function readsAsRooms(groups: readonly string[], before: string, after: string): boolean {
  return groups.length > 1 && (/^\s*号?室/.test(after) || /(?:部屋|居室|号室|rooms?)[^0-9]{0,4}$/iu.test(before));
}
