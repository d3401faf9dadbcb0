/** Sha256 is the hash the caller hands in: 32 bytes (FIPS 180-4), synchronous, keeping no reference to its input. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** HASH_SIZE is the length of a SHA-256 in bytes. */
export const HASH_SIZE = 32;

/** equalBytes says whether both are the same bytes; what is compared here is public, so time may tell. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

// One room for all: what is joined is read at once, and nothing runs in between.
let room = new Uint8Array(4_096);

/**
 * joinBytes lays a prefix byte and two parts end to end: the form in which every hash of the ledger separates its domain. What it
 * answers is to be read at once, since the next call writes over it.
 */
export function joinBytes(prefix: number, first: Uint8Array, second?: Uint8Array): Uint8Array {
  const length = 1 + first.length + (second?.length ?? 0);
  if (length > room.length) room = new Uint8Array(2 * length);
  room[0] = prefix;
  room.set(first, 1);
  if (second !== undefined) room.set(second, 1 + first.length);
  return room.subarray(0, length);
}

/** readDecimal reads a whole number in ASCII digits without sign or leading zero, at most 2^53 − 1; null for any other text. */
export function readDecimal(text: string): number | null {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
