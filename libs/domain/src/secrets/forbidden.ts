import type { ForbiddenReason } from '../refusal.ts';
import { withFewMarks, withKanjiDigits, withPlainDigits } from './digits.ts';
import { areAfter, areNear, spans, withoutDatesAndTelephones, withoutHarmlessNumbers } from './near.ts';
import type { Span } from './near.ts';
import { hasPersonalNumber } from './personal-number.ts';

/** forbidden says what a text holds that must never be stored, or null. It forgets the text. */
export function forbidden(text: string): ForbiddenReason | null {
  if (hasPersonalNumber(text)) return 'personal-number';
  const visible = withKanjiDigits(
    withPlainDigits(
      withFewMarks(text)
        .replace(/\p{Cf}/gu, '')
        .replace(/\p{No}(?=\p{Nd})/gu, '$& '),
    ),
  );
  const numbers = withoutHarmlessNumbers(visible);
  if (hasPin(visible, numbers)) return 'pin';
  if (hasInsuredNumber(visible, numbers)) return 'insured-number';
  return hasHiddenCharacter(text) ? 'control-character' : null;
}

const NEAR = 15;

/** Words for a PIN; the English ones are not part of a longer word (spinach, shopping). */
const PIN_WORD =
  /暗[証唱]|あんしょう|アンショウ|秘密の?(?:番号|数字)|パス(?:ワード|コード)|ピン(?:番号|コード|ナンバー)|(?<![ァ-ヶー])ピン(?![ァ-ヶー])|数字\s?4\s?桁|4\s?桁の?(?:数字|番号)|(?<![a-z])(?:pins?|passwords?|passcodes?)(?![a-z])/gi;

/** Four digits in one piece, in two, or one by one: 1234, 12:34, 1-2-3-4. */
const FOUR_DIGITS = /(?<![0-9]|[0-9][-.])(?:[0-9]{4}|[0-9](?:([\s、,・.-])[0-9])(?:\1[0-9]){2})(?![0-9]|[-.][0-9])/g;
const ANY_FOUR_DIGITS =
  /(?<![0-9])(?:[0-9],?[0-9]{3}|[0-9]{2}[\s:・-][0-9]{2}|[0-9](?:([\s、,・.:-])[0-9])(?:\1[0-9]){2})(?![0-9])/g;
const ROOM = /(?<![0-9])[0-9]{3,4}号?室/g;

/** Six to sixteen ASCII characters with a letter and a digit, as the password of a signature certificate. */
const WORD = /[\w!#$%&*+?@^~.-]+/g;
const MAIL = /^[\w.+-]+@[\w-]+\.[\w.]+/;

function passwords(text: string): Span[] {
  return spans(text, WORD).filter(({ from, to }) => {
    if (to - from < 6 || to - from > 16) return false;
    const word = text.slice(from, to);
    return /[0-9]/.test(word) && /[A-Za-z]/.test(word) && !MAIL.test(word);
  });
}

/**
 * The words stand in the text, the values in the same text without harmless numbers; places are the same in both.
 * Behind the word only whole dates, telephone numbers and rooms are harmless: 「暗証番号1234円」 names no sum.
 */
function hasPin(text: string, numbers: string): boolean {
  const words = spans(text, PIN_WORD);
  if (words.length === 0) return false;
  const behind = withoutDatesAndTelephones(text, '　').replace(ROOM, (room) => '　'.repeat(room.length));
  return (
    areNear(words, spans(numbers, FOUR_DIGITS), NEAR) ||
    areNear(words, passwords(numbers), NEAR) ||
    areAfter(words, spans(behind, ANY_FOUR_DIGITS), NEAR)
  );
}

/** What is printed beside a person's name on proof of insurance. */
const INSURED_WORD =
  /被?保険者証?等?(?:の)?(?:記号|番号)|被保番|保険番号|記番号|記号\s?[・、,/と]?\s?番号|(?:保険証|資格確認書)の?(?:記号|番号)|insur(?:ed|er|ance)(?: (?:person|card))?(?:'s)? (?:number|no\b)/gi;
const DIGITS = /[0-9](?:[\s.-]?[0-9]){2,}/g;
const SYMBOL_AND_NUMBER = /記号[^0-9。]{0,8}[0-9][0-9-]{0,20}[^0-9。]{0,8}番号[^0-9。]{0,8}[0-9]/;

function hasInsuredNumber(text: string, numbers: string): boolean {
  return areNear(spans(text, INSURED_WORD), spans(numbers, DIGITS), NEAR) || SYMBOL_AND_NUMBER.test(numbers);
}

/**
 * Controls other than line feed and tab, direction marks, half surrogates, and characters without width. An emoji
 * of several parts is joined by one of these and hides nothing.
 */
const HIDDEN = /[^\P{Cc}\n\t]|\p{Cs}|[\u2028\u2029]|\p{Cf}/u;
const JOINED_EMOJI = /(\p{Extended_Pictographic}\p{M}*\p{Emoji_Modifier}?)\u200d(?=\p{Extended_Pictographic})/gu;

function hasHiddenCharacter(text: string): boolean {
  return HIDDEN.test(text.replace(JOINED_EMOJI, '$1'));
}
