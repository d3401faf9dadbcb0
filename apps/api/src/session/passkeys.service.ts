import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type {
  AnswerOf,
  BodyOf,
  addPasskey,
  askPasskey,
  removePasskey,
  signInAgainByPasskey,
  signInByPasskey,
} from '@azukari/contract';
import { IsNull } from 'typeorm';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { PasskeyRow, StaffRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { refuseBreakGlass } from './break-glass.ts';
import { Challenges } from './challenges.ts';
import type { Tokens } from './cookie.ts';
import { KnownDevices } from './known-devices.ts';
import { Passkeys } from './passkeys.ts';
import type { Site } from './passkeys.ts';
import { SecondFactor } from './second-factor.ts';
import type { WithCodes } from './factors.service.ts';
import type { Given } from './session.service.ts';
import { Sessions } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';

type Options = AnswerOf<typeof askPasskey>;
type Read = Awaited<ReturnType<Passkeys['read']>>;

/** PasskeysService adds, removes and answers to passkeys: held and unlocked by one person, they count as both factors. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly second: SecondFactor,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
  ) {}

  async start(by: SignedIn, site: Site | null): Promise<Options> {
    await refuseBreakGlass(this.database.reads.sql, by.staffId);
    const staff = await this.database.reads.rows.findOneByOrFail(StaffRow, { id: by.staffId });
    return { options: { ...(await this.passkeys.askForNew(known(site), staff)) } };
  }

  /** add answers the token of a new session, in which the passkey was shown; the person's other sessions end. */
  async add(by: SignedIn, site: Site | null, body: BodyOf<typeof addPasskey>): Promise<WithCodes> {
    const { staffId } = by;
    const { challenge, ...made } = await this.passkeys.readNew(known(site), staffId, body.response);
    const codes = await this.second.newRecoveryCodes();
    const order = { commandId: body.commandId, name: body.name, credentialId: made.credentialId };
    return this.commands.once(
      { by, route: 'addPasskey', body: order },
      async (tx, author) => {
        await this.challenges.spend(tx, challenge);
        if (await tx.rows.existsBy(PasskeyRow, { credentialId: made.credentialId }))
          throw new Refused({ kind: 'passkey-wrong' });
        const id: Uuid = crypto.randomUUID();
        const row = { id, staffId, ...made, name: body.name, addedAt: this.clock.now(), usedAt: null };
        await tx.rows.insert(PasskeyRow, row);
        const first = (await this.second.recoveryCodesOf(tx, staffId)).length === 0;
        if (first) await this.second.keepRecoveryCodes(tx, staffId, codes);
        const set = houseEntry('staff.factor-set', { staff: staffId, factor: 'passkey' });
        return { entries: await this.ledger.append(tx, author, [set]), subject: first ? id : null };
      },
      async (tx, _, subject, again) => {
        await this.sessions.endAllOf(tx, staffId);
        const token = await this.sessions.goOn(tx, by, 'passkey');
        return { token, recoveryCodes: again || subject === null ? null : codes.map(({ code }) => code) };
      },
    );
  }

  /** remove answers the token of a new session; the way in that is left decides what it may. */
  remove(by: SignedIn, body: BodyOf<typeof removePasskey>): Promise<string> {
    const { staffId } = by;
    return this.commands.once(
      { by, route: 'removePasskey', body },
      async (tx, author) => {
        if (!(await tx.rows.existsBy(PasskeyRow, { id: body.passkeyId, staffId })))
          throw new Refused({ kind: 'not-found' });
        await tx.sql.run('DELETE FROM passkey WHERE id = ?', [body.passkeyId]);
        await this.second.forgetPaperOfNothing(tx, staffId);
        const entry = houseEntry('staff.factor-removed', { staff: staffId, factor: 'passkey' });
        return { entries: await this.ledger.append(tx, author, [entry]) };
      },
      async (tx) => {
        const auth = (await this.second.hasAny(tx, staffId)) ? by.auth : 'password';
        await this.sessions.endAllOf(tx, staffId);
        return this.sessions.goOn(tx, by, auth);
      },
    );
  }

  async ask(site: Site | null): Promise<Options> {
    return { options: { ...(await this.passkeys.ask(known(site))) } };
  }

  /** signIn opens a session for whose passkey signed; a passkey that was removed, or whose owner left, opens nothing. */
  async signIn(site: Site | null, { response }: BodyOf<typeof signInByPasskey>, had: Tokens): Promise<Given> {
    const read = await this.passkeys.read(known(site), response);
    return this.database.writes.run(async (tx) => {
      const staff = await this.spend(tx, read);
      if (had.session !== null) await this.sessions.end(tx, had.session);
      return {
        session: await this.sessions.beginAt(tx, had, staff, 'passkey'),
        device: await this.devices.remember(tx, had.device, staff.id),
      };
    });
  }

  /** signInAgain answers a new token to whose own passkey signed; that of a colleague opens nothing here. */
  async signInAgain(
    by: SignedIn,
    site: Site | null,
    { response }: BodyOf<typeof signInAgainByPasskey>,
    token: string,
  ): Promise<string> {
    const read = await this.passkeys.read(known(site), response);
    if (read.row.staffId !== by.staffId) throw new Refused({ kind: 'passkey-wrong' });
    return this.database.writes.run(async (tx) => {
      await this.spend(tx, read);
      await this.sessions.end(tx, token);
      return this.sessions.goOn(tx, by, 'passkey');
    });
  }

  /** spend uses up what a passkey signed, and answers whose it is. */
  private async spend(tx: Tx, { row, counter, challenge }: Read): Promise<StaffRow> {
    await this.challenges.spend(tx, challenge);
    const staff = await tx.rows.findOneBy(StaffRow, { id: row.staffId, leftOn: IsNull() });
    const spent = 'UPDATE passkey SET counter = ?, used_at = ? WHERE id = ? AND (counter < ? OR ? = 0)';
    const used = await tx.sql.run(spent, [counter, this.clock.now(), row.id, counter, counter]);
    if (!staff || used !== 1) throw new Refused({ kind: 'passkey-wrong' });
    return staff;
  }
}

function known(site: Site | null): Site {
  if (!site) throw new Refused({ kind: 'passkeys-off' });
  return site;
}
