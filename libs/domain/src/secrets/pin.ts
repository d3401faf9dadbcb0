import { areAfter, areNear, spans, withoutDatesAndTelephones } from './near.ts';
import type { Span } from './near.ts';

const NEAR = 15;

/** Words for a PIN; the English ones are not part of a longer word (spinach, shopping). */
const PIN_WORD =
  /暗[証唱]|あんしょう|アンショウ|秘密の?(?:番号|数字)|パス(?:ワード|コード)|ピン(?:番号|コード|ナンバー)|(?<![ァ-ヶー])ピン(?![ァ-ヶー])|数字\s?4\s?桁|4\s?桁の?(?:数字|番号)|(?<![a-z])(?:pins?|passwords?|passcodes?)(?![a-z])/gi;

/** Words that may mean something else: no time or sum near them counts, nor the four digits of a telephone, room or year. */
const WEAK_WORD =
  /(?<!(?:下|末|末尾|最後の|西暦|内線|電話|携帯|部屋|居室|番地)[^0-9。、\n]{0,6})(?<![0-9十])4\s?(?:けた|ケタ)|(?<![a-z])(?:pw|p([.・-])\s?i\1\s?n)(?![a-z])/gi;

/** 「暗証番号 12時34分」, but not 「暗証番号は10時30分に再設定」. */
const TIME = /(?<![0-9])[0-9]{2}時[0-9]{2}分?(?![0-9]|分|\s?(?:に|の|頃|ごろ|から|より|まで|以降|~|〜|-))/g;
const CLOSE = 3;

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
 * hasPin says whether a text seems to hold a PIN or a password, by a word for it and a value near it.
 * The words stand in the text, the values in the same text without harmless numbers; places are the same in both.
 * Behind the word only whole dates, telephone numbers and rooms are harmless: 「暗証番号1234円」 names no sum.
 */
export function hasPin(text: string, numbers: string): boolean {
  const values = [spans(numbers, FOUR_DIGITS), passwords(numbers)];
  const words = spans(text, PIN_WORD);
  if ([words, spans(text, WEAK_WORD)].some((near) => values.some((value) => areNear(near, value, NEAR)))) return true;
  if (words.length === 0) return false;
  const behind = withoutDatesAndTelephones(text, '　').replace(ROOM, (room) => '　'.repeat(room.length));
  return areAfter(words, spans(behind, ANY_FOUR_DIGITS), NEAR) || areAfter(words, spans(behind, TIME), CLOSE);
}
