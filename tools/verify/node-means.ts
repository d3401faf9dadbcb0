import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Helper } from './work.ts';
import type { Means } from './means.ts';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A thread needs a quarter of a second to be there, and what the helpers have no time for is done by the thread they help. */
const WORTH_HELP = 4_000_000;
const MOST_HELPERS = 4;

/** nodeMeans are what Node brings: SHA-256, Ed25519 (RFC 8032) and a running digest. */
export function nodeMeans(progress?: Means['progress']): Means {
  const keys = new Map<string, KeyObject>();
  return {
    sha256: (bytes) => hash('sha256', bytes, 'buffer'),
    verify: (publicKey, message, signature) => {
      const name = Buffer.from(publicKey).toString('base64');
      const key = keys.get(name) ?? keyOf(publicKey);
      keys.set(name, key);
      return verify(null, message, key, signature);
    },
    helpers: (bytes) =>
      Array.from({ length: bytes < WORTH_HELP ? 0 : Math.min(availableParallelism() - 1, MOST_HELPERS) }, nodeHelper),
    digest: () => {
      const running = createHash('sha256');
      return { update: (bytes) => running.update(bytes), hex: () => running.digest('hex') };
    },
    ...(progress && { progress }),
  };
}

/** nodeHelper is a thread that inspects blocks. */
export function nodeHelper(): Helper {
  const worker = new Worker(new URL('./node-helper.ts', import.meta.url));
  return {
    ask: (question) => worker.postMessage(question),
    listen: (answered, failed) => {
      worker.on('message', (answer: Answer) => answered(answer));
      worker.on('error', failed);
    },
    stop: () => void worker.terminate(),
  };
}

function keyOf(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
}
