import { CLOSE_REASONS, DATED_KINDS, DEADLINE_KINDS, ITEM_KINDS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, uuid } from './fields.ts';
import { findingAnswer } from './rules.contract.ts';
import { recordedAnswer } from './receipt.ts';

/** deadlineAnswer is what ends, or has to be done, for one item that the facility keeps, with its rule and source. */
export const deadlineAnswer = findingAnswer.extend({
  kind: z.enum(DEADLINE_KINDS),
  /** From when there is something to do; null is never. */
  from: day.nullable(),
  /** Days that remain as of `asOf`, negative when it has passed; null where there is no day. */
  daysLeft: z.int().nullable(),
  /** Nobody is reminded of it any more, since when and why. */
  closed: z.object({ reason: z.enum(CLOSE_REASONS), on: day }).nullable(),
  item: z.object({
    id: uuid,
    kind: z.enum(ITEM_KINDS),
    label: z.string().nullable(),
    /** Where it is: stored, out or missing. */
    at: z.enum(['stored', 'out', 'missing']),
    /** Whose paper it is, when somebody said so: its dates follow that insurer. */
    insurer: z.object({ id: uuid, name: z.string() }).nullable(),
  }),
  resident: z.object({ id: uuid, name: z.string(), kana: z.string(), room: z.string() }).nullable(),
});

/**
 * listDeadlines is the page 期限: every date of every item that is not ended, soonest first, with what is unknown before them. With
 * `from` or `to` only the dates between, both included. What is unknown has no date; it is a task of today and always answered.
 */
export const listDeadlines = endpoint({
  method: 'GET',
  path: '/api/deadlines',
  access: 'see-board',
  query: z.strictObject({ from: day.optional(), to: day.optional(), residentId: uuid.optional() }),
  answer: z.object({
    asOf: day,
    deadlines: z.array(deadlineAnswer),
    /** Who is told first, and of whom; null for those who may not see a profile. */
    families: z
      .array(
        z.object({ id: uuid, name: z.string(), kana: z.string(), relation: z.string(), residentIds: z.array(uuid) }),
      )
      .nullable(),
  }),
});

const named = { commandId, itemId: uuid, kind: z.enum(DATED_KINDS), date: day };

/** closeDeadline ends the reminders of a deadline whose item was neither renewed nor given back. */
export const closeDeadline = endpoint({
  method: 'POST',
  path: '/api/deadlines/closings',
  access: 'keep-deadlines',
  body: z.strictObject({ ...named, reason: z.enum(CLOSE_REASONS) }),
  answer: recordedAnswer,
});

/** reopenDeadline takes a closing back: people are reminded again. */
export const reopenDeadline = endpoint({
  method: 'POST',
  path: '/api/deadlines/reopenings',
  access: 'keep-deadlines',
  body: z.strictObject(named),
  answer: recordedAnswer,
});
