import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { Keys } from '../ledger/keys.ts';

/** Long enough to fetch a telephone; ASVS 6.5.5 allows ten minutes. */
const LIFE_MS = 5 * 60_000;
const RANDOM_BYTES = 16;
const HEAD_BYTES = RANDOM_BYTES + 8;

/**
 * Challenges are what passkeys sign. They carry their end and our mark, so that nobody at the door can fill a table by asking; only one
 * that was answered rightly is written down, until its end, and opens nothing again.
 */
@Injectable()
export class Challenges {
  constructor(
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /** make is a challenge for one purpose: the door, or one person's new passkey. */
  make(purpose: string): Uint8Array<ArrayBuffer> {
    const head = Buffer.alloc(HEAD_BYTES);
    randomBytes(RANDOM_BYTES).copy(head);
    head.writeBigUInt64BE(BigInt(this.clock.elapsedMs() + LIFE_MS), RANDOM_BYTES);
    return Uint8Array.from(Buffer.concat([head, this.mark(purpose, head)]));
  }

  /** isOurs says whether a challenge was made here for that purpose and has not ended. */
  isOurs(purpose: string, challenge: string): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    const [head, mark] = [bytes.subarray(0, HEAD_BYTES), bytes.subarray(HEAD_BYTES)];
    const expected = this.mark(purpose, head);
    if (mark.length !== expected.length || !timingSafeEqual(mark, expected)) return false;
    const left = Number(head.readBigUInt64BE(RANDOM_BYTES)) - this.clock.elapsedMs();
    return left > 0 && left <= LIFE_MS;
  }

  /** spend uses a challenge up, in the unit of work of what it opens. */
  async spend({ sql }: Tx, challenge: string): Promise<void> {
    const now = this.clock.elapsedMs();
    await sql.run('DELETE FROM spent_challenge WHERE ends_ms < ?', [now]);
    const spent = 'INSERT INTO spent_challenge (challenge, ends_ms) VALUES (?, ?) ON CONFLICT (challenge) DO NOTHING';
    if ((await sql.run(spent, [challenge, now + LIFE_MS])) !== 1) throw new Refused({ kind: 'passkey-wrong' });
  }

  private mark(purpose: string, head: Uint8Array): Uint8Array {
    // A command's body is canonical JSON and begins with `[`; this never does.
    return this.keys.commandMac(`challenge ${purpose} ${Buffer.from(head).toString('hex')}`);
  }
}
