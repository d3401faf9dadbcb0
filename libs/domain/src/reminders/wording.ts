import { DATED_KINDS } from '../expiry/deadline.ts';
import type { CalendarDay } from '../instant.ts';
import { isFamilyKind } from './settings.ts';
import type { FamilyKind } from './settings.ts';

/** NOTICE_LANGUAGES in which a family can be written to: Japanese, やさしい日本語 with its readings, and English. */
export const NOTICE_LANGUAGES = ['ja', 'ja-easy', 'en'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** FAMILY_KINDS are the kinds of deadline that a notice to a family has words for. */
export const FAMILY_KINDS: readonly FamilyKind[] = DATED_KINDS.filter((kind) => isFamilyKind(kind));

/** WORDING_PARTS of a notice can be said in the words of a house: what to do, what to bring, who can go, what else happens. */
export const WORDING_PARTS = ['todo', 'bring', 'who', 'missed'] as const;
export type WordingPart = (typeof WORDING_PARTS)[number];

/** WORDING_TIMES: what is said up to the day itself, and once it is over. */
export const WORDING_TIMES = ['before', 'after'] as const;
export type WordingTime = (typeof WORDING_TIMES)[number];

/** OwnWords are what a house says of one kind of deadline in one language at a time; an empty part is said as in the book. */
export type OwnWords = {
  readonly kind: FamilyKind;
  readonly language: NoticeLanguage;
  readonly when: WordingTime;
} & Readonly<Record<WordingPart, string>>;

/** wordingTime is which words are said on a day of a date. */
export function wordingTime(date: CalendarDay, on: CalendarDay): WordingTime {
  return date < on ? 'after' : 'before';
}

const EVERYWHERE = ['item', 'date', 'house', 'phone'] as const;
/** The kinds whose rule always says from when something can be done. */
const OPENING: readonly FamilyKind[] = ['certificate-expiry', 'card-expiry', 'care-certification-renewal'];

/** WordingField stands in braces, and is filled in for each notice; `opens` is the day from which something can be done. */
export type WordingField = (typeof EVERYWHERE)[number] | 'opens';

/** WORDING_PROBLEMS: a field that no notice has, one that this kind has not, and more than one paragraph. */
export const WORDING_PROBLEMS = ['unknown-field', 'missing-field', 'line-break'] as const;
export type WordingProblem = (typeof WORDING_PROBLEMS)[number];

/** WordingPiece is a run of text, perhaps with its reading, or a field to fill in. */
export type WordingPiece = { readonly text: string; readonly reading?: string } | { readonly field: WordingField };

/** wordingFields are the fields that a notice of this kind always has. */
export function wordingFields(kind: FamilyKind): readonly WordingField[] {
  return OPENING.includes(kind) ? [...EVERYWHERE, 'opens'] : EVERYWHERE;
}

/** wordingProblem says why a text cannot be the words of a notice, or null: it is found when it is saved, never when it is sent. */
export function wordingProblem(text: string, kind: FamilyKind): WordingProblem | null {
  if (/[\n\r\t]/.test(text)) return 'line-break';
  const fields = piecesOf(text).flatMap((piece) => ('field' in piece ? [piece.field] : []));
  if (fields.some((field) => field !== 'opens' && !EVERYWHERE.includes(field)) || hasLooseBrace(text))
    return 'unknown-field';
  return fields.includes('opens') && !OPENING.includes(kind) ? 'missing-field' : null;
}

const BRACES = /\{([^{}|]+)(?:\|([^{}|]+))?\}/g;

/** piecesOf takes a text apart: `{item}` is a field, `{期限|きげん}` a word with its reading. */
export function piecesOf(text: string): readonly WordingPiece[] {
  const pieces: WordingPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(BRACES)) {
    const [whole, name = '', reading] = match;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    pieces.push(reading === undefined ? { field: name as WordingField } : { text: name, reading });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** A brace that belongs to no field, also a wide one as a Japanese keyboard writes it. */
function hasLooseBrace(text: string): boolean {
  return /[{}｛｝]/.test(text.replaceAll(BRACES, ''));
}
