import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64 } from '@azukari/domain';
import { replaceSecretFile, secretFile } from './secret-file.ts';

const KEY_BYTES = 32;

/** SealingKey is one key of the ring, under the id that stands in every value it sealed. */
export interface SealingKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** KeyRing are the keys with which personal columns are sealed, newest first, and the columns that are sealed throughout. */
export interface KeyRing {
  /** The first one seals; the others only open what was sealed before it came. */
  readonly keys: readonly [SealingKey, ...SealingKey[]];
  /** In any other column there may still be texts from before it was sealed. */
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
  const ring = ringIn(JSON.parse(text));
  if (!ring) throw new Error(`${path} is not a ring of keys`);
  return ring;
}

/** By hand: a reader in a thread of its own would load Zod for this alone, which takes 18 MB. */
function ringIn(value: unknown): KeyRing | null {
  if (typeof value !== 'object' || value === null) return null;
  const { keys, sealed, ...others } = value as Readonly<Record<string, unknown>>;
  if (!areTexts(keys) || !areTexts(sealed) || Object.keys(others).length > 0) return null;
  const secrets = keys.map(fromBase64);
  if (!secrets.every((secret) => secret !== null)) return null;
  const [newest, ...older] = secrets.map(keyOf);
  return newest ? { keys: [newest, ...older], sealed } : null;
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
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
function keyOf(secret: Uint8Array): SealingKey {
  if (secret.length !== KEY_BYTES) throw new Error(`a key of the ring is not ${String(KEY_BYTES)} bytes long`);
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 8), secret };
}
