import {
  ADVICE_SOURCES,
  BRINGING_REASONS,
  FALLBACK_SOURCES,
  ITEM_KINDS,
  REASON_CODES,
  VALUES,
  VISIT_SETTINGS,
} from '@azukari/domain';
import type { AdviceCode, FallbackStep } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { day, flag, uuid } from './fields.ts';

const keysOf = <K extends string>(record: Readonly<Record<K, string>>): K[] => Object.keys(record) as K[];

const adviceAnswer = z.object({ code: z.enum<AdviceCode[]>(keysOf(ADVICE_SOURCES)), source: z.string() });

const documentAnswer = z.object({
  itemId: uuid,
  kind: z.enum(ITEM_KINDS),
  label: z.string().nullable(),
  /** Where it is: what is out or missing is judged as well, and said to be so. */
  at: z.enum(['stored', 'out', 'missing']),
  reasonCode: z.enum([...BRINGING_REASONS, ...REASON_CODES]),
  source: z.string(),
  /** What a マイナンバーカード or an old 健康保険証 can do on the day. */
  value: z.enum(VALUES).optional(),
});

/**
 * readBringing ranks what proves a resident's eligibility on a visit, the surest first, with the reason, the source and the ways on
 * when the reader fails. `goesAlong` false: a マイナンバーカード is never proposed. Without `on` the visit is today.
 */
export const readBringing = endpoint({
  method: 'GET',
  path: '/api/residents/:id/bringing',
  access: 'check-out',
  query: z.strictObject({ setting: z.enum(VISIT_SETTINGS), goesAlong: flag, on: day.optional() }),
  answer: z.object({
    on: day,
    proposed: z.array(
      documentAnswer.extend({
        fallback: z.array(z.object({ step: z.enum<FallbackStep[]>(keysOf(FALLBACK_SOURCES)), source: z.string() })),
        /** What to do when this one goes. */
        advice: z.array(adviceAnswer),
      }),
    ),
    notProposed: z.array(documentAnswer),
    /** What to do whatever goes. */
    advice: z.array(adviceAnswer),
  }),
});
