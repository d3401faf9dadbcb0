import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Refusal } from '@azukari/domain';
import { Refused } from '../http/refused.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Argon2id as OWASP asks for at least: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;
const MOST_WAITING = 30;
const BUSY_SECONDS = 5;
const SHORTEST = 8;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes run at once: each takes memory and a core that returns and 救急 need as well. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new Refused({ kind: 'too-many-attempts', retryAfterSeconds: BUSY_SECONDS });
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

let nobody: Promise<string> | undefined;

/** hashPassword makes an argon2id hash. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/** passwordFits compares; without a hash it takes as long, so that nobody learns which names exist. */
export async function passwordFits(hashed: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const against = hashed ?? (await nobody);
  const fits = await inTurn(() => verify(against, password));
  return fits && hashed !== null;
}

/** inventPassword makes a first password that can be read aloud: four groups of four, about 79 bits. */
export function inventPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

/** refusePassword says why a chosen password is too weak, or null. No rules of composition, no forced change. */
export function refusePassword(password: string, loginId: string): Refusal | null {
  if ([...password].length < SHORTEST) return { kind: 'password-weak', reason: 'short' };
  const folded = password.toLowerCase();
  if (folded.includes(loginId) && loginId.length > 3) return { kind: 'password-weak', reason: 'like-login' };
  if (COMMON_PASSWORDS.has(folded) || /^(.)\1*$/.test(folded)) return { kind: 'password-weak', reason: 'common' };
  return null;
}
