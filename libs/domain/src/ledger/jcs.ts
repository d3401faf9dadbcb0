import { isPlainlyCanonical } from './plainly-canonical.ts';

const DEEPEST = 64;

/**
 * jcs writes a value as RFC 8785 canonical JSON, strictly: it throws on undefined, functions, class instances, lone
 * surrogates, and on every number that is not an integer within ±(2^53 − 1), −0 included. Equal text, equal value.
 */
export function jcs(value: unknown): string {
  return write(value, integer, 0);
}

/** canonicalJson writes a value as RFC 8785 canonical JSON with any finite number (§3.2.2.3); leaves are written with jcs. */
export function canonicalJson(value: unknown): string {
  return write(value, finite, 0);
}

/**
 * parseStrict reads JSON whose text is exactly what jcs would write, and answers undefined for all else: repeated keys,
 * rounded numbers, other orders and escapes all fail the comparison.
 */
export function parseStrict(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // Stryker disable next-line ConditionalExpression: the first look spares the second, and says the same.
    return isPlainlyCanonical(text) || jcs(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** isPlainObject says whether the value is an object of keys and values: no array, no class instance, from any realm. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function write(value: unknown, number: (value: number) => string, depth: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return number(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (depth === DEEPEST) throw new TypeError('too deep for JCS');
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i++) text += (i > 0 ? ',' : '') + write(value[i], number, depth + 1);
    return text + ']';
  }
  if (!isPlainObject(value)) throw new TypeError(`no JSON value: ${typeof value}`);
  let text = '{';
  // sort() without a comparer orders by UTF-16 code units, which is RFC 8785 §3.2.3.
  for (const key of Object.keys(value).sort())
    text += (text.length > 1 ? ',' : '') + quoted(key) + ':' + write(value[key], number, depth + 1);
  return text + '}';
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('lone surrogate');
  // JSON.stringify escapes exactly as RFC 8785 §3.2.2.2 asks.
  return JSON.stringify(text);
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError(`no integer for JCS: ${value}`);
  return String(value);
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no JSON number: ${value}`);
  return String(value);
}
