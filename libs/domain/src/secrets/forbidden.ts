import type { ForbiddenReason } from '../refusal.ts';
import { withFewMarks, withKanjiDigits, withPlainDigits } from './digits.ts';
import { areNear, spans, withoutDatesAndTelephones, withoutHarmlessNumbers } from './near.ts';
import { hasPersonalNumber } from './personal-number.ts';
import { hasPin } from './pin.ts';

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
  if (hasNamedPersonalNumber(visible)) return 'personal-number';
  const numbers = withoutHarmlessNumbers(visible);
  if (hasPin(visible, numbers)) return 'pin';
  if (hasInsuredNumber(visible, numbers)) return 'insured-number';
  return hasHiddenCharacter(text) ? 'control-character' : null;
}

/** Six digits or more right behind the words for a 個人番号 are a part of it, whatever their check digit; not a day. */
const NAMED =
  /(?:個人番号|マイナンバー(?:カードの(?:番号|ナンバー))?)[\s:=はの、「(]{0,4}(?!(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9]))[0-9](?:[\s.-]?[0-9]){5}/;

function hasNamedPersonalNumber(text: string): boolean {
  return NAMED.test(withoutDatesAndTelephones(text, '　'));
}

const NEAR = 15;

/** What is printed beside a person's name on proof of insurance. */
const INSURED_WORD =
  /被?保険者証?等?(?:の)?(?:記号|番号)|被保番|保険番号|記番号|記号\s?[・、,/と]?\s?番号|(?:保険証|資格確認書)の?(?:記号|番号)|(?:受給者証?|負担者)の?番号|insur(?:ed|er|ance)(?: (?:person|card))?(?:'s)? (?:number|no\b)/gi;
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
