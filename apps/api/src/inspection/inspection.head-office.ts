import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import type { SignedCheckpoint } from '../ledger/checkpoints.ts';
import { Composer, MailDoor, queueHouseMail } from '../notices/notices.mail.ts';
import type { Mail } from '../notices/notices.mail.ts';
import { readInspectionSettings } from './settings.ts';

/** News is from which house a mail comes, when, and the state of the record that it carries out. */
export interface News {
  readonly facilityId: Uuid;
  readonly house: string;
  readonly at: Instant;
  readonly carries: Pick<SignedCheckpoint, 'size' | 'code'> | null;
}

/** HeadOffice is told by mail of what it has to know at once. */
@Injectable()
export class HeadOffice {
  constructor(
    private readonly composer: Composer,
    private readonly door: MailDoor,
  ) {}

  /** tell queues a mail and answers its notice. Where there is no address, or no mail server, the record alone tells of it: null. */
  async tell(sql: Statements, news: News, words: Pick<Mail, 'subject' | 'text'>): Promise<Uuid | null> {
    const { facilityId, house, at, carries } = news;
    const { headOffice } = await readInspectionSettings(sql, facilityId);
    if (headOffice === '' || !this.door.isOpen) return null;
    const id: Uuid = crypto.randomUUID();
    const envelope = { ...this.composer.envelope(id, headOffice), date: at, name: house };
    const mail = await this.composer.seal(envelope, words);
    await queueHouseMail(sql, { id, facilityId, person: `head-office:${id}`, now: at, carries }, mail);
    return id;
  }
}
