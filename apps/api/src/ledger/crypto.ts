import { createPrivateKey, createPublicKey, hash, randomBytes, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Ed25519Verify, Sha256 } from '@azukari/domain';

/** sha256 is the hash of the tree, the commitments and the codes. */
export const sha256: Sha256 = (bytes) => {
  // By way of text: a buffer for each digest costs twice the hashing itself.
  const text = hash('sha256', bytes, 'latin1');
  const digest = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n++) digest[n] = text.charCodeAt(n);
  return digest;
};

/** random gives bytes that nobody can guess. */
export function random(length: number): Uint8Array {
  if (used + length > pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}

// Drawn from the system in one go, and each byte handed out once; never refilled in place, because slices are still in use.
const POOL_BYTES = 4096;
let pool = randomBytes(POOL_BYTES);
let used = 0;

const RAW_PUBLIC = 32;
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** publicBytes are the 32 bytes of an Ed25519 public key (RFC 8032). */
export function publicBytes(key: KeyObject): Uint8Array {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-RAW_PUBLIC);
}

/** verifyEd25519 checks a signature with a raw public key. */
export const verifyEd25519: Ed25519Verify = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

/** signEd25519 signs with a private key in PEM. */
export function signEd25519(pem: string): (message: Uint8Array) => Uint8Array {
  const key = createPrivateKey(pem);
  return (message) => sign(null, message, key);
}
