import { sha256 } from './crypto.ts';

const hash = (...parts: readonly Uint8Array[]) => sha256(Buffer.concat(parts));
const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** reference is RFC 6962 §2.1, 2.1.1 and 2.1.2 word for word over D[lo:hi]: nothing to get wrong, and made bearable by a memory. */
export function reference(d: readonly Uint8Array[]) {
  const known = new Map<string, Uint8Array>();
  const mth = (lo: number, hi: number): Uint8Array => {
    const k = lo + split(hi - lo);
    const make = () =>
      hi - lo < 2
        ? hash(...d.slice(lo, hi).map((leaf) => Buffer.concat([Buffer.of(0), leaf])))
        : hash(Buffer.of(1), mth(lo, k), mth(k, hi));
    const root = known.get(`${lo}:${hi}`) ?? make();
    known.set(`${lo}:${hi}`, root);
    return root;
  };
  const path = (m: number, lo: number, hi: number): readonly Uint8Array[] => {
    const k = lo + split(hi - lo);
    if (hi - lo === 1) return [];
    return m < k ? [...path(m, lo, k), mth(k, hi)] : [...path(m, k, hi), mth(lo, k)];
  };
  const subproof = (m: number, lo: number, hi: number, whole = true): readonly Uint8Array[] => {
    const k = lo + split(hi - lo);
    if (m === hi) return whole ? [] : [mth(lo, hi)];
    return m <= k ? [...subproof(m, lo, k, whole), mth(k, hi)] : [...subproof(m, k, hi, false), mth(lo, k)];
  };
  return { mth, path, subproof };
}
