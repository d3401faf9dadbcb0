import { Inject, Injectable } from '@nestjs/common';
import { instantAt, millisecondsOf } from '@azukari/domain';
import type { Auth, Level, Role, Uuid } from '@azukari/domain';
import type { sessionAnswer, sessionsAnswer } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import type { Tokens } from './cookie.ts';
import { IS_BREAK_GLASS } from './break-glass.ts';
import { Refused } from '../http/refused.ts';
import { SecondFactor } from './second-factor.ts';
import { LEVEL_TODAY } from './level-today.ts';
import type { SignedIn } from './signed-in.ts';
import { enrolledTablet, seen } from './tablets.ts';
import { hashOf, newToken, shownIdOf } from './token.ts';

interface SessionRow {
  readonly facilityId: Uuid;
  readonly staffId: Uuid;
  readonly auth: Auth;
  readonly tablet: Uuid | null;
  readonly startedMs: number;
  readonly seenMs: number;
  readonly endsMs: number;
  readonly name: string;
  readonly role: Role;
  readonly level: Level | null;
  /** 0 and 1 on SQLite. */
  readonly glass: boolean | number;
}

interface OpenRow extends Pick<SessionRow, 'auth' | 'tablet' | 'startedMs' | 'seenMs' | 'endsMs'> {
  readonly hash: string;
  /** Sealed. */
  readonly tabletName: string | null;
}

/** Whose a session is, and on which enrolled tablet. */
interface Whose {
  readonly id: Uuid;
  readonly facilityId: Uuid;
  readonly tablet: Uuid | null;
}

