import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { secretFile } from './secret-file.ts';

const KEY_BYTES = 32;
const FILE = 'sealing.json';

const ringFile = z.strictObject({
  /** The first one seals; the others only open what was sealed before it came. */
  keys: z.array(z.base64()).min(1),
});

/** SealingKey is one key of the ring, under the id that stands in every value it sealed. */
export interface SealingKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** KeyRing are the keys with which personal columns are sealed, newest first. */
export type KeyRing = readonly [SealingKey, ...SealingKey[]];

/** openKeyRing reads the ring from its file outside of the database; the first start of a house makes it. */
export function openKeyRing(keysFolder: string): KeyRing {
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 });
  return parsed(secretFile(join(keysFolder, FILE), () => Buffer.from(written([newKey()]))).toString());
}

/** newKey is a key that nobody has. */
export function newKey(): SealingKey {
  return keyOf(randomBytes(KEY_BYTES));
}

/** subkey is the part of a key that serves one use and no other. */
export function subkey({ secret }: SealingKey, use: 'seal'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `azukari ${use}`, KEY_BYTES));
}

function parsed(text: string): KeyRing {
  const [newest, ...older] = ringFile.parse(JSON.parse(text)).keys.map((key) => keyOf(Buffer.from(key, 'base64')));
  if (!newest) throw new Error(`${FILE} has no key`);
  return [newest, ...older];
}

function written(keys: readonly SealingKey[]): string {
  return `${JSON.stringify({ keys: keys.map(({ secret }) => Buffer.from(secret).toString('base64')) })}\n`;
}

/** The id is told by the key itself, so that no file can give a key the name of another. */
function keyOf(secret: Buffer): SealingKey {
  if (secret.length !== KEY_BYTES) throw new Error(`a key of ${FILE} is not ${String(KEY_BYTES)} bytes long`);
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 8), secret };
}
