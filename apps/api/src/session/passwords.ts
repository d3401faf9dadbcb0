import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Refusal } from '@azukari/domain';
import { isCommon } from './common-passwords.ts';
import { Turns } from './turns.ts';
import type { Whose } from './turns.ts';

/** COST of a hash is Argon2id as OWASP asks for at least: 19 MiB, two passes. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** hashing is what new hashes cost; the server never changes it, suites that ask something else make it cheap. */
export const hashing = { cost: COST };
const SHORTEST = 8;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** HASHING: at most two hashes run at once, each takes memory and a core that returns and 救急 need as well. */
export const HASHING = new Turns(2, 30);

/** SPENT stands in the place of the hash of a secret that was used up; nothing fits it. */
export const SPENT = '';

let nobody: Promise<string> | undefined;

/** hashPassword makes an argon2id hash for somebody who is signed in, or who sets the server up. */
export function hashPassword(password: string): Promise<string> {
  return HASHING.take('known', () => hash(password, hashing.cost));
}

/** passwordFits compares; without a hash it takes as long, so that nobody learns which names exist. */
export async function passwordFits(hashed: string | null, password: string, whose: Whose = 'known'): Promise<boolean> {
  nobody ??= hash(randomBytes(16).toString('hex'), hashing.cost);
  const opens = hashed !== null && hashed !== SPENT;
  const against = opens ? hashed : await nobody;
  const fits = await HASHING.take(whose, () => verify(against, password));
  return fits && opens;
}

/** CODE_MS is how long a one-time code opens: a person who begins tomorrow must still get in. */
export const CODE_MS = 24 * 60 * 60_000;

/** inventCode makes a one-time code that can be read aloud: groups of four, about 20 bits each. */
export function inventCode(groups = 4): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** refusePassword says why a chosen password is too weak, or null. No rules of composition, no forced change. */
export function refusePassword(password: string, loginId: string): Refusal | null {
  if ([...password].length < SHORTEST) return { kind: 'password-weak', reason: 'short' };
  const folded = password.toLowerCase();
  if (folded.includes(loginId) && loginId.length > 3) return { kind: 'password-weak', reason: 'like-login' };
  if (isCommon(password)) return { kind: 'password-weak', reason: 'common' };
  return null;
}
