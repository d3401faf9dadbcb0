import { randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { utf8 } from '@azukari/domain';
import type { BodyOf, setUp } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { FacilityRow, StaffRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import { Ledger } from '../ledger/ledger.ts';
import { sha256 } from '../ledger/crypto.ts';
import { hashPassword, refusePassword } from '../session/passwords.ts';
import { Sessions } from '../session/sessions.ts';
import { Throttle } from '../session/throttle.ts';
import { newFacility } from './new-facility.ts';

const CODE_GROUPS = 3;

/** SetUp makes the facility and its first manager, once, with a code that only the console has shown. */
@Injectable()
export class SetUp implements OnApplicationBootstrap {
  private code = '';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.needed())) return;
    this.code = Array.from({ length: CODE_GROUPS }, () => String(randomInt(1000, 10_000))).join('-');
    const said = `初期設定コード / set-up code: ${this.code}`;
    if (this.config.logLevel !== 'silent') console.log(said);
    // A task of Windows has no console. It opens nothing any more once a facility exists.
    if (this.config.logFolder !== null) new Logger(SetUp.name).warn(said);
  }

  /** oneTimeCode is what the console shows; empty once a facility exists. */
  get oneTimeCode(): string {
    return this.code;
  }

  async needed(): Promise<boolean> {
    return (await this.database.reads.rows.count(FacilityRow)) === 0;
  }

  /** run answers the token of the first manager's session. */
  async run(body: BodyOf<typeof setUp>): Promise<string> {
    if (!(await this.needed())) throw new Refused({ kind: 'set-up-done' });
    await this.throttle.attempt('set-up');
    if (this.code === '' || !timingSafeEqual(sha256(utf8(body.code.trim())), sha256(utf8(this.code))))
      throw new Refused({ kind: 'set-up-code-wrong' });
    const weak = refusePassword(body.manager.password, body.manager.loginId);
    if (weak) throw new Refused(weak);
    const token = await this.makeFacility(body.facilityName, body.manager);
    this.code = '';
    return token;
  }

  /** makeFacility makes a facility with its logs and its first manager, who is appointed as responsible from today. */
  async makeFacility(name: string, manager: BodyOf<typeof setUp>['manager'], first = true): Promise<string> {
    const passwordHash = await hashPassword(manager.password);
    return this.database.writes.run(async (tx) => {
      if (first && (await tx.rows.count(FacilityRow)) > 0) throw new Refused({ kind: 'set-up-done' });
      if (await tx.rows.findOneBy(StaffRow, { loginId: manager.loginId })) throw new Refused({ kind: 'login-taken' });
      const made = await newFacility(
        tx,
        { ledger: this.ledger, clock: this.clock },
        { name, manager: { ...manager, passwordHash, codeEndsMs: null }, by: 'manager' },
      );
      const { facilityId, staffId } = made;
      return this.sessions.begin(tx, { id: staffId, facilityId, tablet: null }, 'password');
    });
  }
}
