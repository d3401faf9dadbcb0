import { ITEM_KINDS, TRANSFER_ANSWERS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, instant, instantIn, itemIds, optionalText, requiredText, uuid, version } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

/** transferLine is one thing of a transfer; null: nobody there has said anything yet. */
const transferLine = z.object({
  line: z.int(),
  kind: z.enum(ITEM_KINDS),
  label: z.string().nullable(),
  answer: z.enum(TRANSFER_ANSWERS).nullable(),
  answeredAt: instant.nullable(),
});

const transfer = z.object({
  id: uuid,
  version,
  /** The other home, by name: the one it comes from, or goes to. */
  home: z.string(),
  resident: z.object({ name: z.string(), kana: z.string() }),
  sentAt: instant,
  lines: z.array(transferLine),
});

/**
 * readTransfers is what is on its way between the homes of the installation: こちらへ向かっている預り品, of which this home knows who comes,
 * with what, since when and from where, and no more; and what went from here and has not been confirmed, or was in the last two weeks.
 */
export const readTransfers = endpoint({
  method: 'GET',
  path: '/api/transfers',
  access: 'see-board',
  answer: z.object({
    /** The other homes; to those who may send something there. */
    homes: z.array(z.object({ id: uuid, name: z.string() })),
    coming: z.array(transfer.extend({ /** Who she is here, once something has come. */ hereId: uuid.nullable() })),
    sent: z.array(transfer.extend({ residentId: uuid })),
  }),
});

/** sendItems sends what is hers to another home: one of this installation, which then confirms it, or one elsewhere, by its name. */
export const sendItems = endpoint({
  method: 'POST',
  path: '/api/residents/:id/transfers',
  access: 'hand-over',
  body: z.strictObject({
    commandId,
    itemIds,
    to: z.union([z.strictObject({ facilityId: uuid }), z.strictObject({ name: requiredText(60) })]),
    dueBackAt: instantIn,
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/**
 * answerTransfer says at the home to which it goes what has come and what has not. What has come is held there (一時保管) until the
 * agreement is made anew; the record of the home that sent it says in the same transaction that it has handed it over.
 */
export const answerTransfer = endpoint({
  method: 'POST',
  path: '/api/transfers/:id/answers',
  access: 'hold-temporarily',
  body: z.strictObject({
    commandId,
    version,
    lines: z
      .array(z.strictObject({ line: z.int().min(0).max(199), as: z.enum(['arrived', 'not-arrived']) }))
      .min(1)
      .max(200)
      .refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, { error: 'twice' }),
    /** Who she is here; null registers her with the name under which she comes. */
    residentId: uuid.nullable().default(null),
    storageId: uuid.nullable().default(null),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** cancelTransfer stops a transfer at the home that sent it: what nobody has confirmed was put back into the safe. */
export const cancelTransfer = endpoint({
  method: 'POST',
  path: '/api/transfers/:id/cancelling',
  access: 'hand-over',
  body: z.strictObject({ commandId, version }),
  answer: recordedAnswer,
  status: 201,
});
