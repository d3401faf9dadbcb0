import { Inject, Injectable } from '@nestjs/common';
import { kindSettings, LETTER_NEEDS } from '@azukari/domain';
import type { LetterNeed, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Composer } from './composer.ts';
import { readNotices, residentsOf } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';
import { readNoticeSettings, readSteps } from './notice-settings.ts';
import { letterOf } from './words/letter.ts';
import type { Letter } from './words/letter.ts';
import { CannotBeWorded } from './words/notice-words.ts';
import type { Correspondence } from './words/notice-words.ts';

const FIELDS: Readonly<Record<LetterNeed, string>> = { phone: 'house.phone', signer: 'signer.name' };

/** Sender is how a facility writes to families: who signs, from which address, and how long before a date. */
export interface Sender extends Pick<Correspondence, 'signer' | 'hours'> {
  readonly from: string | null;
  readonly daysBefore: readonly number[];
}

/** NoticesService is what papers may ask of the notices. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly composer: Composer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async sender(facilityId: Uuid): Promise<Sender> {
    const { sql } = this.database.reads;
    const { signer, title, hours } = await readNoticeSettings(sql, facilityId);
    const steps = await readSteps(sql, facilityId, this.clock.today());
    return {
      signer: { name: signer, title },
      hours,
      from: this.config.mail?.from ?? null,
      daysBefore: kindSettings(steps, 'certificate-expiry').daysBefore,
    };
  }

  /** letters are F8 of these notices, or of all that wait to be printed; they say what is so today. */
  async letters(
    facilityId: Uuid,
    ids: readonly Uuid[],
  ): Promise<{ readonly letters: readonly Letter[]; readonly residentIds: readonly Uuid[] }> {
    const notices = await this.notices(facilityId, ids);
    const letters: Letter[] = [];
    for (const notice of notices) letters.push(await this.letter(notice));
    const residentIds = notices.flatMap(({ lines }) => lines.map(({ deadline }) => deadline.residentId));
    return { letters, residentIds: [...new Set(residentIds)] };
  }

  /** A letter to print may be asked for by its id whatever has become of it; a task of the office is told to nobody. */
  private async notices(facilityId: Uuid, ids: readonly Uuid[]): Promise<readonly StoredNotice[]> {
    const { sql } = this.database.reads;
    const found =
      ids.length === 0
        ? await readNotices(sql, "facility_id = ? AND state = 'open' AND channel = 'letter' ORDER BY made_on, id", [
            facilityId,
          ])
        : await readNotices(sql, `facility_id = ? AND id IN (${places(ids.length)}) ORDER BY made_on, id`, [
            facilityId,
            ...ids,
          ]);
    const told = found.filter(({ contactId }) => contactId !== null);
    await refuseStopped(sql, told);
    if (told.length === 0 || (ids.length > 0 && told.length !== new Set(ids).size))
      throw new Refused({ kind: ids.length === 0 ? 'nothing-to-print' : 'not-found' });
    return told;
  }

  private async letter(notice: StoredNotice): Promise<Letter> {
    const words = await this.composer.wordsOf(this.database.reads.sql, notice, {
      answerUrl: null,
      checkpoint: null,
      guided: true,
    });
    try {
      return letterOf({ ...words, on: this.clock.today() });
    } catch (error) {
      if (!(error instanceof CannotBeWorded)) throw error;
      const missing = LETTER_NEEDS.find((need) => error.fields.includes(FIELDS[need]));
      if (missing === undefined) throw error;
      throw new Refused({ kind: 'letter-incomplete', missing });
    }
  }
}

/** A letter that was written before a death is not printed after it, whatever has become of it. */
async function refuseStopped(sql: Statements, notices: readonly StoredNotice[]): Promise<void> {
  const ids = residentsOf(notices);
  if (ids.length === 0) return;
  const stopped = await sql.get<{ id: Uuid }>(
    `SELECT id FROM resident WHERE notices_stopped = 1 AND id IN (${places(ids.length)})`,
    ids,
  );
  if (stopped) throw new Refused({ kind: 'notices-stopped', residentId: stopped.id });
}
