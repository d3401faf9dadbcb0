import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Means } from './means.ts';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** nodeMeans are what Node brings: SHA-256, Ed25519 (RFC 8032) and a running digest. */
export function nodeMeans(progress?: Means['progress']): Means {
  const keys = new Map<string, KeyObject>();
  return {
    sha256: (bytes) => hash('sha256', bytes, 'buffer'),
    verify: (publicKey, message, signature) =>
      new Promise((resolve, reject) => {
        const name = Buffer.from(publicKey).toString('base64');
        const key = keys.get(name) ?? keyOf(publicKey);
        keys.set(name, key);
        verify(null, message, key, signature, (error, verified) => (error ? reject(error) : resolve(verified)));
      }),
    digest: () => {
      const running = createHash('sha256');
      return { update: (bytes) => running.update(bytes), hex: () => running.digest('hex') };
    },
    ...(progress && { progress }),
  };
}

function keyOf(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
}
