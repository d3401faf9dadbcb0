/*
 * Readings over kanji. A word file writes them as 青空文庫 does, 「出《だ》す」; a string on its way to the screen carries
 * Unicode's interlinear annotation instead, which nobody can type here: the contract refuses such characters in any text.
 */
const BASE = '\uFFF9';
const READING = '\uFFFA';
const END = '\uFFFB';

const WRITTEN = /(?:｜([^｜《》]+)|([\p{Script=Han}〆]+))《([^《》]+)》/gu;
const ANNOTATED = /\uFFF9([^\uFFF9-\uFFFB]*)\uFFFA([^\uFFF9-\uFFFB]*)\uFFFB/g;

/** Piece is a stretch of text; null says that it carries no reading. */
export interface Piece {
  readonly text: string;
  readonly reading: string | null;
}

/** ruby puts a reading over a text. An empty reading, or one that is the text itself, leaves the text alone. */
export function ruby(text: string, reading: string): string {
  return reading === '' || reading === text ? text : `${BASE}${text}${READING}${reading}${END}`;
}

/** annotated turns 「出《だ》す」 into annotation. 《》 takes the run of kanji before it, or what follows a ｜. */
export function annotated(written: string): string {
  return written.replace(WRITTEN, (_, chosen: string | undefined, kanji: string | undefined, reading: string) =>
    ruby(chosen ?? kanji ?? '', reading),
  );
}

/** annotatedTree is the same tree of words with each of them annotated. */
export function annotatedTree<T>(words: T): T;
export function annotatedTree(words: unknown): unknown {
  if (typeof words === 'string') return annotated(words);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, annotatedTree<unknown>(value)]));
}

/** withNameReading puts the kana over a person's name, family name and given name each where both are written so. */
export function withNameReading(name: string, kana: string): string {
  const names = name.split(/[\s　]+/u);
  const readings = kana.split(/[\s　]+/u);
  if (names.length !== readings.length) return over(name, kana);
  return names.map((part, n) => over(part, readings[n] ?? '')).join(' ');
}

/** over puts a reading over what has kanji in it. */
function over(name: string, reading: string): string {
  return /\p{Script=Han}/u.test(name) ? ruby(name, reading) : name;
}

/** isAnnotated says whether a text carries a reading. */
export function isAnnotated(text: string): boolean {
  return text.includes(BASE);
}

/** withoutReadings is the text alone, for what cannot show a reading and for what leaves the screen. */
export function withoutReadings(text: string): string {
  return isAnnotated(text) ? text.replace(ANNOTATED, '$1') : text;
}

/** piecesOf takes an annotated text apart, in its order. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: whole, 1: base = '', 2: reading = '', index } of text.matchAll(ANNOTATED)) {
    if (index > done) pieces.push({ text: text.slice(done, index), reading: null });
    pieces.push({ text: base, reading });
    done = index + whole.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), reading: null });
  return pieces;
}
