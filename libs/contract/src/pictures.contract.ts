import { COUNT_DISPOSITIONS, PURPOSES } from '@azukari/domain';
import * as z from 'zod';
import { custodyAnswer, itemAnswer } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { day, instant, month, ofAYear } from './fields.ts';

const item = itemAnswer.pick({ id: true, kind: true, label: true, resident: true });
const period = ofAYear(z.strictObject({ from: day, to: day }));

/** stretchAnswer is a time in which an item was somewhere or with somebody; `custody` is as it was then, `to` is null while it lasts. */
export const stretchAnswer = z.object({
  from: instant,
  to: instant.nullable(),
  /** From when on it was later than planned; null in time, and within the grace. */
  lateFrom: instant.nullable(),
  /** Where it lay or belonged. */
  storage: z.string().nullable(),
  custody: custodyAnswer,
});

/** readItemPicture is where one item was and who had it, in a period of days: each stretch that has a moment in it, oldest first. */
export const readItemPicture = endpoint({
  method: 'GET',
  path: '/api/pictures/items/:id',
  access: 'read-record',
  query: period,
  answer: z.object({ item, stretches: z.array(stretchAnswer) }),
});

/** readDayPicture is one day in the facility: each item that was out or missing on it, and with whom when. */
export const readDayPicture = endpoint({
  method: 'GET',
  path: '/api/pictures/day',
  access: 'read-record',
  query: z.strictObject({ on: day }),
  answer: z.object({ items: z.array(z.object({ item, stretches: z.array(stretchAnswer) })) }),
});

/**
 * readWeekPicture is how many items were out at one time, on average, in each of the 168 hours of the week from Monday 0 o'clock in
 * Japan; null for an hour of which the period has none. What has not been yet does not count.
 */
export const readWeekPicture = endpoint({
  method: 'GET',
  path: '/api/pictures/week',
  access: 'read-record',
  query: period,
  answer: z.object({
    outings: z.int(),
    hours: z.array(
      z.object({
        out: z.number().nullable(),
        /** Of these, for a stay in hospital or a night away. */
        stays: z.number().nullable(),
      }),
    ),
  }),
});

/** readLatePicture is how items came back in a period, purpose by purpose. */
export const readLatePicture = endpoint({
  method: 'GET',
  path: '/api/pictures/late',
  access: 'read-record',
  query: period,
  answer: z.object({
    purposes: z.array(
      z.object({
        purpose: z.enum(PURPOSES),
        inTime: z.int(),
        late: z.int(),
        /** Came back, and nobody had planned when. */
        unplanned: z.int(),
        /** Are out past their time now. */
        stillLate: z.int(),
        longestMinutes: z.int(),
      }),
    ),
  }),
});

/** readCountPicture is the counts that were closed in a period, month by month, with what differed and how that was answered. */
export const readCountPicture = endpoint({
  method: 'GET',
  path: '/api/pictures/counts',
  access: 'read-record',
  query: period,
  answer: z.object({
    months: z.array(
      z.object({
        month,
        counts: z.int(),
        /** Of these, counts in which something differed. */
        differing: z.int(),
        /** Counts that were part of a 毎月の照合. */
        joined: z.int(),
        short: z.int(),
        surplus: z.int(),
        answers: z.array(z.object({ as: z.enum(COUNT_DISPOSITIONS), count: z.int() })),
      }),
    ),
  }),
});
