import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { clock, instant } from './fields.ts';

const check = z.enum(['ok', 'warn', 'fail', 'off']);

/** readHealth tells whether the server can be relied upon; 503 when database or ledger fail. */
export const readHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  answer: z.object({
    status: z.enum(['ok', 'warn', 'fail']),
    checks: z.object({ database: check, ledger: check, scheduler: check, mail: check, backup: check, clock: check }),
    version: z.string().optional(),
  }),
});

/** setDemoClock moves the demo's clock to that Japan time so many days from today; null goes back to the real time. */
export const setDemoClock = endpoint({
  method: 'POST',
  path: '/api/demo/clock',
  body: z.strictObject({ days: z.int().min(-4000).max(4000).nullable(), at: clock.default('10:00') }),
  answer: z.object({ now: instant }),
});
