import { AMEND_REASONS, CANCEL_REASONS, PURPOSES } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, freeText, instantIn, requiredText } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

/** amendEntry replaces named facts or words of an entry; it never moves an item. */
export const amendEntry = endpoint({
  method: 'POST',
  path: '/api/custody/amendments',
  access: 'amend',
  body: z.strictObject({
    commandId,
    seq: z.int().min(0).max(999_999_999),
    reason: z.enum(AMEND_REASONS),
    explanation: requiredText(300),
    dueBackAt: instantIn.nullable().optional(),
    purpose: z.enum(PURPOSES).optional(),
    /** When it happened; null is when it was written down. */
    occurredAt: instantIn.nullable().optional(),
    destination: freeText(60).optional(),
    holderName: freeText(60).optional(),
    receiverName: freeText(60).optional(),
    note: freeText(300).optional(),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** cancelEntry undoes the newest movement of an item; the entry stays readable. */
export const cancelEntry = endpoint({
  method: 'POST',
  path: '/api/custody/cancellations',
  access: 'cancel',
  body: z.strictObject({
    commandId,
    seq: z.int().min(0).max(999_999_999),
    reason: z.enum(CANCEL_REASONS),
    explanation: requiredText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});
