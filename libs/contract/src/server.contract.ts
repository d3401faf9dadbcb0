import * as z from 'zod';
import { backupStanding } from './board.contract.ts';
import { endpoint } from './endpoint.ts';
import { clock, commandId, instant, loginId, requiredText, secret, uuid } from './fields.ts';

const check = z.enum(['ok', 'warn', 'fail', 'off']);

/** readHealth tells whether the server can be relied upon; 503 when anything of it fails. */
export const readHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  access: 'public',
  answer: z.object({
    status: z.enum(['ok', 'warn', 'fail']),
    checks: z.object({
      database: check,
      ledger: check,
      scheduler: check,
      mail: check,
      backup: check,
      /** The lists for the night; `warn` when one could not be written, `off` where no folder is named. */
      nightLists: check,
      clock: check,
      /** Room on the disk; `warn` when it fills, `fail` when nothing but returns and 救急 is taken. */
      disk: check,
      /** The file on the second disk; `warn` while it is missing or takes nothing, `fail` where it has less than was written there. */
      anchorFile: check,
      /** What the server shows to those who connect; `warn` in its last thirty days, `off` over plain HTTP. */
      certificate: check,
    }),
    /**
     * Gaps of the record: logs that nothing may be signed of, explanations that ended one, and how many of those nobody has confirmed.
     * Null: nobody knows.
     */
    gaps: z.object({ open: z.int(), ended: z.int(), unconfirmed: z.int() }).nullable(),
    /** In how many facilities notices are held for a person, and in how many they stand still; null: nobody knows. */
    houses: z.object({ held: z.int(), stopped: z.int() }).nullable(),
    backup: backupStanding,
    version: z.string().optional(),
  }),
});

/** setDemoClock moves the demo's clock to that Japan time so many days from the real today, or from its own; null goes back to the real time. With `wake` the notices look at once. */
export const setDemoClock = endpoint({
  method: 'POST',
  path: '/api/demo/clock',
  access: 'appoint',
  body: z.strictObject({
    days: z.int().min(-4000).max(4000).nullable(),
    at: clock.default('10:00'),
    from: z.enum(['real', 'declared']).default('real'),
    wake: z.boolean().default(true),
  }),
  answer: z.object({ now: instant }),
});

/** addDemoFacility makes another facility with its first manager; it exists only in a demo. */
export const addDemoFacility = endpoint({
  method: 'POST',
  path: '/api/demo/facilities',
  access: 'appoint',
  body: z.strictObject({
    name: requiredText(60),
    manager: z.strictObject({ name: requiredText(60), kana: requiredText(60), loginId, password: secret }),
  }),
  answer: z.object({ facility: z.object({ id: uuid, name: z.string() }), manager: z.object({ id: uuid }) }),
  status: 201,
});

/** setDemoPassword gives a colleague a chosen password, which in a demo everybody may know; it exists only there. */
export const setDemoPassword = endpoint({
  method: 'POST',
  path: '/api/demo/passwords',
  access: 'appoint',
  body: z.strictObject({ commandId, staffId: uuid, password: secret }),
  answer: z.object({ set: z.literal(true) }),
});
