import { isCalendarDay, isInstant, isUuid } from '../instant.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';
import { isPlainObject } from './jcs.ts';

/** FactValue is all that may stand in a leaf's facts: one level, no booleans, no personal data. */
export type FactValue = string | number | null | readonly string[] | readonly number[];

/** Fact checks one value of a leaf's facts. */
export type Fact<T extends FactValue> = (value: unknown) => value is T;

type Shape = Readonly<Record<string, Fact<FactValue>>>;

/** FactsOf is the type that a shape of facts accepts. */
export type FactsOf<S extends Shape> = { readonly [K in keyof S]: S[K] extends Fact<infer T> ? T : never };

/** code accepts one of the listed words. */
export function code<const T extends readonly string[]>(words: T): Fact<T[number]> {
  return (value): value is T[number] => (words as readonly unknown[]).includes(value);
}

/** codes accepts at least one of the listed words, each once and in the list's order, so that one meaning has one text. */
export function codes<const T extends readonly string[]>(words: T): Fact<readonly T[number][]> {
  return (value): value is readonly T[number][] =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(code(words)) &&
    ascending(value.map((word) => words.indexOf(word)));
}

function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, n) => n === 0 || number > (numbers[n - 1] as number));
}

const MOST_TEXTS = 50;

/** texts accepts up to 50 texts of one fixed form, each once and in order, so that one meaning has one text; also none. */
export function texts(holds: (text: string) => boolean): Fact<readonly string[]> {
  return (value): value is readonly string[] =>
    Array.isArray(value) &&
    value.length <= MOST_TEXTS &&
    value.every((text, n) => typeof text === 'string' && holds(text) && (n === 0 || text > (value[n - 1] as string)));
}

/** maybe accepts null as well. */
export function maybe<T extends FactValue>(fact: Fact<T>): Fact<T | null> {
  return (value): value is T | null => value === null || fact(value);
}

export const uuid: Fact<Uuid> = isUuid;
export const instant: Fact<Instant> = isInstant;
export const day: Fact<CalendarDay> = isCalendarDay;

/** count accepts a whole number from 0. */
export const count: Fact<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const MOST_COUNTS = 1_000;

/** counts accepts 1 to 1,000 whole numbers from 0, each larger than the one before. */
export const counts: Fact<readonly number[]> = (value): value is readonly number[] =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_COUNTS && value.every(count) && ascending(value);

/** matching accepts text of a fixed form that holds nothing personal. */
export function matching<T extends string>(form: RegExp): Fact<T> {
  return (value): value is T => typeof value === 'string' && form.test(value);
}

/** digest accepts a SHA-256 in base64: 43 digits, the last of which has no pad bits set. */
export const digest: Fact<string> = matching(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);

/** fits says whether the facts have exactly the keys of the shape, each with a value that its check accepts. */
export function fits<S extends Shape>(shape: S, facts: unknown): facts is FactsOf<S> {
  if (!isPlainObject(facts)) return false;
  const checks = Object.entries(shape);
  // No check accepts what is not there.
  return Object.keys(facts).length === checks.length && checks.every(([key, accepts]) => accepts(facts[key]));
}
