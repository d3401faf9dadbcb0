import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';

const LONGEST_WAIT_SECONDS = 60;
const FREE_TRIES = 3;
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/**
 * Throttle makes guessing slow: after three tries the next one waits 1, 2, 4 … at most 60 seconds. Never a lock for good:
 * a nurse who is locked out at night is a danger. The counters are in the database, so a restart resets nothing.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** attempt counts a try before it is judged, so that many at once gain nothing; it refuses while one has to wait. */
  attempt(subject: string): Promise<void> {
    return this.database.writes.run(async ({ sql }) => {
      const now = this.clock.elapsedMs();
      await sql.run('DELETE FROM throttle WHERE next_ms < ?', [now - FORGOTTEN_AFTER_MS]);
      const row = await sql.get<{ failures: number; next_ms: number }>(
        'SELECT failures, next_ms FROM throttle WHERE subject = ?',
        [subject],
      );
      const waitMs = (row?.next_ms ?? 0) - now;
      // A longer wait than ours can only come from a clock that was set back.
      if (waitMs > 0 && waitMs <= LONGEST_WAIT_SECONDS * 1000)
        throw new Refused({ kind: 'too-many-attempts', retryAfterSeconds: Math.ceil(waitMs / 1000) });
      const tries = (row?.failures ?? 0) + 1;
      const waitSeconds = tries <= FREE_TRIES ? 0 : Math.min(2 ** (tries - FREE_TRIES - 1), LONGEST_WAIT_SECONDS);
      await sql.run(
        'INSERT INTO throttle (subject, failures, next_ms) VALUES (?, ?, ?) ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, next_ms = excluded.next_ms',
        [subject, tries, now + waitSeconds * 1000],
      );
    });
  }

  /** passed forgets the tries, in the unit of work of what was allowed. */
  async passed({ sql }: Tx, subject: string): Promise<void> {
    await sql.run('DELETE FROM throttle WHERE subject = ?', [subject]);
  }
}
