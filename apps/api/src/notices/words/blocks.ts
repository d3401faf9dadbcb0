import type { Rich } from './rich.ts';

/** Choice is one answer, and where the page opens with it chosen: opening answers nothing, since mail scanners open every link. */
export interface Choice {
  readonly label: Rich;
  readonly url: string;
}

/** Block is one part of a mail, which text and HTML draw each in its way. */
export type Block =
  | { readonly is: 'paragraph'; readonly lines: readonly Rich[] }
  | { readonly is: 'list'; readonly title: Rich; readonly points: readonly Rich[] }
  | {
      readonly is: 'answers';
      readonly ask: Rich;
      readonly url: string;
      readonly title: Rich;
      readonly answers: readonly Choice[];
    }
  | { readonly is: 'checkpoint'; readonly why: Rich; readonly what: Rich; readonly note: string };
