import { LOG_KINDS } from '@azukari/domain';
import { z } from 'zod';
import { itemAnswer } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { instant } from './fields.ts';

/** readBoard is 今日. `revision` grows with every entry; send it back as `since` and an unchanged board answers `unchanged`. */
export const readBoard = endpoint({
  method: 'GET',
  path: '/api/board',
  query: z.object({ since: z.coerce.number().int().min(0).optional() }),
  answer: z.object({
    revision: z.int(),
    now: instant,
    unchanged: z.boolean(),
    out: z.array(itemAnswer),
    held: z.array(itemAnswer),
    missing: z.array(itemAnswer),
    /** 救急 not yet reviewed: the entry, its moment, and its item. */
    toReview: z.array(z.object({ seq: z.int(), at: instant, by: z.string(), item: itemAnswer, reviewBy: instant })),
    /** Printed dates within 60 days, soonest first; also those past. */
    expiring: z.array(itemAnswer),
    stored: z.int(),
    ledger: z.object({
      size: z.int(),
      checkpointAt: instant.nullable(),
      /** As of when the whole record was read anew and held; null while that is under way, and when it did not. */
      checkedAt: instant.nullable(),
      /** The first entry that is no longer as it was recorded; told to those who may read the settings. */
      broken: z.object({ log: z.enum(LOG_KINDS), seq: z.int() }).nullable(),
    }),
  }),
});
