import { answersTo, handingOf, speechOf, worded } from './compose.ts';
import { CannotBeWorded, missingWords, onOneLine } from './notice-words.ts';
import type { Correspondence, Language, NoticeWords } from './notice-words.ts';
import { say, strong } from './rich.ts';
import type { Rich } from './rich.ts';

/** Letter is a paper to a family as plain data: every word of it is chosen, and nothing of how it looks. */
export interface Letter {
  readonly language: Language;
  /** For the head of the second page on. */
  readonly whose: string;
  readonly on: Rich;
  /** What stands in the window of the envelope. */
  readonly to: { readonly address: string; readonly name: Rich };
  readonly sender: readonly Rich[];
  readonly title: Rich;
  readonly blocks: readonly LetterBlock[];
  readonly coupon: Coupon | null;
  readonly largePrint: boolean;
}

/** LetterBlock is one part of a letter. */
export type LetterBlock =
  | { readonly is: 'paragraph'; readonly lines: readonly Rich[] }
  | { readonly is: 'list'; readonly title: Rich; readonly points: readonly Rich[] }
  /** Names and what is said of them. */
  | { readonly is: 'fields'; readonly rows: readonly (readonly [name: Rich, Rich])[] }
  | {
      readonly is: 'table';
      readonly title: Rich;
      readonly head: readonly Rich[];
      readonly rows: readonly (readonly Rich[])[];
    };

/** Coupon is what comes back: the answers as boxes to tick. */
export interface Coupon {
  readonly cut: Rich;
  readonly title: Rich;
  readonly code: Rich | null;
  readonly ask: Rich;
  readonly answers: readonly Rich[];
  readonly blanks: readonly (readonly [name: Rich, Rich])[];
}

/** letterOf words a notice as the letter F8. It goes in an envelope, so that it names the resident and the item in full. */
export function letterOf(given: NoticeWords): Letter {
  // A letter has the house at its head: it goes out without somebody who signs, and a mail does not.
  const missing = missingWords(given).filter((field) => field !== 'signer.name');
  if (missing.length > 0) throw new CannotBeWorded(missing);
  const words = onOneLine(given);
  const { frame, letter } = speechOf(words.language);
  const [, ...greeting] = frame.greeting(words);
  return {
    ...headOf(words),
    title: letter.title,
    blocks: [
      { is: 'paragraph', lines: [...greeting, letter.intro] },
      ...matters(words),
      { is: 'paragraph', lines: [handingOf(words), frame.pin, frame.doubt.none] },
    ],
    coupon: couponOf(words),
    largePrint: false,
  };
}

/** headOf is the first third of a letter: to whom, from whom, on which day. */
export function headOf(words: Correspondence): Pick<Letter, 'language' | 'whose' | 'on' | 'to' | 'sender'> {
  const { frame, letter, plainDay } = speechOf(words.language);
  const { name, address } = words.to;
  return {
    language: words.language,
    whose: name === '' ? '' : `${name} 様`,
    on: plainDay(words.on),
    to: { address, name: name === '' ? letter.family : letter.name(name) },
    sender: frame.signature(words),
  };
}

function matters(words: NoticeWords): readonly LetterBlock[] {
  const { letter } = speechOf(words.language);
  const { rows } = letter;
  return worded(words, { discreet: false }).map(({ item, what, day, todo, bring, who, missed }, n) => {
    const { residentName = '', date = words.on } = words.lines[n] ?? {};
    const ended: Rich = date < words.on ? letter.ended : [];
    return {
      is: 'fields',
      rows: [
        [rows.item, strong(item)],
        [rows.owner, letter.name(residentName)],
        [rows.day, say`${what}　${strong(day)}${ended}`],
        [rows.todo, todo],
        [rows.bring, bring],
        [rows.who, who],
        [rows.missed, missed],
      ],
    };
  });
}

function couponOf(words: NoticeWords): Coupon {
  const { answers, letter } = speechOf(words.language);
  const { coupon } = letter;
  return {
    cut: coupon.cut,
    title: coupon.title,
    code: words.replyCode === null ? null : say`${coupon.code} ${strong(say`${words.replyCode}`)}`,
    ask: coupon.ask(words.house.phone),
    answers: answersTo(words).map((answer) => answers[answer]),
    blanks: [
      [coupon.day, coupon.dayBlank],
      [coupon.name, []],
    ],
  };
}
