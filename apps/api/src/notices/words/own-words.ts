import { WORDING_PARTS, piecesOf } from '@azukari/domain';
import type { WordingField, WordingPart } from '@azukari/domain';
import { CannotBeWorded } from './notice-words.ts';
import type { Rich } from './rich.ts';
import type { Advice } from './speech.ts';

/** OwnParts are the parts of an advice that a house says in its own words; an empty one is the book's. */
export type OwnParts = Readonly<Record<WordingPart, string>>;

/** Filled are the fields of one line of a notice. */
export type Filled = Readonly<Record<WordingField, Rich | null>>;

/** ownAdvice fills in the parts that a house says in its own words. */
export function ownAdvice(own: OwnParts | undefined, filled: Filled): Partial<Advice> {
  const given = WORDING_PARTS.filter((part) => own?.[part]);
  return Object.fromEntries(given.map((part) => [part, filledIn(own?.[part] ?? '', filled)]));
}

/** templateOf is a sentence of the book as a house can change it. */
export function templateOf(rich: Rich): string {
  return rich.map(({ text, reading }) => (reading === undefined ? text : `{${text}|${reading}}`)).join('');
}

function filledIn(text: string, filled: Filled): Rich {
  return piecesOf(text).flatMap((piece) => {
    if (!('field' in piece)) return [piece];
    const value = filled[piece.field];
    if (!value) throw new CannotBeWorded([piece.field]);
    return value;
  });
}
