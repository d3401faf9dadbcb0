import { Injectable } from '@nestjs/common';
import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { StaffRow } from '../database/rows.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { Machine } from '../notices/notices.machine.ts';
import { hashPassword } from '../session/passwords.ts';
import { Sessions } from '../session/sessions.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { SetUp } from '../set-up/set-up.service.ts';

/** DemoService does what only a demo may: move the clock, make another facility, choose somebody's password. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly sessions: Sessions,
    private readonly setUp: SetUp,
    private readonly machine: Machine,
  ) {}

  /** setClock moves `now` to that Japan time so many days from the real today or its own; null goes back to the real time. */
  async setClock({
    days,
    at,
    from,
    wake,
  }: BodyOf<typeof contract.setDemoClock>): Promise<AnswerOf<typeof contract.setDemoClock>> {
    const realMs = this.clock.elapsedMs();
    const today = from === 'real' ? dayInTokyo(instantAt(realMs)) : this.clock.today();
    this.clock.setOffset(days === null ? 0 : millisecondsOf(tokyoTime(addDays(today, days), at)) - realMs);
    await this.machine.trustDeclared();
    // Whoever moves the clock looks at once at what it has made due.
    if (wake) await this.machine.wake();
    return { now: this.clock.now() };
  }

  async addFacility({
    name,
    manager,
  }: BodyOf<typeof contract.addDemoFacility>): Promise<AnswerOf<typeof contract.addDemoFacility>> {
    const token = await this.setUp.makeFacility(name, manager, false);
    const made = await this.database.reads.rows.findOneByOrFail(StaffRow, { loginId: manager.loginId });
    // Nobody holds the session that a first manager gets at a set-up.
    await this.database.writes.run((tx) => this.sessions.end(tx, token));
    return { facility: { id: made.facilityId, name }, manager: { id: made.id } };
  }

  async setPassword(
    by: SignedIn,
    body: BodyOf<typeof contract.setDemoPassword>,
  ): Promise<AnswerOf<typeof contract.setDemoPassword>> {
    // A password is never hashed into a command: it would be a second place to guess it from.
    const { password, ...told } = body;
    const { staffId } = told;
    const passwordHash = await hashPassword(password);
    return this.commands.once(
      { by, route: 'setDemoPassword', body: told },
      async (tx, author) => {
        const row = await ownRow(tx.rows, StaffRow, { id: staffId, facilityId: by.facilityId });
        await tx.rows.update(StaffRow, { id: staffId }, { passwordHash, codeEndsMs: null });
        const entries = await this.ledger.append(tx, author, [
          houseEntry('staff.password-set', { staff: staffId }, { private: { name: row.name } }),
        ]);
        return { entries, subject: staffId };
      },
      () => ({ set: true }),
    );
  }
}
