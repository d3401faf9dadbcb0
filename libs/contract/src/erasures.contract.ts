import { ERASED_KINDS, ERASURE_GROUNDS, ERASURE_OBSTACLES } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, instant, uuid } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

const person = z.object({ id: uuid, name: z.string() });
const whose = { kind: z.enum(ERASED_KINDS), personId: uuid };

/** listErasures is whose words may be erased from when, what was asked for, and what was done. */
export const listErasures = endpoint({
  method: 'GET',
  path: '/api/erasures',
  access: 'confirm-erasure',
  answer: z.object({
    /** Who left, or is no contact any more, and has still words; the longest ago first. */
    left: z.array(
      z.object({
        ...whose,
        name: z.string(),
        /** Of a contact: whose. */
        residentName: z.string().nullable(),
        leftOn: day,
        /** From this day on the time of keeping is over, and from that on a request is heard. */
        dueOn: day,
        requestFrom: day,
        /** What stands in the way besides the day. */
        obstacle: z.enum(ERASURE_OBSTACLES).nullable(),
        onHold: z.boolean(),
      }),
    ),
    asked: z.array(
      z.object({
        id: uuid,
        ...whose,
        name: z.string(),
        ground: z.enum(ERASURE_GROUNDS),
        by: person,
        at: instant,
        /** The last day for the second person. */
        until: day,
      }),
    ),
    /** The newest first; names are in none of them. */
    done: z.array(z.object({ id: uuid, ...whose, at: instant, askedBy: person, confirmedBy: person.nullable() })),
  }),
});

/** askErasure asks that somebody's words be erased; after a fresh sign-in. */
export const askErasure = endpoint({
  method: 'POST',
  path: '/api/erasures',
  access: 'erase',
  fresh: true,
  body: z.strictObject({ commandId, ...whose, ground: z.enum(ERASURE_GROUNDS) }),
  answer: recordedAnswer,
  status: 201,
});

/** withdrawErasure takes back what was asked. */
export const withdrawErasure = endpoint({
  method: 'POST',
  path: '/api/erasures/:id/withdrawal',
  access: 'erase',
  body: z.strictObject({ commandId }),
  answer: recordedAnswer,
});

/** confirmErasure erases: another person, within the window, after a fresh sign-in. It cannot be undone. */
export const confirmErasure = endpoint({
  method: 'POST',
  path: '/api/erasures/:id/confirmation',
  access: 'confirm-erasure',
  fresh: true,
  body: z.strictObject({ commandId }),
  answer: recordedAnswer,
});

/** holdErasure says that nothing of somebody's may be erased for now, or that it may again. */
export const holdErasure = endpoint({
  method: 'POST',
  path: '/api/erasures/holds',
  access: 'erase',
  body: z.strictObject({ commandId, ...whose, hold: z.boolean() }),
  answer: recordedAnswer,
});
