import { Inject, Injectable } from '@nestjs/common';
import { deliveryOf, may, triedOn } from '@azukari/domain';
import type { Hold, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author, Entry } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Answers } from './answers.ts';
import { keepState, keepWatch, readState, readWatch } from './engine-state.ts';
import { Machine } from './notices.machine.ts';
import { familyReportsOf } from './family-reports.ts';
import { guidesDueOf } from './guides-due.ts';
import { NoticeBook } from './notice-book.ts';
import { LEFT_TO_DO, readNotices, writeProgress } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';
import { viewNotices } from './notice-views.ts';
import type { NoticeView } from './notice-views.ts';
import { officeReasons } from './office-reasons.ts';
import { serverName } from './server-name.ts';

type One = { readonly notice: NoticeView };

const OPEN_TASKS = `facility_id = ? AND (state = 'open'
  OR id IN (SELECT notice_id FROM notice_answer WHERE ${LEFT_TO_DO} AND facility_id = ?))
  ORDER BY made_on, id`;

/** RemindersService is what people of the house see of the notices, and decide about them. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly book: NoticeBook,
    private readonly answers: Answers,
    private readonly machine: Machine,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(
    by: SignedIn,
    { limit }: QueryOf<typeof contract.listReminders>,
  ): Promise<AnswerOf<typeof contract.listReminders>> {
    const { sql } = this.database.reads;
    const { facilityId } = by;
    const sent = `facility_id = ? AND state NOT IN ('open', 'cancelled') ORDER BY made_at DESC, id LIMIT ${String(limit)}`;
    return {
      machine: await this.machine.read(facilityId),
      tasks: await this.view(sql, by, await readNotices(sql, OPEN_TASKS, [facilityId, facilityId])),
      notices: await this.view(sql, by, await readNotices(sql, sent, [facilityId])),
      familyReports: await familyReportsOf(sql, facilityId),
      guidesDue: this.config.mail === null ? [] : await guidesDueOf(sql, facilityId),
    };
  }

  async find(by: SignedIn, code: string): Promise<One> {
    const { sql } = this.database.reads;
    const written = code
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
      .replaceAll(/[^0-9A-Z]/g, '');
    const [found] = await readNotices(sql, 'facility_id = ? AND reply_code = ? ORDER BY made_at DESC LIMIT 1', [
      by.facilityId,
      written,
    ]);
    if (!found) throw new Refused({ kind: 'not-found' });
    return this.one(sql, by, found.id);
  }

  acknowledge(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.acknowledgeReminder>): Promise<One> {
    return this.command(
      { by, route: 'acknowledgeReminder', body: withId(id, body) },
      id,
      async (tx, author, notice) => {
        if (notice.progress.state !== 'open') throw new Refused({ kind: 'nothing-to-change' });
        const { outcome } = body;
        const today = this.clock.today();
        const progress =
          outcome === 'told'
            ? { state: 'done' as const, on: today }
            : { state: 'open' as const, triedOn: triedOn(notice.progress) ?? today };
        await writeProgress(tx.sql, id, progress, this.clock.now());
        const facts = { notice: id, contact: notice.contactId, channel: notice.to.channel, outcome };
        return this.append(tx, author, notice, (_, said) => houseEntry('notice.done', facts, said));
      },
    );
  }

  withhold(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.withholdReminder>): Promise<One> {
    return this.command({ by, route: 'withholdReminder', body: withId(id, body) }, id, async (tx, author, notice) => {
      const now = this.clock.now();
      const mail = deliveryOf(notice) !== null;
      const done = mail
        ? await this.book.happen(tx, notice, { kind: 'cancelled', cause: 'withheld' }, { now })
        : notice.progress.state === 'open';
      if (!done) throw new Refused({ kind: 'nothing-to-change' });
      if (!mail) await writeProgress(tx.sql, id, { state: 'cancelled', cause: 'withheld' }, now);
      return this.append(tx, author, notice, (_, said) =>
        houseEntry('notice.withheld', { notice: id, contact: notice.contactId }, said),
      );
    });
  }

  bounce(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.bounceReminder>): Promise<One> {
    return this.command({ by, route: 'bounceReminder', body: withId(id, body) }, id, async (tx, author, notice) => {
      const entries = await this.book.happen(tx, notice, { kind: 'bounced' }, { now: this.clock.now(), author });
      if (entries === null) throw new Refused({ kind: 'nothing-to-change' });
      return entries;
    });
  }

  answer(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.answerReminder>): Promise<One> {
    return this.command({ by, route: 'answerReminder', body: withId(id, body) }, id, (tx, author, notice) => {
      const { answer, plannedOn } = body;
      return this.answers.give(tx, { author, now: this.clock.now() }, notice, { answer, plannedOn, way: 'staff' });
    });
  }

  async settle(by: SignedIn, answerId: Uuid, body: BodyOf<typeof contract.settleAnswer>): Promise<One> {
    const row = await this.database.reads.sql.get<{ id: Uuid }>(
      'SELECT notice_id AS id FROM notice_answer WHERE id = ? AND facility_id = ?',
      [answerId, by.facilityId],
    );
    if (!row) throw new Refused({ kind: 'not-found' });
    const order = { by, route: 'settleAnswer', body: withId(answerId, body) };
    return this.command(order, row.id, async (tx, author, notice) => {
      const entries = await this.answers.settle(tx, { author, now: this.clock.now() }, notice, answerId);
      if (entries.length === 0) throw new Refused({ kind: 'nothing-to-change' });
      return entries;
    });
  }

  /** resume ends a hold: a person has looked at the clock, or at what waits. */
  async resume(
    by: SignedIn,
    body: BodyOf<typeof contract.resumeReminders>,
  ): Promise<AnswerOf<typeof contract.resumeReminders>> {
    await this.commands.once(
      { by, route: 'resumeReminders', body },
      async (tx, author) => {
        await this.endHold(tx, by.facilityId, body.hold);
        return { entries: await this.ledger.append(tx, author, [houseEntry('notices.resumed', { hold: body.hold })]) };
      },
      () => null,
    );
    return { machine: await this.machine.read(by.facilityId) };
  }

  /** Much that waits is let go by its own facility; a clock is the server's, and who has looked says so for all on it. */
  private async endHold(tx: Tx, facilityId: Uuid, hold: Hold): Promise<void> {
    const server = serverName(this.config);
    const state = await readState(tx.sql, facilityId);
    const watch = await readWatch(tx.sql, server);
    if (hold === 'confirm-first' && state.confirmSince !== null)
      await keepState(tx.sql, facilityId, 'confirm_since', null);
    else if (watch !== null && watch.hold === hold)
      await keepWatch(tx.sql, server, { trusted: this.clock.reading(), hold: null });
    else throw new Refused({ kind: 'nothing-to-change' });
  }

  private command(
    order: Parameters<Commands['once']>[0],
    id: Uuid,
    work: (tx: Tx, author: Author, notice: StoredNotice) => Promise<readonly Entry[]>,
  ): Promise<One> {
    return this.commands.once(
      order,
      async (tx, author) => {
        const [notice] = await readNotices(tx.sql, 'id = ? AND facility_id = ?', [id, order.by.facilityId]);
        if (!notice || notice.lines.length === 0) throw new Refused({ kind: 'not-found' });
        return { entries: await work(tx, author, notice), subject: id };
      },
      (tx, _, subject) => this.one(tx.sql, order.by, subject ?? id),
    );
  }

  private async append(
    tx: Tx,
    author: Author,
    notice: StoredNotice,
    entry: Parameters<NoticeBook['entriesAbout']>[2],
  ): Promise<readonly Entry[]> {
    return this.ledger.append(tx, author, await this.book.entriesAbout(tx, notice, entry));
  }

  private async view(sql: Statements, by: SignedIn, notices: readonly StoredNotice[]): Promise<NoticeView[]> {
    const { facilityId } = by;
    const reasons = await officeReasons(sql, notices, { facilityId, today: this.clock.today() });
    return viewNotices(sql, notices, { reasons, keeps: may(by, 'keep-notices') });
  }

  private async one(sql: Statements, by: SignedIn, id: Uuid): Promise<One> {
    const [notice] = await this.view(sql, by, await readNotices(sql, 'id = ?', [id]));
    if (!notice) throw new Refused({ kind: 'not-found' });
    return { notice };
  }
}
