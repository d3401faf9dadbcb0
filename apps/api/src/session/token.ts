import { randomBytes } from 'node:crypto';
import { base64, utf8 } from '@azukari/domain';
import { sha256 } from '../ledger/crypto.ts';

/** newToken is 32 random bytes for a browser to keep; the database keeps only their hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** hashOf is a token as the database knows it. */
export function hashOf(token: string): string {
  return base64(sha256(utf8(token)));
}
