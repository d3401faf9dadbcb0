import type { Content } from 'pdfmake/interfaces.js';
import type { Language } from '../../notices/notices.words.ts';

/** Paper is one person's pages: they are counted on their own, and no other person begins on them. */
export interface Paper {
  /** Whose it is, for the head of the second page on. */
  readonly whose: string;
  /** A letter is titled as it says itself, and in the language of its reader. */
  readonly letter?: { readonly title: string; readonly language: Language };
  readonly content: Content[];
}
