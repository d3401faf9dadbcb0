import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, instant, instantIn, uuid } from './fields.ts';
import { receipt } from './receipt.ts';

const person = z.object({ id: uuid, name: z.string() });

/** keysAnswer is 鍵: of each locker who has its key, null for the key box, and who may be given one today. */
export const keysAnswer = z.object({
  /** Whether this facility records who has which key. */
  kept: z.boolean(),
  keys: z.array(
    z.object({
      locker: z.object({ id: uuid, path: z.string() }),
      /** The locker is no longer used; its key only goes back into the box. */
      retired: z.boolean(),
      holder: person.nullable(),
      /** Null before the first hand-over. */
      since: instant.nullable(),
    }),
  ),
  receivers: z.array(person),
});

export const readKeys = endpoint({ method: 'GET', path: '/api/keys', access: 'see-board', answer: keysAnswer });

/** handOverKey gives a key on: `from` is who has it on the screen, `to` who gets it, null the key box; `at` when that was, if not now. */
export const handOverKey = endpoint({
  method: 'POST',
  path: '/api/keys/:id/hand-overs',
  access: 'hold-keys',
  body: z.strictObject({
    commandId,
    from: uuid.nullable(),
    to: uuid.nullable(),
    at: instantIn.nullable().default(null),
  }),
  answer: z.object({ receipt, keys: keysAnswer }),
});

/** setKeys begins or ends to record who has which key. */
export const setKeys = endpoint({
  method: 'PATCH',
  path: '/api/keys/policy',
  access: 'keep-settings',
  fresh: true,
  body: z.strictObject({ commandId, kept: z.boolean() }),
  answer: keysAnswer,
});

/** keysGlance is what 今日 says of keys: who has one, the longest first, and how many hang in the box. */
export const keysGlance = z.object({
  held: z.array(z.object({ locker: z.object({ id: uuid, path: z.string() }), holder: person, since: instant })),
  inBox: z.int(),
});
