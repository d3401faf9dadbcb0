import { Inject, Injectable } from '@nestjs/common';
import { instantAt, millisecondsOf } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import type { SignedCheckpoint } from '../ledger/checkpoints.ts';
import { hashOf, newToken } from '../session/token.ts';
import { Composer } from './composer.ts';
import { guidedContacts } from './guides-due.ts';
import { MailDoor } from './mail-door.ts';
import { readNotices } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';
import { CannotBeWorded } from './words/notice-words.ts';

/** Composed and stored in one commit; between two such others have their turn. */
const AT_ONCE = 20;
const UNCOMPOSED = "facility_id = ? AND channel = 'mail' AND bytes IS NULL AND state = 'queued'";
const LINK_DAYS = 60;
const DAY_MS = 86_400_000;

/** MailRoom composes each mail once and stores its final bytes, before anything of it leaves the house. */
@Injectable()
export class MailRoom {
  /** missing are the words without which a facility's mails cannot be worded: a setting that nobody has made. */
  readonly missing = new Map<Uuid, readonly string[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checkpoints: Checkpoints,
    private readonly composer: Composer,
    private readonly door: MailDoor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** prepare composes all that waits in a facility; where a word is missing, nothing is sent with a hole in it. */
  async prepare(facilityId: Uuid): Promise<void> {
    if (!this.door.isOpen) return;
    this.missing.delete(facilityId);
    let batch = await this.waiting(facilityId);
    if (batch.length === 0) return;
    const guided = await guidedContacts(this.database.reads.sql, facilityId);
    for (; batch.length > 0; batch = await this.waiting(facilityId)) {
      const checkpoint = await this.checkpoints.newestIfContinuous(facilityId);
      await Promise.all(
        batch.map((notice) => this.compose(notice, { checkpoint, guided: guided.has(notice.contactId ?? '') })),
      );
      if (this.missing.has(facilityId)) return;
    }
  }

  private waiting(facilityId: Uuid): Promise<StoredNotice[]> {
    return readNotices(this.database.reads.sql, `${UNCOMPOSED} ORDER BY id LIMIT ${String(AT_ONCE)}`, [facilityId]);
  }

  private async compose(
    notice: StoredNotice,
    { checkpoint, guided }: { readonly checkpoint: SignedCheckpoint | null; readonly guided: boolean },
  ): Promise<void> {
    const now = this.clock.now();
    const link = this.config.family === null ? null : this.newLink(this.config.family.url);
    try {
      const answerUrl = link && link.url;
      const words = await this.composer.wordsOf(this.database.reads.sql, notice, { answerUrl, checkpoint, guided });
      const { address, messageId, bytes } = await this.composer.compose(words, notice.id, now);
      const until = instantAt(millisecondsOf(now) + LINK_DAYS * DAY_MS);
      await this.database.writes.run((tx) =>
        tx.sql.run(
          `UPDATE notice SET address = ?, message_id = ?, bytes = ?, link_hash = ?, link_until = ?, anchor_size = ?, anchor_code = ?
           WHERE id = ? AND bytes IS NULL AND state = 'queued'`,
          [
            tx.sql.sealed.close('notice.address', notice.id, address),
            messageId,
            tx.sql.sealed.close('notice.bytes', notice.id, bytes),
            link && link.hash,
            link && until,
            checkpoint && checkpoint.size,
            checkpoint && checkpoint.code,
            notice.id,
          ],
        ),
      );
    } catch (error) {
      if (!(error instanceof CannotBeWorded)) throw error;
      this.missing.set(notice.facilityId, error.fields);
    }
  }

  /** The token is in the mail alone; the house knows its hash. */
  private newLink(url: string): { readonly url: string; readonly hash: string } {
    const token = newToken();
    return { url: `${url}/f/${token}`, hash: hashOf(token) };
  }
}
