import { randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { base64, utf8 } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type { BodyOf, setUp } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { AgreementTextRow, AppointmentRow, FacilityRow, StaffRow } from '../database/rows.ts';
import { FIRST_AGREEMENT_TEXT } from '../facility/facility.agreement-text.ts';
import { Refused } from '../http/refused.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { sha256 } from '../ledger/crypto.ts';
import { hashPassword, refusePassword } from '../session/passwords.ts';
import { Sessions } from '../session/sessions.ts';
import { Throttle } from '../session/throttle.ts';

const CODE_GROUPS = 3;

/** What a facility is until its manager says otherwise. */
const AT_FIRST = {
  kana: '',
  address: '',
  phone: '',
  residentWord: '利用者',
  honorific: 'さん',
  nextSheet: 1,
  nightListAt: '17:00',
  version: 1,
} as const;

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
      const facilityId: Uuid = crypto.randomUUID();
      const staffId: Uuid = crypto.randomUUID();
      const appointmentId: Uuid = crypto.randomUUID();
      const from = this.clock.today();
      const { loginId, kana } = manager;
      await tx.rows.insert(FacilityRow, { id: facilityId, name, head: manager.name, ...AT_FIRST });
      await tx.rows.insert(StaffRow, {
        id: staffId,
        facilityId,
        name: manager.name,
        kana,
        loginId,
        passwordHash,
        role: 'manager',
        leftOn: null,
        version: 1,
      });
      const text = FIRST_AGREEMENT_TEXT;
      await tx.rows.insert(AgreementTextRow, { facilityId, version: 1, text, publishedAt: this.clock.now() });
      const appointment = { staffId, level: 'responsible', from, to: null } as const;
      await tx.rows.insert(AppointmentRow, {
        id: appointmentId,
        facilityId,
        appointedBy: staffId,
        version: 1,
        ...appointment,
      });
      const author = {
        facilityId,
        actor: `staff:${staffId}`,
        name: manager.name,
        auth: 'password',
        authAge: 0,
        command: crypto.randomUUID(),
      } as const;
      await this.ledger.open(tx, author);
      await this.ledger.append(tx, author, [
        houseEntry('settings.changed', { setting: 'name', value: null }, { private: { text: name } }),
        houseEntry(
          'staff.added',
          { staff: staffId, role: 'manager' },
          { private: { name: manager.name, kana, loginId } },
        ),
        houseEntry('agreement-text.published', { version: 1, sha256: base64(sha256(utf8(FIRST_AGREEMENT_TEXT))) }),
        houseEntry('appointment.made', {
          appointment: appointmentId,
          staff: staffId,
          level: 'responsible',
          from,
          to: null,
        }),
      ]);
      return this.sessions.begin(tx, { id: staffId, facilityId, tablet: null }, 'password');
    });
  }
}
