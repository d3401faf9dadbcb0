import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceSecretFile, secretFile } from './secret-file.ts';

const KEY_BYTES = 32;

const ringFile = z.strictObject({
  /** The first one seals; the others only open what was sealed before it came. */
  keys: z.array(z.base64()).min(1),
  /** The columns of which every value is sealed; in any other one there may still be texts from before it was. */
  sealed: z.array(z.string()),
});

/** SealingKey is one key of the ring, under the id that stands in every value it sealed. */
export interface SealingKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** KeyRing are the keys with which personal columns are sealed, newest first, and the columns that are sealed throughout. */
export interface KeyRing {
  readonly keys: readonly [SealingKey, ...SealingKey[]];
  readonly sealed: readonly string[];
}

/** ringPath is the file of the ring, outside of the database. */
export function ringPath(keysFolder: string): string {
  return join(keysFolder, 'sealing.json');
}

/** readKeyRing reads the ring; null where a house has none yet. */
export function readKeyRing(keysFolder: string): KeyRing | null {
  return existsSync(ringPath(keysFolder)) ? makeKeyRing(keysFolder) : null;
}

/** makeKeyRing reads the ring, and makes it where a house has none yet. */
export function makeKeyRing(keysFolder: string): KeyRing {
  const path = ringPath(keysFolder);
  const text = secretFile(path, () => written({ keys: [newKey()], sealed: [] })).toString();
  const { keys, sealed } = ringFile.parse(JSON.parse(text));
  const [newest, ...older] = keys.map((key) => keyOf(Buffer.from(key, 'base64')));
  if (!newest) throw new Error(`${path} has no key`);
  return { keys: [newest, ...older], sealed };
}

/** writeKeyRing replaces the ring as a whole. */
export function writeKeyRing(keysFolder: string, ring: KeyRing): void {
  replaceSecretFile(ringPath(keysFolder), written(ring));
}

/** newKey is a key that nobody has. */
export function newKey(): SealingKey {
  return keyOf(randomBytes(KEY_BYTES));
}

/** subkey is the part of a key that serves one use and no other. */
export function subkey({ secret }: SealingKey, use: 'seal' | 'find'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `azukari ${use}`, KEY_BYTES));
}

function written({ keys, sealed }: KeyRing): Buffer {
  const secrets = keys.map(({ secret }) => Buffer.from(secret).toString('base64'));
  return Buffer.from(`${JSON.stringify({ keys: secrets, sealed })}\n`);
}

/** The id is told by the key itself, so that no file can give a key the name of another. */
function keyOf(secret: Buffer): SealingKey {
  if (secret.length !== KEY_BYTES) throw new Error(`a key of the ring is not ${String(KEY_BYTES)} bytes long`);
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 8), secret };
}
