import { dayInTokyo, queuedDelivery } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import type { SignedCheckpoint } from '../ledger/checkpoints.ts';
import type { Composed } from './composer.ts';
import { insertNotice } from './notice-rows.ts';

/** HouseMail is a mail that tells no family of a date: to oneself, or to the head office. */
export interface HouseMail {
  readonly id: Uuid;
  readonly facilityId: Uuid;
  /** Who is told, as far as the outbox has to keep them apart. */
  readonly person: string;
  readonly now: Instant;
  /** The state of the record that it carries out of the house. */
  readonly carries?: Pick<SignedCheckpoint, 'size' | 'code'> | null;
}

/** queueHouseMail puts its final bytes into the outbox; from there it goes the way of all others. */
export async function queueHouseMail(
  sql: Statements,
  { id, facilityId, person, now, carries = null }: HouseMail,
  { address, messageId, bytes }: Composed,
): Promise<void> {
  await insertNotice(sql, {
    id,
    facilityId,
    contactId: null,
    on: dayInTokyo(now),
    lines: [],
    replyCode: null,
    to: { person, channel: 'mail', language: null },
    progress: queuedDelivery('one-time-link', now),
    madeAt: now,
    settledAt: null,
  });
  await sql.run(
    'UPDATE notice SET address = ?, message_id = ?, bytes = ?, anchor_size = ?, anchor_code = ? WHERE id = ?',
    [
      sql.sealed.close('notice.address', id, address),
      messageId,
      sql.sealed.close('notice.bytes', id, bytes),
      carries?.size ?? null,
      carries?.code ?? null,
      id,
    ],
  );
}
