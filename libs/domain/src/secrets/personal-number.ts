/**
 * Recognises a 個人番号: twelve digits of which the last one checks the others (総務省令第85号 第5条). One number in
 * ten passes that check by chance, so how the digits are written counts too.
 */
import { withFewMarks, withKanjiDigits, withPlainDigits, withZeros } from './digits.ts';
import { holdsListedNumber } from './listed-number.ts';
import { LENGTH, hasPersonalNumberCheckDigit, readsAsDateAndTime, windows } from './check-digit.ts';

export { hasPersonalNumberCheckDigit } from './check-digit.ts';

/** Between two digits of one number: blanks, hyphens, dots, and whatever cannot be seen. Not `/ : 年月日時分号室`. */
const GAP = String.raw`[\s\p{Cc}\p{Cf}\p{M}.·•‧∙\-‐‒–—―−ー⁃─━]`;
const RUN = new RegExp(`[0-9](?:${GAP}*[0-9])*`, 'gu');

/** So much beside a run says what it is. */
const BESIDE = 20;

/** hasPersonalNumber says whether a text seems to hold a 個人番号, however its digits are written and parted. */
export function hasPersonalNumber(text: string): boolean {
  // ① before a number is a number of its own.
  const plain = withPlainDigits(withFewMarks(text).replace(/\p{No}/gu, ' $& '));
  // Kanji digits are also ordinary words (同一, 一人), so the text is read with and without them.
  const kanji = withKanjiDigits(plain);
  return [...new Set([plain, kanji, withZeros(plain), withZeros(kanji)])].some(
    (reading) =>
      [...reading.matchAll(RUN)].some((run) => {
        const to = run.index + run[0].length;
        const before = reading.slice(Math.max(0, run.index - BESIDE), run.index);
        return isSuspect(run[0], reading.slice(to, to + BESIDE), before);
      }) || holdsListedNumber(reading),
  );
}

function isSuspect(run: string, after: string, before: string): boolean {
  const tokens = run
    .split(/\s+/u)
    .map((token) => token.match(/[0-9]+/g) ?? [])
    .filter((groups) => groups.length > 0);
  const groups = tokens.flat();
  const digits = groups.join('');
  if (digits.length < LENGTH || readsAsAmounts(run, groups, after)) return false;
  if (groups.some(holdsInOnePiece)) return true;
  if (digits.length > LENGTH) return holdsSuspect(tokens);
  if (hasPersonalNumberCheckDigit(digits)) return true;
  const usual = groups.length === 1 || groups.every((group) => group.length === 4);
  return usual && !readsAsDateAndTime(digits) && !readsAsRooms(groups, before, after) && !/^\s?円/.test(after);
}

/** A digit or two too many in one piece. */
function holdsInOnePiece(digits: string): boolean {
  if (digits.length !== LENGTH + 1 && digits.length !== LENGTH + 2) return false;
  if (readsAsDateAndTime(digits.slice(0, LENGTH))) return false;
  return [0, 1, 2].some((from) => hasPersonalNumberCheckDigit(digits.slice(from, from + LENGTH)));
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

/** 「1201 1202 1203号室」 and 「居室 1201 1202 1203」 are three rooms. */
function readsAsRooms(groups: readonly string[], before: string, after: string): boolean {
  return groups.length > 1 && (/^\s*号?室/.test(after) || /(?:部屋|居室|号室|rooms?)[^0-9]{0,4}$/iu.test(before));
}

/** 「1000 2000 3000」 are round sums; before 円 they need to be round to ten only. */
function readsAsAmounts(run: string, groups: readonly string[], after: string): boolean {
  if (groups.length < 3 || !/^[0-9\s]+$/.test(run)) return false;
  const round = /^\s?円/.test(after) ? /^[1-9][0-9]{0,4}0$/ : /^[1-9][0-9]{0,3}00$/;
  return groups.every((group) => round.test(group));
}
