import { sha256 } from './crypto.ts';

const hash = (...parts: readonly Uint8Array[]) => sha256(Buffer.concat(parts));
const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** mth, path and subproof are RFC 6962 §2.1, 2.1.1 and 2.1.2 word for word: slow, and with nothing to get wrong. */
export function mth(d: readonly Uint8Array[]): Uint8Array {
  const k = split(d.length);
  if (d.length < 2) return hash(...d.map((leaf) => Buffer.concat([Buffer.of(0), leaf])));
  return hash(Buffer.of(1), mth(d.slice(0, k)), mth(d.slice(k)));
}

export function path(m: number, d: readonly Uint8Array[]): readonly Uint8Array[] {
  const k = split(d.length);
  if (d.length === 1) return [];
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}

export function subproof(m: number, d: readonly Uint8Array[], whole = true): readonly Uint8Array[] {
  const k = split(d.length);
  if (m === d.length) return whole ? [] : [mth(d)];
  if (m <= k) return [...subproof(m, d.slice(0, k), whole), mth(d.slice(k))];
  return [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}
