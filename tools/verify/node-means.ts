import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { Means } from './pack.ts';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** nodeMeans are what Node brings: SHA-256, Ed25519 (RFC 8032) and a running digest. */
export function nodeMeans(progress?: Means['progress']): Means {
  return {
    sha256: (bytes) => hash('sha256', bytes, 'buffer'),
    verify: (publicKey, message, signature) => verify(null, message, keyOf(publicKey), signature),
    digest: () => {
      const running = createHash('sha256');
      return { update: (bytes) => running.update(bytes), hex: () => running.digest('hex') };
    },
    ...(progress && { progress }),
  };
}

function keyOf(publicKey: Uint8Array): ReturnType<typeof createPublicKey> {
  return createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
}
