import type { FamilyAnswer, FamilyKind, ItemKind, Purpose } from '@azukari/domain';
import type { Correspondence, Whereabouts } from './notice-words.ts';
import type { PageWords } from './page-words.ts';
import type { Rich } from './rich.ts';
import type { Kin } from './whose.ts';

/** AdviceFacts are what the words about a deadline depend on. */
export interface AdviceFacts {
  readonly kind: ItemKind;
  /** The item as the notice calls it. */
  readonly item: Rich;
  /** The day from which something can be done, while it lies ahead. */
  readonly opens: Rich | null;
  readonly at: Whereabouts;
}

/** Advice is what somebody has to know about a deadline, besides its day. */
export interface Advice {
  /** What ends on the day. */
  readonly what: Rich;
  /** What to do, where and from when. */
  readonly todo: Rich;
  readonly bring: Rich;
  /** Who can go. */
  readonly who: Rich;
  /** What happens if nobody does. */
  readonly missed: Rich;
}

/** Lead says whose item ends, and when. */
export interface Lead {
  readonly whose: Rich;
  readonly item: Rich;
  readonly what: Rich;
  readonly day: Rich;
  /** The day is over. */
  readonly ended: boolean;
  readonly at: Whereabouts;
}

/** Speech is one language. What it lacks does not compile. */
export interface Speech {
  /** The language of HTML and of a reading voice. */
  readonly tag: string;
  /** Between two sentences. */
  readonly space: string;
  /** A day as people say it, and as a card prints it. */
  readonly day: (day: string) => Rich;
  /** A day among other words. */
  readonly plainDay: (day: string) => Rich;
  readonly moment: (instant: string) => Rich;
  readonly kinds: Readonly<Record<ItemKind, Rich>>;
  /** What a mail calls papers whose very name tells of an illness or of poverty; a letter in its envelope names them. */
  readonly discreet: Readonly<Partial<Record<ItemKind, Rich>>>;
  readonly whose: (kin: Kin | null, initials: readonly string[]) => Rich;
  readonly advice: Readonly<Record<FamilyKind, (facts: AdviceFacts) => Advice>>;
  /** What of it is said otherwise once the day is over. */
  readonly past: Readonly<Record<FamilyKind, (facts: AdviceFacts) => Partial<Advice>>>;
  readonly answers: Readonly<Record<FamilyAnswer, Rich>>;
  readonly letter: LetterWords;
  readonly guide: (facts: GuideFacts) => Guide;
  readonly report: ReportWords;
  readonly frame: Frame;
  readonly page: PageWords;
}

/** LetterWords are what only the letter says. */
export interface LetterWords {
  readonly title: Rich;
  readonly intro: Rich;
  readonly rows: Readonly<Record<'item' | 'owner' | 'day' | 'todo' | 'bring' | 'who' | 'missed', Rich>>;
  readonly name: (name: string) => Rich;
  /** To whom it goes where nobody is named. */
  readonly family: Rich;
  readonly ended: Rich;
  readonly coupon: Readonly<Record<'cut' | 'title' | 'code' | 'day' | 'name' | 'dayBlank', Rich>> & {
    readonly ask: (phone: string) => Rich;
  };
}

/** Frame is what stands around the lines of a notice. */
export interface Frame {
  readonly subject: (house: string) => string;
  readonly greeting: (words: Correspondence) => readonly Rich[];
  /** What a reader has to know to whom nobody has handed the guide. */
  readonly introduction: (facts: Pick<GuideFacts, 'subject'> & { readonly from: string }) => Rich;
  readonly lead: (lead: Lead) => Rich;
  /** How who goes gets what is needed, by where all of it is, or some is here; and doubts are welcome. */
  readonly handing: Readonly<Record<Whereabouts | 'some', Rich>>;
  readonly pin: Rich;
  readonly answer: {
    /** Above the answers. */
    readonly ask: Rich;
    /** Before the list of what can be answered there. */
    readonly choices: Rich;
    readonly byPhone: (phone: string, code: string | null) => Rich;
  };
  readonly doubt: { readonly button: Rich; readonly none: Rich };
  readonly signature: (words: Correspondence) => readonly Rich[];
  readonly checkpoint: { readonly why: Rich; readonly what: (size: string, at: Rich) => Rich };
  readonly event: (house: string) => string;
}

/** GuideFacts are what F20 says of this house: its subject, the address its mails come from, and the days before a date. */
export interface GuideFacts {
  readonly house: Correspondence['house'];
  readonly phone: string;
  readonly subject: string;
  /** Null: room is left to write it. */
  readonly from: string | null;
  readonly days: readonly number[];
}

/** Guide is F20 in words. */
export interface Guide {
  readonly title: Rich;
  readonly intro: Rich;
  readonly parts: readonly { readonly title: Rich; readonly points: readonly Rich[] }[];
}

/** ReportWords are what F7 says. */
export interface ReportWords {
  readonly title: Rich;
  readonly intro: (name: Rich, from: Rich, to: Rich) => Rich;
  readonly kept: Table<'item' | 'expires'>;
  readonly moves: Table<'day' | 'item' | 'purpose' | 'back'>;
  readonly ahead: Table<'day' | 'item' | 'what'>;
  /** Where no date is known, or none is printed. */
  readonly noDate: Rich;
  readonly stillOut: Rich;
  readonly purposes: Readonly<Record<Purpose, Rich>>;
  readonly events: Readonly<Record<MoveEvent, Rich>>;
  readonly closing: (phone: string) => Rich;
  readonly coupon: { readonly ask: (phone: string) => Rich; readonly answers: readonly Rich[]; readonly day: Rich };
}

/** Table is a heading, the names of its columns, and what stands there when it has no line. */
export interface Table<Column extends string> {
  readonly title: Rich;
  readonly head: Readonly<Record<Column, Rich>>;
  readonly none: Rich;
}

/** MOVE_EVENTS are the events of an item, besides its outings, of which a family is told. */
export const MOVE_EVENTS = [
  'item.taken-in',
  'item.held-temporarily',
  'item.handed-over',
  'item.reported-missing',
  'item.found',
] as const;
export type MoveEvent = (typeof MOVE_EVENTS)[number];
