import { Injectable } from '@nestjs/common';
import type { BodyOf, changePassword, signIn, signInAgain } from '@azukari/contract';
import { IsNull } from 'typeorm';
import { Database } from '../database/database.ts';
import { StaffRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Clock } from '../clock.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Tokens } from './cookie.ts';
import { BreakGlass } from './break-glass.ts';
import { KnownDevices, strangersBucket } from './known-devices.ts';
import { HASHING, hashPassword, passwordFits, refusePassword } from './passwords.ts';
import { ownAuthor, SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';
import { Throttle } from './throttle.ts';

/** Given is what the browser keeps from then on. */
export type Given = Readonly<Record<'session' | 'device', string>>;

/** SessionService signs people in and out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly devices: KnownDevices,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly second: SecondFactor,
    private readonly glass: BreakGlass,
  ) {}

  /** signIn answers the tokens of the new session and of the browser; the session that the browser had ends. */
  async signIn({ loginId, password, next, code }: BodyOf<typeof signIn>, had: Tokens): Promise<Given> {
    const own = await this.devices.bucketOf(had.device, loginId);
    const whose = own === null ? 'stranger' : 'known';
    const bucket = own ?? strangersBucket(this.database.reads.sql, loginId);
    HASHING.refuseWhenFull(whose);
    await this.throttle.attempt(bucket);
    const staff = await this.database.reads.rows.findOneBy(StaffRow, { loginId });
    const fits = await passwordFits(staff && staff.leftOn === null ? staff.passwordHash : null, password, whose);
    if (!staff || !fits) throw new Refused({ kind: 'sign-in-failed' });
    await this.database.writes.run((tx) => this.throttle.passed(tx, bucket));
    const chosen = await this.chosenBy(staff, password, next);
    const second = await this.second.shown(staff, code);
    return this.database.writes.run(async (tx) => {
      await refuseReplaced(tx, staff);
      await second.spend(tx);
      await this.glass.spend(tx, staff);
      if (chosen !== null) await this.setChosen(tx, staff, chosen);
      if (had.session !== null) await this.sessions.end(tx, had.session);
      return {
        session: await this.sessions.beginAt(tx, had, staff, second.auth),
        device: await this.devices.remember(tx, had.device, staff.id),
      };
    });
  }

  /** signInAgain answers a new token to who has shown anew who she is; the old session ends. */
  async signInAgain(by: SignedIn, { password, code }: BodyOf<typeof signInAgain>, token: string): Promise<string> {
    const staff = await this.database.reads.rows.findOneByOrFail(StaffRow, { id: by.staffId });
    await this.throttle.attempt(`password:${by.staffId}`);
    if (!(await passwordFits(staff.passwordHash, password))) throw new Refused({ kind: 'password-wrong' });
    await this.database.writes.run((tx) => this.throttle.passed(tx, `password:${by.staffId}`));
    const second = await this.second.shown(staff, code);
    return this.database.writes.run(async (tx) => {
      await refuseReplaced(tx, staff);
      await second.spend(tx);
      await this.sessions.end(tx, token);
      return this.sessions.goOn(tx, by, second.auth);
    });
  }

  signOut(token: string): Promise<void> {
    return this.database.writes.run((tx) => this.sessions.end(tx, token));
  }

  /** changePassword answers a new token; all other sessions of the person end. */
  async changePassword(by: SignedIn, body: BodyOf<typeof changePassword>): Promise<string> {
    const staff = await this.database.reads.rows.findOneByOrFail(StaffRow, { id: by.staffId });
    const weak = refusePassword(body.next, staff.loginId);
    if (weak) throw new Refused(weak);
    await this.throttle.attempt(`password:${by.staffId}`);
    if (!(await passwordFits(staff.passwordHash, body.current))) throw new Refused({ kind: 'password-wrong' });
    const passwordHash = await hashPassword(body.next);
    // The salted hash stands for the password: a digest of the password itself would be a quicker place to guess it from.
    const order = { commandId: body.commandId, passwordHash };
    return this.commands.once(
      { by, route: 'changePassword', body: order },
      async (tx, author) => {
        await refuseReplaced(tx, staff);
        await tx.rows.update(StaffRow, { id: by.staffId }, { passwordHash });
        await this.throttle.passed(tx, `password:${by.staffId}`);
        await this.sessions.endAllOf(tx, by.staffId);
        const entries = await this.ledger.append(tx, author, [houseEntry('staff.password-set', { staff: by.staffId })]);
        return { entries };
      },
      (tx) => this.sessions.goOn(tx, by, by.auth),
    );
  }

  /** A one-time code opens nothing but the choice of a password, which nobody else knows; chosenBy answers its hash, or null. */
  private async chosenBy(staff: StaffRow, password: string, next: string | undefined): Promise<string | null> {
    if (staff.codeEndsMs === null) {
      if (next !== undefined) throw new Refused({ kind: 'sign-in-failed' });
      return null;
    }
    if (this.clock.elapsedMs() >= staff.codeEndsMs) throw new Refused({ kind: 'code-expired' });
    if (next === undefined) throw new Refused({ kind: 'password-to-choose' });
    if (next === password) throw new Refused({ kind: 'password-weak', reason: 'is-code' });
    const weak = refusePassword(next, staff.loginId);
    if (weak) throw new Refused(weak);
    return hashPassword(next);
  }

  private async setChosen(tx: Tx, staff: StaffRow, passwordHash: string): Promise<void> {
    await tx.rows.update(StaffRow, { id: staff.id }, { passwordHash, codeEndsMs: null });
    await this.sessions.endAllOf(tx, staff.id);
    await this.ledger.append(tx, ownAuthor(staff), [houseEntry('staff.password-set', { staff: staff.id })]);
  }
}

/** The password was compared before the turn came; one that was replaced meanwhile opens nothing. */
async function refuseReplaced(tx: Tx, { id, passwordHash }: StaffRow): Promise<void> {
  if (!(await tx.rows.existsBy(StaffRow, { id, passwordHash, leftOn: IsNull() })))
    throw new Refused({ kind: 'sign-in-failed' });
}
