import { Inject, Injectable } from '@nestjs/common';
import { instantAt } from '@azukari/domain';
import type { Auth, Level, Role, Uuid } from '@azukari/domain';
import type { sessionAnswer } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { SecondFactor } from './second-factor.ts';
import { LEVEL_TODAY } from './level-today.ts';
import type { SignedIn } from './signed-in.ts';
import { hashOf, newToken } from './token.ts';

interface SessionRow {
  readonly facilityId: Uuid;
  readonly staffId: Uuid;
  readonly auth: Auth;
  readonly startedMs: number;
  readonly seenMs: number;
  readonly endsMs: number;
  readonly name: string;
  readonly role: Role;
  readonly level: Level | null;
}

const SEEN_EVERY_MS = 30_000;

/** Sessions keeps who is signed in: an opaque token with the browser, its hash in the database, limits at the server. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly second: SecondFactor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** find answers the person behind a token, unless the session has ended. A quiet look does not renew it. */
  async find(token: string, quiet: boolean): Promise<SignedIn | null> {
    const tokenHash = hashOf(token);
    const today = this.clock.today();
    const row = await this.database.reads.sql.get<SessionRow>(
      `SELECT session.facility_id AS "facilityId", staff_id AS "staffId", auth, started_ms AS "startedMs", seen_ms AS "seenMs",
         ends_ms AS "endsMs", staff.name AS name, role, ${LEVEL_TODAY} AS level
       FROM session JOIN staff ON staff.id = session.staff_id WHERE token_hash = ? AND left_on IS NULL`,
      [today, today, tokenHash],
    );
    const now = this.clock.elapsedMs();
    if (!row || now >= row.endsMs || now >= row.seenMs + this.config.idleMs) return null;
    if (!quiet && now - row.seenMs >= SEEN_EVERY_MS)
      // A full disk must not keep anybody from reading; the session then simply ends sooner.
      await this.database.writes
        .run(({ sql }) => sql.run('UPDATE session SET seen_ms = ? WHERE token_hash = ?', [now, tokenHash]))
        .catch(() => undefined);
    const { facilityId, staffId, auth, role, level } = row;
    const name = this.database.reads.sql.sealed.open('staff.name', staffId, row.name);
    const owesFactor = auth === 'password' && this.second.demandedOf(role);
    const { startedMs } = row;
    return { facilityId, staffId, auth, owesFactor, role, level, name, startedMs, tokenHash, access: 'signed-in' };
  }

  /** begin opens a session for a person who has shown who they are, and answers its token. */
  async begin(tx: Tx, staff: { readonly id: Uuid; readonly facilityId: Uuid }, auth: Auth): Promise<string> {
    const token = newToken();
    const now = this.clock.elapsedMs();
    await tx.sql.run('DELETE FROM session WHERE ends_ms < ? OR seen_ms < ?', [now, now - this.config.idleMs]);
    await tx.sql.run(
      'INSERT INTO session (token_hash, facility_id, staff_id, auth, started_ms, seen_ms, ends_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [hashOf(token), staff.facilityId, staff.id, auth, now, now, now + this.config.absoluteMs],
    );
    return token;
  }

  /** end kills a session. */
  async end(tx: Tx, token: string): Promise<void> {
    await tx.sql.run('DELETE FROM session WHERE token_hash = ?', [hashOf(token)]);
  }

  /** endAllOf kills every session of a person: at leaving, and at a new password. */
  async endAllOf(tx: Tx, staffId: Uuid): Promise<void> {
    await tx.sql.run('DELETE FROM session WHERE staff_id = ?', [staffId]);
  }

  /** describe is what the web hears of a session. */
  async describe(by: SignedIn): Promise<z.output<typeof sessionAnswer>> {
    const facility = await this.database.reads.rows.findOneByOrFail(FacilityRow, { id: by.facilityId });
    return {
      staff: { id: by.staffId, name: by.name, role: by.role, level: by.level },
      facility: { id: facility.id, name: facility.name },
      expiresAt: instantAt(this.clock.elapsedMs() + this.config.idleMs),
      endsAt: instantAt(by.startedMs + this.config.absoluteMs),
      now: this.clock.now(),
      ...(by.owesFactor && { owesFactor: true as const }),
      demo: this.config.demo,
      ...(this.config.demoInbox !== null && { demoInbox: this.config.demoInbox }),
    };
  }
}
