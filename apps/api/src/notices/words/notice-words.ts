import { isCalendarDay } from '@azukari/domain';
import type { CalendarDay, DeadlineKind, ItemKind, NoticeLanguage, OwnWords, Uuid } from '@azukari/domain';

export { NOTICE_LANGUAGES as LANGUAGES } from '@azukari/domain';
export type Language = NoticeLanguage;

/** Whereabouts are where an item is as a family is told: in the facility, with a family, or elsewhere, of which nothing is said. */
export type Whereabouts = 'here' | 'family' | 'away';

/** NoticeLine is one date of one item. */
export interface NoticeLine {
  readonly itemId: Uuid;
  readonly residentName: string;
  readonly residentKana: string;
  /** That of the reader to this resident as it is recorded, such as 長女; it may be empty. */
  readonly relation: string;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly deadline: DeadlineKind;
  readonly date: CalendarDay;
  /** The code of the text, by which a house says it in the words of another kind of deadline. */
  readonly wording: string;
  /** Where it is as these words are read or leave the house. */
  readonly at: Whereabouts;
}

/** NoticeWords are all that a notice to one person says, as plain data. */
export interface NoticeWords {
  readonly language: Language;
  /** The day of writing. */
  readonly on: CalendarDay;
  readonly house: {
    readonly name: string;
    /** How the name is read, for やさしい日本語; empty: nobody has said. */
    readonly kana: string;
    readonly phone: string;
    readonly address: string;
    readonly head: string;
  };
  /** 佐藤, 生活相談員. */
  readonly signer: { readonly name: string; readonly title: string };
  /** 平日9〜17時. */
  readonly hours: string;
  readonly to: { readonly name: string; readonly address: string };
  /** The guide (F20) was handed to the reader; until then a mail says itself what a real one is. */
  readonly guided: boolean;
  readonly lines: readonly NoticeLine[];
  /** What the house says in its own words instead of the book's. */
  readonly own: readonly OwnWords[];
  /** The page for the answer, for one time; null: the telephone, with the code. */
  readonly answerUrl: string | null;
  readonly replyCode: string | null;
  readonly checkpoint: {
    readonly note: string;
    readonly code: string;
    readonly size: number;
    readonly at: string;
  } | null;
}

/** Correspondence is who writes to whom, and when. */
export type Correspondence = Pick<NoticeWords, 'language' | 'on' | 'house' | 'signer' | 'hours' | 'to'>;

/** CannotBeWorded is thrown instead of a notice with a hole in it; it names the fields, never what is in them. */
export class CannotBeWorded extends Error {
  readonly fields: readonly string[];

  constructor(fields: readonly string[]) {
    super(`a notice cannot be worded: ${fields.join(', ')}`);
    this.fields = fields;
    this.name = 'CannotBeWorded';
  }
}

/** missingWords are the fields without which a notice would have a hole, or look as if a stranger had sent it. */
export function missingWords({ house, signer, to, lines, answerUrl }: NoticeWords): readonly string[] {
  const needed: Readonly<Record<string, string>> = {
    'house.name': house.name,
    'house.phone': house.phone,
    'signer.name': signer.name,
    'to.name': to.name,
  };
  return [
    ...Object.keys(needed).filter((field) => needed[field]?.trim() === ''),
    ...(lines.length === 0 ? ['lines'] : []),
    ...lines.flatMap(({ date }, n) => (isCalendarDay(date) ? [] : [`lines[${String(n)}].date`])),
    ...(answerUrl === null || /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(answerUrl) ? [] : ['answerUrl']),
  ];
}

/** onOneLine puts every text of a notice on one line. */
export function onOneLine<Words extends Correspondence>(words: Words): Words {
  const { house, signer, to, hours } = words;
  const lines = 'lines' in words ? { lines: (words.lines as NoticeWords['lines']).map(lineOnOne) } : {};
  return {
    ...words,
    house: {
      name: oneLine(house.name),
      kana: oneLine(house.kana),
      phone: oneLine(house.phone),
      address: oneLine(house.address),
      head: oneLine(house.head),
    },
    signer: { name: oneLine(signer.name), title: oneLine(signer.title) },
    hours: oneLine(hours),
    to: { name: oneLine(to.name), address: oneLine(to.address) },
    ...lines,
  };
}

function lineOnOne(line: NoticeLine): NoticeLine {
  return {
    ...line,
    residentName: oneLine(line.residentName),
    residentKana: oneLine(line.residentKana),
    relation: oneLine(line.relation),
    label: line.label === null ? null : oneLine(line.label),
  };
}

/** oneLine is a text without what could end a line, hide, or turn the direction of what follows. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
