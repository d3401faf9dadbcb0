import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, instant, requiredText } from './fields.ts';

const breakGlassAnswer = z.object({
  /** `sealedAt`: its secret lies in the envelope since then; null when it was used up. `usedAt`: a use that nobody has closed. */
  account: z.object({ loginId: z.string(), sealedAt: instant.nullable(), usedAt: instant.nullable() }).nullable(),
});

/** readBreakGlass tells of the account in the sealed envelope; null where none was made. */
export const readBreakGlass = endpoint({
  method: 'GET',
  path: '/api/break-glass',
  access: 'keep-accounts',
  answer: breakGlassAnswer,
});

/** sealBreakGlass makes a new secret, answered once, in the place of the one before; the first makes the account. It takes a fresh sign-in. */
export const sealBreakGlass = endpoint({
  method: 'POST',
  path: '/api/break-glass',
  access: 'keep-accounts',
  fresh: true,
  body: z.strictObject({ commandId }),
  answer: breakGlassAnswer.extend({ code: z.string().nullable() }),
  status: 201,
});

/** closeBreakGlass is a manager's word on its use; the session that it opened ends. */
export const closeBreakGlass = endpoint({
  method: 'POST',
  path: '/api/break-glass/closing',
  access: 'appoint',
  body: z.strictObject({ commandId, reason: requiredText(300) }),
  answer: breakGlassAnswer,
});
