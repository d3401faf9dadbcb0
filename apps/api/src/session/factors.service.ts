import { Injectable } from '@nestjs/common';
import type { Auth, Factor } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { PasskeyRow, StaffRow, TotpRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { refuseBreakGlass } from './break-glass.ts';
import { SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';
import { newTotpSecret, otpauthUri, totpStep } from './totp.ts';

type Codes = Pick<AnswerOf<typeof contract.confirmTotp>, 'recoveryCodes'>;

/** WithCodes is a session in which a new factor was shown, and the codes on paper that came with it. */
export type WithCodes = Codes & { readonly token: string };

/** FactorsService is what each keeps for herself: her authenticator, and her codes on paper. Each change takes a fresh sign-in. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly sessions: Sessions,
    private readonly second: SecondFactor,
  ) {}

  async read(by: SignedIn, passkeysHere: boolean): Promise<AnswerOf<typeof contract.readFactors>> {
    const { reads } = this.database;
    const totp = await reads.rows.findOneBy(TotpRow, { id: by.staffId });
    const codes = await this.second.recoveryCodesOf(reads, by.staffId);
    const keys = await reads.rows.find(PasskeyRow, { where: { staffId: by.staffId }, order: { addedAt: 'ASC' } });
    return {
      demanded: this.second.demandedOf(by.role),
      totp: Boolean(totp?.secret),
      recoveryCodes: codes.length,
      passkeys: keys.map(({ id, name, addedAt, usedAt }) => ({ id, name, addedAt, usedAt })),
      passkeysHere,
    };
  }

  /** startTotp keeps the new secret aside; the one in use goes on until the new one has shown a code. */
  async startTotp(by: SignedIn): Promise<AnswerOf<typeof contract.startTotp>> {
    await refuseBreakGlass(this.database.reads.sql, by.staffId);
    const secret = newTotpSecret();
    const { loginId } = await this.database.reads.rows.findOneByOrFail(StaffRow, { id: by.staffId });
    await this.database.writes.run(async ({ rows }) => {
      const id = by.staffId;
      if (await rows.existsBy(TotpRow, { id })) await rows.update(TotpRow, { id }, { pending: secret });
      else await rows.insert(TotpRow, { id, secret: null, pending: secret, lastStep: 0 });
    });
    return { secret, uri: otpauthUri(secret, loginId) };
  }

  /** confirmTotp answers the token of a new session, in which both factors were shown; the person's other sessions end. */
  async confirmTotp(by: SignedIn, { commandId, code }: BodyOf<typeof contract.confirmTotp>): Promise<WithCodes> {
    const codes = await this.second.newRecoveryCodes();
    const { staffId } = by;
    return this.commands.once(
      { by, route: 'confirmTotp', body: { commandId } },
      async (tx, author) => {
        const row = await tx.rows.findOneBy(TotpRow, { id: staffId });
        const nowMs = this.clock.elapsedMs();
        const step = row?.pending ? totpStep(code, row.pending, { nowMs, after: 0 }) : null;
        if (!row || step === null) throw new Refused({ kind: 'factor-wrong' });
        await tx.rows.update(TotpRow, { id: staffId }, { secret: row.pending, pending: null, lastStep: step });
        await this.second.keepRecoveryCodes(tx, staffId, codes);
        const set = houseEntry('staff.factor-set', { staff: staffId, factor: 'totp' });
        return { entries: await this.ledger.append(tx, author, [set]) };
      },
      async (tx, _, __, again) => ({
        token: await this.anew(tx, by, 'totp'),
        recoveryCodes: again ? null : codes.map((one) => one.code),
      }),
    );
  }

  /** removeTotp answers the token of a new session; of whom a second factor is demanded is led to set another at once. */
  removeTotp(by: SignedIn, body: BodyOf<typeof contract.removeTotp>): Promise<string> {
    return this.commands.once(
      { by, route: 'removeTotp', body },
      async (tx, author) => {
        if (!(await forgetTotp(tx, by.staffId))) throw new Refused({ kind: 'nothing-to-change' });
        await this.second.forgetPaperOfNothing(tx, by.staffId);
        const entry = houseEntry('staff.factor-removed', { staff: by.staffId, factor: 'totp' });
        return { entries: await this.ledger.append(tx, author, [entry]) };
      },
      async (tx) => this.anew(tx, by, (await this.second.hasAny(tx, by.staffId)) ? by.auth : 'password'),
    );
  }

  async renewRecoveryCodes(by: SignedIn, body: BodyOf<typeof contract.renewRecoveryCodes>): Promise<Codes> {
    const codes = await this.second.newRecoveryCodes();
    return this.commands.once(
      { by, route: 'renewRecoveryCodes', body },
      async (tx, author) => {
        await this.second.keepRecoveryCodes(tx, by.staffId, codes);
        const entry = houseEntry('staff.recovery-codes-made', { staff: by.staffId });
        return { entries: await this.ledger.append(tx, author, [entry]) };
      },
      (_, __, ___, again) => ({ recoveryCodes: again ? null : codes.map(({ code }) => code) }),
    );
  }

  private async anew(tx: Tx, by: SignedIn, auth: Auth): Promise<string> {
    await this.sessions.endAllOf(tx, by.staffId);
    return this.sessions.goOn(tx, by, auth);
  }
}

/** forgetTotp removes an authenticator, and says whether there was one. */
async function forgetTotp({ rows, sql }: Tx, staffId: string): Promise<boolean> {
  const row = await rows.findOneBy(TotpRow, { id: staffId });
  await sql.run('DELETE FROM totp WHERE staff_id = ?', [staffId]);
  return Boolean(row?.secret);
}

/** forgetFactors removes all that somebody could show besides the password, and says which that was. */
export async function forgetFactors(tx: Tx, staffId: string): Promise<readonly Factor[]> {
  const totp = await forgetTotp(tx, staffId);
  const keys = await tx.rows.countBy(PasskeyRow, { staffId });
  await tx.sql.run('DELETE FROM passkey WHERE staff_id = ?', [staffId]);
  await tx.sql.run('DELETE FROM recovery_code WHERE staff_id = ?', [staffId]);
  return [...(totp ? (['totp'] as const) : []), ...Array.from({ length: keys }, () => 'passkey' as const)];
}
