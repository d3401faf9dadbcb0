const KANJI_DIGITS = '〇一二三四五六七八九';

/** withKanjiDigits writes 〇 to 九 as 0 to 9; circles and 零 are read as 〇. */
export function withKanjiDigits(text: string): string {
  return text
    .replace(/[零○◯]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(KANJI_DIGITS.indexOf(digit)));
}

/** Where the digits 1 to 9 begin that NFKC leaves alone or sets in brackets: ⑴ ⓵ ❶ ➀ ➊ ㈠. */
const ENCLOSED = [0x2474, 0x24f5, 0x2776, 0x2780, 0x278a, 0x3220];

const ASCII = new Map([0x24ea, 0x24ff, 0x1f10b, 0x1f10c].map((zero) => [String.fromCodePoint(zero), '0']));
for (const one of ENCLOSED) {
  for (let value = 1; value <= 9; value += 1) ASCII.set(String.fromCodePoint(one + value - 1), String(value));
}

/** Digits of one script stand in a row from its zero; rows may touch. */
function asciiDigit(digit: string): string {
  const known = ASCII.get(digit);
  if (known !== undefined) return known;
  const own = digit.codePointAt(0) ?? 0;
  let zero = own;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  const ascii = String((own - zero) % 10);
  ASCII.set(digit, ascii);
  return ascii;
}

/** withPlainDigits is the NFKC of a text with the digits of all scripts, and those in circles and brackets, as 0 to 9. */
export function withPlainDigits(text: string): string {
  return withFewMarks(text)
    .replace(/[⑴-⑼⓪⓵-⓽⓿❶-❾➀-➈➊-➒㈠-㈨\u{1f10b}\u{1f10c}]/gu, asciiDigit)
    .normalize('NFKC')
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit);
}

/** Thousands of marks on one letter take time to normalise and say nothing. */
export function withFewMarks(text: string): string {
  return text.replace(/(\p{M}{16})\p{M}+/gu, '$1');
}

/** withZeros reads the letter O as a nought in words of digits: 12O4. */
export function withZeros(text: string): string {
  return text.replace(/[0-9A-Za-z]+/g, (word) =>
    /^(?:[oO]*[0-9][0-9oO]*|[oO]{4})$/.test(word) ? word.replace(/[oO]/g, '0') : word,
  );
}
