import { isQuarter, VIEW_EXCEPTIONS, VIEW_OUTCOMES, VIEW_SCREENS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, instant, requiredText, uuid } from './fields.ts';
import { receipt } from './receipt.ts';

const person = z.object({ id: uuid, name: z.string() });

/** quarter names a quarter by its first day. */
const quarterOn = day.refine(isQuarter, { error: 'quarter' });

const judged = z.object({
  exception: z.enum(VIEW_EXCEPTIONS),
  cases: z.int(),
  outcome: z.enum(VIEW_OUTCOMES),
  /** Null once it was erased. */
  note: z.string().nullable(),
});

/** listViewReviews is which quarters are to be reviewed, in time or late, and what was found in those that were; the newest first. */
export const listViewReviews = endpoint({
  method: 'GET',
  path: '/api/views/reviews',
  access: 'read-settings',
  answer: z.object({
    quarters: z.array(
      z.object({
        quarterOn: day,
        reviewBy: day,
        /** Nobody looked at anybody: there is nothing to review. */
        state: z.enum(['due', 'late', 'reviewed', 'empty']),
        review: z
          .object({ seq: z.int(), by: person, at: instant, views: z.int(), daysLate: z.int(), judged: z.array(judged) })
          .nullable(),
      }),
    ),
  }),
});

/** MOST_CASES of one exception are told; `total` says how many there are. */
export const MOST_CASES = 100;

/** readViewExceptions is what stands out among the views of a quarter. Each may be in order; the data alone cannot tell. */
export const readViewExceptions = endpoint({
  method: 'GET',
  path: '/api/views/exceptions',
  access: 'read-settings',
  query: z.strictObject({ quarterOn }),
  answer: z.object({
    views: z.int(),
    people: z.int(),
    residents: z.int(),
    exceptions: z.array(
      z.object({
        exception: z.enum(VIEW_EXCEPTIONS),
        total: z.int(),
        /** Cases of whoever signed the review; before it is signed, of who asks. Nobody is a judge of her own, and it is said. */
        own: z.int(),
        cases: z.array(
          z.object({
            staff: person,
            own: z.boolean(),
            /** A night is named by its evening. */
            on: day,
            from: instant,
            to: instant,
            views: z.int(),
            screens: z.array(z.enum(VIEW_SCREENS)),
            residents: z.array(person),
          }),
        ),
      }),
    ),
  }),
});

/** reviewViews signs the review of a quarter: for each exception of which there are cases how many were looked at, what was found, and a remark. */
export const reviewViews = endpoint({
  method: 'POST',
  path: '/api/views/reviews',
  access: 'review-views',
  body: z.strictObject({
    commandId,
    quarterOn,
    judged: z
      .array(
        z.strictObject({
          exception: z.enum(VIEW_EXCEPTIONS),
          cases: z.int().min(1),
          outcome: z.enum(VIEW_OUTCOMES),
          note: requiredText(300),
        }),
      )
      .max(VIEW_EXCEPTIONS.length)
      .refine((all) => new Set(all.map(({ exception }) => exception)).size === all.length, { error: 'twice' }),
  }),
  answer: z.object({ receipt }),
  status: 201,
});

/** viewsGlance is what 今日 says to who reviews: the oldest quarter that waits, and how many do. */
export const viewsGlance = z.object({ quarterOn: day, late: z.boolean(), waiting: z.int() });
