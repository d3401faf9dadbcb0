import { ANSWERS, LOSS_ENDS, LOSS_PLACES, LOSS_STEPS, STEP_ANSWERS } from '@azukari/domain';
import * as z from 'zod';
import { itemAnswer } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { commandId, day, flag, freeText, instant, instantIn, optionalText, requiredText, uuid } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

/** lossSeq names a loss by the number of the entry that reported it. */
export const lossSeq = z.int().min(0).max(999_999_999);

/** lossAnswer is one 紛失: what is known of it, what was done by whom and when, and how it ended. */
export const lossAnswer = z.object({
  seq: lossSeq,
  item: itemAnswer,
  noticedAt: instant,
  noticedBy: z.string().nullable(),
  reportedAt: instant,
  reportedBy: z.string(),
  reportNote: z.string().nullable(),
  place: z.enum(LOSS_PLACES).nullable(),
  bedridden: z.enum(ANSWERS).nullable(),
  note: z.string().nullable(),
  steps: z.array(
    z.object({
      step: z.enum(LOSS_STEPS),
      need: z.enum(['required', 'asks', 'not-required']),
      settled: z.boolean(),
      noted: z
        .object({
          answer: z.enum(STEP_ANSWERS),
          at: instant,
          /** Who did it; null for what nobody had to do. */
          by: z.string().nullable(),
          note: z.string().nullable(),
          recordedBy: z.string(),
          recordedAt: instant,
        })
        .nullable(),
    }),
  ),
  /** To when a new card comes by 特急発行, counted from the report to the city. */
  expressUntil: day.nullable(),
  explained: z
    .object({ cause: z.string().nullable(), prevention: z.string().nullable(), by: z.string(), at: instant })
    .nullable(),
  ending: z
    .object({
      as: z.enum(['found', 'ended', ...LOSS_ENDS]),
      at: instant,
      by: z.string(),
      note: z.string().nullable(),
    })
    .nullable(),
});

/** listLosses answers the losses that are open, or all, the newest first. */
export const listLosses = endpoint({
  method: 'GET',
  path: '/api/losses',
  access: 'see-board',
  query: z.strictObject({ open: flag.optional() }),
  answer: z.object({ losses: z.array(lossAnswer) }),
});

/** describeLoss says how it was lost; the guide follows from it. */
export const describeLoss = endpoint({
  method: 'POST',
  path: '/api/losses/descriptions',
  access: 'search',
  body: z.strictObject({
    commandId,
    seq: lossSeq,
    place: z.enum(LOSS_PLACES),
    bedridden: z.enum(ANSWERS),
    /** Null is when it was reported or the search began. */
    noticedAt: instantIn.nullable().default(null),
    noticedBy: optionalText(60),
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** noteLossStep ticks a step of the guide, or opens it again. */
export const noteLossStep = endpoint({
  method: 'POST',
  path: '/api/losses/steps',
  access: 'search',
  body: z
    .strictObject({
      commandId,
      seq: lossSeq,
      step: z.enum(LOSS_STEPS),
      answer: z.enum(STEP_ANSWERS),
      /** Who did it: needed for what was done. */
      staffId: uuid.nullable().default(null),
      doneAt: instantIn.nullable().default(null),
      note: optionalText(300),
    })
    .refine(({ answer, staffId }) => answer !== 'done' || staffId !== null, { error: 'empty', path: ['staffId'] }),
  answer: recordedAnswer,
  status: 201,
});

/** explainLoss keeps the cause and what is done so that it does not happen again. */
export const explainLoss = endpoint({
  method: 'POST',
  path: '/api/losses/explanations',
  access: 'report-missing',
  body: z.strictObject({ commandId, seq: lossSeq, cause: requiredText(500), prevention: freeText(500) }),
  answer: recordedAnswer,
  status: 201,
});

/** closeLoss closes a loss of which the item was not found, with a reason. */
export const closeLoss = endpoint({
  method: 'POST',
  path: '/api/losses/closings',
  access: 'report-missing',
  body: z.strictObject({ commandId, seq: lossSeq, as: z.enum(LOSS_ENDS), note: requiredText(300) }),
  answer: recordedAnswer,
  status: 201,
});

/** reopenLoss opens a loss again that was closed by mistake. */
export const reopenLoss = endpoint({
  method: 'POST',
  path: '/api/losses/reopenings',
  access: 'report-missing',
  body: z.strictObject({ commandId, seq: lossSeq }),
  answer: recordedAnswer,
  status: 201,
});