const SEEN_EVERY_MS = 30_000;
/** Three minutes are counted more closely. */
const SEEN_EVERY_ON_TABLET_MS = 10_000;

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
      `SELECT session.facility_id AS "facilityId", staff_id AS "staffId", auth, tablet_id AS tablet, started_ms AS "startedMs", seen_ms AS "seenMs",
         ends_ms AS "endsMs", staff.name AS name, role, ${LEVEL_TODAY} AS level, ${IS_BREAK_GLASS} AS glass
       FROM session JOIN staff ON staff.id = session.staff_id WHERE token_hash = ? AND left_on IS NULL`,
      [today, today, tokenHash],
    );
    const now = this.clock.elapsedMs();
    if (!row || now >= row.endsMs || now >= row.seenMs + this.idleMsOn(row.tablet)) return null;
    const renewed = !quiet && now - row.seenMs >= (row.tablet === null ? SEEN_EVERY_MS : SEEN_EVERY_ON_TABLET_MS);
    if (renewed)
      // A full disk must not keep anybody from reading; the session then simply ends sooner.
      await this.database.writes
        .run(async ({ sql }) => {
          await sql.run('UPDATE session SET seen_ms = ? WHERE token_hash = ?', [now, tokenHash]);
          await seen(sql, row.tablet, now);
        })
        .catch(() => undefined);
    const { facilityId, staffId, auth, tablet, role, level } = row;
    const name = this.database.reads.sql.sealed.open('staff.name', staffId, row.name);
    const owesFactor = auth === 'password' && !row.glass && this.second.demandedOf(role);
    const { startedMs } = row;
    return {
      facilityId,
      staffId,
      auth,
      tablet,
      owesFactor,
      role,
      level,
      name,
      startedMs,
      lastsUntilMs: (renewed ? now : row.seenMs) + this.idleMsOn(tablet),
      tokenHash,
      access: 'signed-in',
    };
  }

  /** begin opens a session for a person who has shown who they are, and answers its token. */
  async begin(tx: Tx, whose: Whose, auth: Auth): Promise<string> {
    const token = newToken();
    const now = this.clock.elapsedMs();
    const longestIdleMs = Math.max(this.config.idleMs, this.config.tabletIdleMs);
    await tx.sql.run('DELETE FROM session WHERE ends_ms < ? OR seen_ms < ?', [now, now - longestIdleMs]);
    await tx.sql.run(
      'INSERT INTO session (token_hash, facility_id, staff_id, auth, started_ms, seen_ms, ends_ms, tablet_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [hashOf(token), whose.facilityId, whose.id, auth, now, now, now + this.config.absoluteMs, whose.tablet],
    );
    await seen(tx.sql, whose.tablet, now);
    return token;
  }

  /** beginAt opens a session in the browser that showed these tokens: a short one where it is an enrolled tablet. */
  async beginAt(tx: Tx, shown: Pick<Tokens, 'tablet'>, staff: Omit<Whose, 'tablet'>, auth: Auth): Promise<string> {
    const tablet = (await enrolledTablet(tx.sql, shown.tablet))?.id ?? null;
    return this.begin(tx, { id: staff.id, facilityId: staff.facilityId, tablet }, auth);
  }

  /** goOn opens the session that takes the place of one's own. */
  goOn(tx: Tx, { staffId, facilityId, tablet }: SignedIn, auth: Auth): Promise<string> {
    return this.begin(tx, { id: staffId, facilityId, tablet }, auth);
  }

  /** end kills a session. */
  async end(tx: Tx, token: string): Promise<void> {
    await tx.sql.run('DELETE FROM session WHERE token_hash = ?', [hashOf(token)]);
  }

  /** endAllOf kills every session of a person: at leaving, and at a new password. */
  async endAllOf(tx: Tx, staffId: Uuid): Promise<void> {
    await tx.sql.run('DELETE FROM session WHERE staff_id = ?', [staffId]);
  }

  /** ofPerson lists the open sessions of who asks, the present one first. */
  async ofPerson(by: SignedIn): Promise<z.output<typeof sessionsAnswer>> {
    const now = this.clock.elapsedMs();
    const { sql } = this.database.reads;
    const rows = await sql.all<OpenRow>(
      `SELECT session.token_hash AS hash, auth, started_ms AS "startedMs", session.seen_ms AS "seenMs", ends_ms AS "endsMs",
         tablet_id AS tablet, tablet.name AS "tabletName"
       FROM session LEFT JOIN tablet ON tablet.id = tablet_id WHERE staff_id = ?`,
      [by.staffId],
    );
    const sessions = rows
      .filter(({ endsMs, seenMs: last, tablet }) => now < endsMs && now < last + this.idleMsOn(tablet))
      .map(({ hash, auth, tablet, tabletName, startedMs, seenMs: last }) => ({
        id: shownIdOf(hash),
        current: hash === by.tokenHash,
        auth,
        tablet: tablet !== null && tabletName !== null ? sql.sealed.open('tablet.name', tablet, tabletName) : null,
        startedAt: instantAt(startedMs),
        seenAt: instantAt(last),
      }));
    return {
      sessions: sessions.sort(
        (one, other) => Number(other.current) - Number(one.current) || (one.seenAt > other.seenAt ? -1 : 1),
      ),
    };
  }

  /** endOf kills one of the person's own sessions, or with null all but the present one. */
  async endOf(by: SignedIn, id: Uuid | null): Promise<z.output<typeof sessionsAnswer>> {
    await this.database.writes.run(async ({ sql }) => {
      const rows = await sql.all<{ hash: string }>('SELECT token_hash AS hash FROM session WHERE staff_id = ?', [
        by.staffId,
      ]);
      const meant = rows.filter(({ hash }) => (id === null ? hash !== by.tokenHash : shownIdOf(hash) === id));
      if (id !== null && meant.length === 0) throw new Refused({ kind: 'not-found' });
      for (const { hash } of meant) await sql.run('DELETE FROM session WHERE token_hash = ?', [hash]);
    });
    return this.ofPerson(by);
  }

  /** describe is what the web hears of a session. */
  async describe(by: SignedIn): Promise<z.output<typeof sessionAnswer>> {
    const facility = await this.database.reads.rows.findOneByOrFail(FacilityRow, { id: by.facilityId });
    const now = this.clock.now();
    return {
      staff: { id: by.staffId, name: by.name, role: by.role, level: by.level },
      facility: { id: facility.id, name: facility.name },
      expiresAt: instantAt(millisecondsOf(now) + by.lastsUntilMs - this.clock.elapsedMs()),
      endsAt: instantAt(by.startedMs + this.config.absoluteMs),
      now,
      ...(by.tablet !== null && { onTablet: true as const }),
      ...(by.owesFactor && { owesFactor: true as const }),
      demo: this.config.demo,
      ...(this.config.demoInbox !== null && { demoInbox: this.config.demoInbox }),
    };
  }

  private idleMsOn(tablet: Uuid | null): number {
    return tablet === null ? this.config.idleMs : this.config.tabletIdleMs;
  }
}
