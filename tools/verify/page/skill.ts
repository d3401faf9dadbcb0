/// <reference lib="dom" />
import { sha256 } from '@noble/hashes/sha2.js';
import type { Means } from '../means.ts';

const KEY_OF = { name: 'Ed25519' } as const;

const keys = new Map<string, Promise<CryptoKey>>();

async function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const name = publicKey.join();
  const key = keys.get(name) ?? crypto.subtle.importKey('raw', publicKey.slice(), KEY_OF, false, ['verify']);
  keys.set(name, key);
  return crypto.subtle.verify(KEY_OF, await key, signature.slice(), message.slice());
}

/** skill is what a browser brings, on the page and in the threads beside it. */
export const skill: Pick<Means, 'sha256' | 'verify'> = { sha256, verify };
