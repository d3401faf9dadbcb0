import { Inject, Injectable } from '@nestjs/common';
import { may } from '@azukari/domain';
import type { Auth, Role, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { PasskeyRow, TotpRow } from '../database/rows.ts';
import type { StaffRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { hashPassword, inventCode, passwordFits } from './passwords.ts';
import { Throttle } from './throttle.ts';
import { totpStep } from './totp.ts';

const RECOVERY_CODES = 10;
/** About 59 bits, behind the password and the throttle. */
const RECOVERY_GROUPS = 3;

/** Shown is what somebody has shown besides the password. */
interface Shown {
  readonly auth: Auth;
  /** spend uses it up, in the unit of work of what it opens. */
  spend(tx: Tx): Promise<void>;
}

const NOTHING_MORE: Shown = { auth: 'password', spend: () => Promise.resolve() };

/** SecondFactor judges what is shown besides a password, and says from whom it is demanded. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly ledger: Ledger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** demandedOf: who keeps accounts could let anybody in, and shows two factors; no setting of a real house lets her off. */
  demandedOf(role: Role): boolean {
    return this.config.demandsFactor && may({ role, level: null }, 'keep-accounts');
  }

  /** shown answers what a code is good for; without one, whether the password alone is enough. */
  async shown(staff: StaffRow, code: string | undefined): Promise<Shown> {
    const { rows } = this.database.reads;
    const totp = await rows.findOneBy(TotpRow, { id: staff.id });
    const keyed = this.demandedOf(staff.role) && (await rows.existsBy(PasskeyRow, { staffId: staff.id }));
    if (!totp?.secret && !keyed) return NOTHING_MORE;
    if (code === undefined) throw new Refused({ kind: 'factor-wanted' });
    await this.throttle.attempt(bucketOf(staff.id));
    const nowMs = this.clock.elapsedMs();
    const step = totp?.secret ? totpStep(code, totp.secret, { nowMs, after: totp.lastStep }) : null;
    if (step !== null) return { auth: 'totp', spend: (tx) => this.spendStep(tx, staff.id, step) };
    const hash = await this.recoveryHash(staff.id, code);
    if (hash === null) throw new Refused({ kind: 'factor-wrong' });
    return { auth: 'totp', spend: (tx) => this.spendRecovery(tx, staff, hash) };
  }

  /** hasAny says whether somebody has an authenticator or a passkey. */
  async hasAny({ rows }: Tx, staffId: Uuid): Promise<boolean> {
    return (
      Boolean((await rows.findOneBy(TotpRow, { id: staffId }))?.secret) ||
      (await rows.existsBy(PasskeyRow, { staffId }))
    );
  }

  /** forgetPaperOfNothing removes the codes on paper of who has nothing left for which they could stand. */
  async forgetPaperOfNothing(tx: Tx, staffId: Uuid): Promise<void> {
    if (!(await this.hasAny(tx, staffId))) await this.keepRecoveryCodes(tx, staffId, []);
  }

  /** newRecoveryCodes invents codes for paper, with what of them is kept. */
  async newRecoveryCodes(): Promise<readonly { readonly code: string; readonly hash: string }[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => inventCode(RECOVERY_GROUPS));
    return Promise.all(codes.map(async (code) => ({ code, hash: await hashPassword(code) })));
  }

  /** keepRecoveryCodes puts them in the place of those from before. */
  async keepRecoveryCodes(tx: Tx, staffId: Uuid, codes: readonly { readonly hash: string }[]): Promise<void> {
    await tx.sql.run('DELETE FROM recovery_code WHERE staff_id = ?', [staffId]);
    for (const { hash } of codes)
      await tx.sql.run('INSERT INTO recovery_code (staff_id, code_hash) VALUES (?, ?)', [staffId, hash]);
  }

  /** recoveryCodesOf are the hashes that are left. */
  async recoveryCodesOf({ sql }: Pick<Tx, 'sql'>, staffId: Uuid): Promise<readonly string[]> {
    const rows = await sql.all<{ hash: string }>('SELECT code_hash AS hash FROM recovery_code WHERE staff_id = ?', [
      staffId,
    ]);
    return rows.map(({ hash }) => hash);
  }

  /** Each hash has a salt of its own, so a code is compared with one after the other; few tries come this far. */
  private async recoveryHash(staffId: Uuid, typed: string): Promise<string | null> {
    const letters = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
    if (!/^[a-z2-9]{12}$/.test(letters)) return null;
    const code = letters.replace(/(.{4})(?=.)/g, '$1-');
    for (const hash of await this.recoveryCodesOf(this.database.reads, staffId))
      if (await passwordFits(hash, code)) return hash;
    return null;
  }

  private async spendStep(tx: Tx, staffId: Uuid, step: number): Promise<void> {
    const spent = 'UPDATE totp SET last_step = ? WHERE staff_id = ? AND last_step < ?';
    if ((await tx.sql.run(spent, [step, staffId, step])) !== 1) throw new Refused({ kind: 'factor-wrong' });
    await this.throttle.passed(tx, bucketOf(staffId));
  }

  private async spendRecovery(tx: Tx, { id, facilityId, name }: StaffRow, hash: string): Promise<void> {
    const spent = 'DELETE FROM recovery_code WHERE staff_id = ? AND code_hash = ?';
    if ((await tx.sql.run(spent, [id, hash])) !== 1) throw new Refused({ kind: 'factor-wrong' });
    await this.throttle.passed(tx, bucketOf(id));
    const left = (await this.recoveryCodesOf(tx, id)).length;
    await this.ledger.append(tx, ownAuthor({ id, facilityId, name }), [
      houseEntry('staff.recovery-code-used', { staff: id, left }),
    ]);
  }
}

/** ownAuthor is somebody at the door as the author of an entry about her own account. */
export function ownAuthor({ id, facilityId, name }: Pick<StaffRow, 'id' | 'facilityId' | 'name'>) {
  const actor = `staff:${id}` as const;
  return { facilityId, actor, name, auth: 'password', authAge: 0, command: crypto.randomUUID() } as const;
}

function bucketOf(staffId: Uuid): string {
  return `factor:${staffId}`;
}
