import type { Uuid } from '@azukari/domain';
import { insertNotice } from '../notices/notice-rows.ts';
import type { House } from './house.ts';

/** Told names the item of a notice, and to whom it goes. */
export interface Told {
  readonly facilityId: Uuid;
  readonly residentId: Uuid;
  readonly itemId: Uuid;
  readonly contactId: Uuid;
}

/** aLetterTask is a letter about a card's certificate that waits to be printed, as the machinery would have made it. */
export async function aLetterTask({ clock, database }: House, told: Told): Promise<Uuid> {
  const id = crypto.randomUUID();
  const on = clock.today();
  const { facilityId, contactId, itemId, residentId } = told;
  const deadline = { itemId, residentId, kind: 'certificate-expiry', date: '2030-03-31' } as const;
  await database.writes.run(async ({ sql }) => {
    await insertNotice(sql, {
      id,
      facilityId,
      contactId,
      to: { person: contactId, channel: 'letter', language: 'ja' },
      on,
      lines: [{ deadline, contactId, threshold: on }],
      progress: { state: 'open' },
      replyCode: 'R7K2',
      madeAt: clock.now(),
      settledAt: null,
    });
  });
  return id;
}
