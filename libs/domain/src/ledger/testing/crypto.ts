import * as crypto from 'node:crypto';
import { verifierKey } from '../note.ts';
import type { Ed25519Verify, NoteSigner } from '../note.ts';
import type { Sha256 } from '../bytes.ts';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** sha256 is node's, in one call. */
export const sha256: Sha256 = (bytes) => crypto.hash('sha256', bytes, 'buffer');

/** verify is node's Ed25519. */
export const verify: Ed25519Verify = (publicKey, message, signature) => {
  const key = crypto.createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return crypto.verify(null, message, key, signature);
};

/** signerFor is a signer whose private key is made from one byte. */
export function signerFor(name: string, seed: number): NoteSigner {
  const der = Buffer.concat([PKCS8, Buffer.alloc(32, seed)]);
  const key = crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = crypto.createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    key: verifierKey(name, new Uint8Array(spki.subarray(-32)), sha256),
    sign: (message) => crypto.sign(null, message, key),
  };
}

/** randomFrom gives the same bytes for the same seed, in blocks of SHA-256. */
export function randomFrom(seed: string): (length: number) => Uint8Array {
  let block = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i += 32)
      bytes.set(sha256(Buffer.from(`${seed} ${block++}`)).subarray(0, length - i), i);
    return bytes;
  };
}
