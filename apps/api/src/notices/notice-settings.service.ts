import { Inject, Injectable } from '@nestjs/common';
import { DATED_KINDS, defaultReminders, kindSettings } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Composer } from './composer.ts';
import { queueHouseMail } from './house-mail.ts';
import { MailDoor } from './mail-door.ts';
import { NoticeChoices, versionOf } from './notice-choices.ts';
import { readHeard, readNotices } from './notice-rows.ts';
import { readNoticeSettings } from './notice-settings.ts';
import type { OwnSteps } from './notice-settings.ts';
import { testMail } from './words/test-mail.ts';

type Answer = AnswerOf<typeof contract.readNoticeSettings>;

/** NoticeSettingsService keeps what a facility chooses for its notices, and lets a person try the way that they go. */
@Injectable()
export class NoticeSettingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly choices: NoticeChoices,
    private readonly ledger: Ledger,
    private readonly composer: Composer,
    private readonly door: MailDoor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  read(by: SignedIn): Promise<Answer> {
    return this.answer(this.database.reads.sql, by.facilityId);
  }

  change(by: SignedIn, body: BodyOf<typeof contract.changeNoticeSettings>): Promise<Answer> {
    return this.choices.change(
      { by, route: 'changeNoticeSettings', body },
      (before) => {
        const { commandId, version, ...given } = body;
        const changed = (['signer', 'title', 'hours', 'steps'] as const).filter(
          (field) => JSON.stringify(given[field]) !== JSON.stringify(before[field]),
        );
        const textOf = (setting: (typeof changed)[number]): string =>
          setting === 'steps' ? JSON.stringify(given.steps) : given[setting];
        return {
          settings: given,
          entries: changed.map((setting) =>
            houseEntry('notices.set', { setting }, { private: { text: textOf(setting) } }),
          ),
        };
      },
      (sql) => this.answer(sql, by.facilityId),
    );
  }

  /** test writes a mail to oneself into the outbox; from there it goes the way of all others. */
  async test(by: SignedIn, body: BodyOf<typeof contract.testReminders>): Promise<{ readonly id: Uuid }> {
    const { to } = body;
    if (!this.door.isOpen) throw new Refused({ kind: 'mail-off' });
    const id = crypto.randomUUID();
    const now = this.clock.now();
    return this.commands.once(
      { by, route: 'testReminders', body },
      async (tx, author) => {
        const house = await tx.sql.get<{ name: string }>('SELECT name FROM facility WHERE id = ?', [by.facilityId]);
        const name = house?.name ?? '';
        const envelope = { ...this.composer.envelope(id, to), date: now, name };
        const mail = await this.composer.seal(envelope, testMail({ name, by: by.name, at: now }));
        await queueHouseMail(tx.sql, { id, facilityId: by.facilityId, person: `test:${id}`, now }, mail);
        const entries = await this.ledger.append(tx, author, [
          houseEntry('notices.tested', {}, { private: { email: to } }),
        ]);
        return { entries, subject: id };
      },
      (_, __, subject) => ({ id: subject ?? id }),
    );
  }

  async readTest(by: SignedIn, id: Uuid): Promise<AnswerOf<typeof contract.readTest>> {
    const [notice] = await readNotices(this.database.reads.sql, 'id = ? AND facility_id = ?', [id, by.facilityId]);
    if (!notice || !('attempts' in notice.progress) || notice.lines.length > 0)
      throw new Refused({ kind: 'not-found' });
    const { state, attempts } = notice.progress;
    return { state, attempts, heard: await readHeard(this.database.reads.sql, id) };
  }

  private async answer(sql: Statements, facilityId: Uuid): Promise<Answer> {
    const settings = await readNoticeSettings(sql, facilityId);
    const { signer, title, hours, steps } = settings;
    const book = defaultReminders(this.clock.today());
    return {
      signer,
      title,
      hours,
      steps: DATED_KINDS.map((kind) => {
        const own = steps.find((one) => one.kind === kind);
        const usual = stepsOf(kindSettings(book, kind));
        return { kind, ...(own ? stepsOf(own) : usual), own: own !== undefined, book: usual };
      }),
      mailFrom: this.config.mail?.from ?? null,
      familyUrl: this.config.family?.url ?? null,
      version: versionOf(settings),
    };
  }
}

function stepsOf({ daysBefore, thenEveryMonths, audience }: Omit<OwnSteps, 'kind'>): Answer['steps'][number]['book'] {
  return { daysBefore: [...daysBefore], thenEveryMonths, audience };
}
