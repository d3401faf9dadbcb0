import { Injectable } from '@nestjs/common';
import { hiragana, may } from '@azukari/domain';
import type { Level, Role, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CustodyService } from '../custody/custody.service.ts';
import { residentOf } from '../database/people.ts';
import { Database } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Tokens } from '../session/cookie.ts';
import { IS_BREAK_GLASS } from '../session/break-glass.ts';
import { LEVEL_TODAY } from '../session/level-today.ts';
import { SessionService } from '../session/session.service.ts';
import type { Given } from '../session/session.service.ts';
import { Sessions } from '../session/sessions.ts';
import { enrolledTablet } from '../session/tablets.ts';
import type { EnrolledTablet } from '../session/tablets.ts';
import { Throttle } from '../session/throttle.ts';
import { hashOf, newToken } from '../session/token.ts';

const BY_KANA = new Intl.Collator('ja');

interface Colleague {
  readonly id: Uuid;
  readonly name: string;
  readonly kana: string;
  readonly loginId: string;
  readonly role: Role;
  readonly level: Level | null;
}

/** TabletDoor is what an enrolled tablet does for people who have not signed in; to any other browser there is nothing here. */
@Injectable()
export class TabletDoor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly sessions: Sessions,
    private readonly signing: SessionService,
    private readonly custody: CustodyService,
    private readonly throttle: Throttle,
  ) {}

  async read(token: string | null): Promise<AnswerOf<typeof contract.readTablet>> {
    const tablet = await enrolledTablet(this.database.reads.sql, token);
    if (!tablet) return { tablet: null };
    const facility = await this.database.reads.rows.findOneByOrFail(FacilityRow, { id: tablet.facilityId });
    const colleagues = await this.colleagues(tablet);
    const staff = colleagues.map(({ id, name, kana, role, level }) => ({
      id,
      name,
      kana,
      emergency: may({ role, level }, 'check-out-emergency'),
    }));
    return { tablet: { name: tablet.name, facility: facility.name, staff } };
  }

  /** enrol answers the token by which the tablet is known from now on. Eighty bits for a quarter of an hour need no throttle. */
  enrol({ code }: BodyOf<typeof contract.enrolTablet>, had: Tokens): Promise<string> {
    const typed = code.normalize('NFKC').trim().toLowerCase();
    const now = this.clock.elapsedMs();
    return this.database.writes.run(async (tx) => {
      const named = await tx.sql.get<EnrolledTablet>(
        'SELECT id, facility_id AS "facilityId", name FROM tablet WHERE code_hash = ? AND code_ends_ms > ?',
        [hashOf(typed), now],
      );
      if (!named) throw new Refused({ kind: 'tablet-code-wrong' });
      const token = newToken();
      await tx.sql.run(
        'UPDATE tablet SET code_hash = NULL, code_ends_ms = NULL, token_hash = ?, enrolled_at = ?, seen_ms = ? WHERE id = ?',
        [hashOf(token), this.clock.now(), now, named.id],
      );
      // A session from before would stay as long as one of a browser that nobody shares.
      if (had.session !== null) await this.sessions.end(tx, had.session);
      const { facilityId, id: tablet } = named;
      const label = tx.sql.sealed.open('tablet.name', tablet, named.name);
      const author = { facilityId, tablet, actor: 'system', name: null, auth: 'none', authAge: null } as const;
      const enrolled = houseEntry('tablet.enrolled', { tablet }, { private: { label } });
      await this.ledger.append(tx, { ...author, command: crypto.randomUUID() }, [enrolled]);
      return token;
    });
  }

  /** signIn is the sign-in of the person on a tile. */
  async signIn({ staffId, ...shown }: BodyOf<typeof contract.signInAtTablet>, had: Tokens): Promise<Given> {
    const { loginId } = await this.colleague(await this.known(had.tablet), staffId);
    return this.signing.signIn({ loginId, ...shown }, had);
  }

  /** residents are those of the tablet's facility, by name and room. */
  async residents(token: string | null): Promise<AnswerOf<typeof contract.listAtTablet>> {
    const { facilityId } = await this.known(token);
    const { sql } = this.database.reads;
    const rows = await sql.all<{ id: Uuid; name: string; kana: string; room: string }>(
      'SELECT id, name, kana, room FROM resident WHERE facility_id = ? AND (left_on IS NULL OR left_on > ?)',
      [facilityId, this.clock.today()],
    );
    const residents = rows.map((row) => ({ ...residentOf(sql.sealed, row.id, row), birthDate: null }));
    return { residents: residents.sort((one, other) => BY_KANA.compare(hiragana(one.kana), hiragana(other.kana))) };
  }

  /**
   * emergency opens a session for this one act, whose token nobody gets, so that all that is asked of every command is asked of
   * this one too. Many in a row wait, never longer than a minute; none is refused for good.
   */
  async emergency(
    { staffId, ...order }: BodyOf<typeof contract.emergencyAtTablet>,
    tokenShown: string | null,
  ): Promise<AnswerOf<typeof contract.emergencyAtTablet>> {
    const tablet = await this.known(tokenShown);
    const person = await this.colleague(tablet, staffId);
    await this.throttle.attempt(`emergency:${tablet.id}`);
    const whose = { id: person.id, facilityId: tablet.facilityId, tablet: tablet.id };
    const token = await this.database.writes.run((tx) => this.sessions.begin(tx, whose, 'device'));
    try {
      const by = await this.sessions.find(token, true);
      if (!by) throw new Refused({ kind: 'not-found' });
      return await this.custody.takeToAmbulance({ ...by, access: 'check-out-emergency' }, order);
    } finally {
      await this.database.writes.run((tx) => this.sessions.end(tx, token));
    }
  }

  private async known(token: string | null): Promise<EnrolledTablet> {
    const tablet = await enrolledTablet(this.database.reads.sql, token);
    if (!tablet) throw new Refused({ kind: 'not-found' });
    return tablet;
  }

  private async colleague(tablet: EnrolledTablet, staffId: Uuid): Promise<Colleague> {
    const found = (await this.colleagues(tablet)).find(({ id }) => id === staffId);
    if (!found) throw new Refused({ kind: 'not-found' });
    return found;
  }

  private async colleagues({ facilityId }: EnrolledTablet): Promise<Colleague[]> {
    const { sql } = this.database.reads;
    const today = this.clock.today();
    const rows = await sql.all<Colleague>(
      `SELECT id, name, kana, login_id AS "loginId", role, ${LEVEL_TODAY} AS level FROM staff
       WHERE facility_id = ? AND left_on IS NULL AND NOT ${IS_BREAK_GLASS}`,
      [today, today, facilityId],
    );
    return rows
      .map((row) => ({
        ...row,
        name: sql.sealed.open('staff.name', row.id, row.name),
        kana: sql.sealed.open('staff.kana', row.id, row.kana),
        loginId: sql.sealed.open('staff.login_id', row.id, row.loginId),
      }))
      .sort((one, other) => BY_KANA.compare(hiragana(one.kana), hiragana(other.kana)) || (one.id < other.id ? -1 : 1));
  }
}
