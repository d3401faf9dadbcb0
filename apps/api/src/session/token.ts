import { randomBytes } from 'node:crypto';
import { base64, utf8 } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import { sha256 } from '../ledger/crypto.ts';

/** newToken is 32 random bytes for a browser to keep; the database keeps only their hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** shownIdOf names a session to its own person: it opens nothing, and leads back to neither the token nor its hash. */
export function shownIdOf(tokenHash: string): Uuid {
  const hex = Buffer.from(sha256(utf8(`session ${tokenHash}`))).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** hashOf is a token as the database knows it. */
export function hashOf(token: string): string {
  return base64(sha256(utf8(token)));
}
