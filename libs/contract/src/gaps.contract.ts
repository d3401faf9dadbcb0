import { GAP_CAUSES, GAP_OBSTACLES, LOG_KINDS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, instant, requiredText, uuid } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

const person = z.object({ id: uuid.nullable(), name: z.string() });
const size = z.int().min(0).max(999_999_999);

/** givenUp names one signed checkpoint: of which log, of how many entries, and its root in base64. */
const givenUp = { log: z.enum(LOG_KINDS), size, root: z.base64().length(44) };

/** listGaps is where this record does not go on from what was signed before, and what was said of it. */
export const listGaps = endpoint({
  method: 'GET',
  path: '/api/gaps',
  access: 'read-settings',
  answer: z.object({
    /** The newest checkpoint of each log that this record does not continue; nothing is signed while there is one. */
    open: z.array(
      z.object({
        ...givenUp,
        /** The code that stands beside that checkpoint on paper and in mails. */
        code: z.string(),
        /** Up to here both are the same; the last of those entries is from then. Null: there is none. */
        from: size,
        fromAt: instant.nullable(),
        /** How many entries this record has now. */
        now: size,
        /** How many entries are certainly gone; up to `size - from` may be. */
        lostAtLeast: z.int(),
      }),
    ),
    /** Why nothing is signed, where no entry can end that. */
    blocked: z.enum(GAP_OBSTACLES).nullable(),
    /** What was explained, the newest first; `seq` is the first of its entries. */
    explained: z.array(
      z.object({
        seq: size,
        at: instant,
        by: person,
        cause: z.enum(GAP_CAUSES),
        /** Null when the words were erased. */
        reason: z.string().nullable(),
        gaps: z.array(z.object({ ...givenUp, from: size })),
        confirmed: z.object({ seq: size, at: instant, by: person }).nullable(),
      }),
    ),
  }),
});

/** explainGap gives up exactly the checkpoints that `listGaps` names, with the reason, in an entry; then signing goes on. After a fresh sign-in. */
export const explainGap = endpoint({
  method: 'POST',
  path: '/api/gaps',
  access: 'explain-gap',
  body: z.strictObject({
    commandId,
    gaps: z.array(z.strictObject(givenUp)).min(1).max(LOG_KINDS.length),
    cause: z.enum(GAP_CAUSES),
    reason: requiredText(500),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** confirmGap says that another person has read an explanation; it stays on 今日 until then. After a fresh sign-in. */
export const confirmGap = endpoint({
  method: 'POST',
  path: '/api/gaps/confirmations',
  access: 'confirm-gap',
  body: z.strictObject({ commandId, seq: size }),
  answer: recordedAnswer,
  status: 201,
});
