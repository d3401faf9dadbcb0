import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { hashOf, newToken } from './token.ts';

const FORGOTTEN_AFTER_MS = 400 * 86_400_000;
const MOST_OF_ONE_PERSON = 20;
const BUCKET = "'device:' || token_hash || ':' || staff_id";

/** strangersBucket names where the tries at an account from elsewhere are counted; people type their passwords there, too. */
export function strangersBucket({ sealed }: Statements, loginId: string): string {
  return `login:${sealed.mark('staff.login_id', loginId)}`;
}

/**
 * KnownDevices remembers which browser has signed in to which account before (OWASP: device cookies). Its tries are counted
 * apart, so that nobody elsewhere can make a colleague wait at the home's own tablet; it opens nothing by itself.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** bucketOf names where this browser's tries at that account are counted; null for a stranger. */
  async bucketOf(token: string | null, loginId: string): Promise<string | null> {
    if (token === null) return null;
    const { sql } = this.database.reads;
    const marks = sql.sealed.marks('staff.login_id', loginId);
    const known = await sql.get<{ bucket: string }>(
      `SELECT ${BUCKET} AS bucket FROM known_device JOIN staff ON staff.id = staff_id
       WHERE token_hash = ? AND login_mark IN (${places(marks.length)}) AND left_on IS NULL AND seen_ms > ?`,
      [hashOf(token), ...marks, this.clock.elapsedMs() - FORGOTTEN_AFTER_MS],
    );
    return known?.bucket ?? null;
  }

  /** remember ties the browser to the account and answers the token to keep; one that we never gave is replaced. */
  async remember({ sql }: Tx, given: string | null, staffId: Uuid): Promise<string> {
    const ours =
      given !== null && (await sql.get('SELECT 1 AS one FROM known_device WHERE token_hash = ?', [hashOf(given)]));
    const token = given !== null && ours ? given : newToken();
    const now = this.clock.elapsedMs();
    await sql.run(
      'INSERT INTO known_device (token_hash, staff_id, seen_ms) VALUES (?, ?, ?) ON CONFLICT (token_hash, staff_id) DO UPDATE SET seen_ms = excluded.seen_ms',
      [hashOf(token), staffId, now],
    );
    await sql.run(
      `DELETE FROM known_device WHERE staff_id = ? AND (seen_ms <= ? OR token_hash NOT IN
        (SELECT token_hash FROM known_device WHERE staff_id = ? ORDER BY seen_ms DESC LIMIT ${String(MOST_OF_ONE_PERSON)}))`,
      [staffId, now - FORGOTTEN_AFTER_MS, staffId],
    );
    return token;
  }

  /** forgive forgets the wrong tries at the person's own devices. */
  async forgive({ sql }: Tx, staffId: Uuid): Promise<void> {
    await sql.run(`DELETE FROM throttle WHERE subject IN (SELECT ${BUCKET} FROM known_device WHERE staff_id = ?)`, [
      staffId,
    ]);
  }

  /** forgetAllOf revokes the person's devices: at leaving. */
  async forgetAllOf({ sql }: Tx, staffId: Uuid): Promise<void> {
    await sql.run('DELETE FROM known_device WHERE staff_id = ?', [staffId]);
  }
}
