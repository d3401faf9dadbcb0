import type { FamilyAnswer, FamilyKind, ItemKind } from '@azukari/domain';
import type { NoticeWords } from './notice-words.ts';
import type { Rich } from './rich.ts';
import type { Kin } from './whose.ts';

/** AdviceFacts are what the words about a deadline depend on. */
export interface AdviceFacts {
  readonly kind: ItemKind;
  /** The item as the notice calls it. */
  readonly item: Rich;
  /** The day from which something can be done, while it lies ahead. */
  readonly opens: Rich | null;
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
  readonly answers: Readonly<Record<FamilyAnswer, Rich>>;
  readonly letter: LetterWords;
  readonly frame: Frame;
}

/** LetterWords are what only the letter says. */
export interface LetterWords {
  readonly title: Rich;
  readonly intro: Rich;
  readonly rows: Readonly<Record<'item' | 'owner' | 'day' | 'todo' | 'bring' | 'who' | 'missed', Rich>>;
  readonly name: (name: string) => Rich;
  readonly ended: Rich;
  readonly coupon: Readonly<Record<'cut' | 'title' | 'code' | 'day' | 'name' | 'dayBlank', Rich>> & {
    readonly ask: (phone: string) => Rich;
  };
}

/** Frame is what stands around the lines of a notice. */
export interface Frame {
  readonly subject: (house: string) => string;
  readonly greeting: (words: NoticeWords) => readonly Rich[];
  readonly lead: (lead: Lead) => Rich;
  /** What is the same for every line: the item is here, and doubts are welcome. */
  readonly handing: Rich;
  readonly pin: Rich;
  readonly answer: {
    /** Above and on the button. */
    readonly ask: Rich;
    readonly button: Rich;
    /** Before the list of what can be answered there. */
    readonly choices: Rich;
    readonly byPhone: (phone: string, code: string | null) => Rich;
  };
  readonly doubt: { readonly button: Rich; readonly none: Rich };
  readonly signature: (words: NoticeWords) => readonly Rich[];
  readonly checkpoint: { readonly why: Rich; readonly what: (size: string, at: Rich) => Rich };
  readonly event: (house: string) => string;
}
