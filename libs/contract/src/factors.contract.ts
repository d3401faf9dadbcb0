import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, secret, uuid } from './fields.ts';
import { sessionAnswer } from './session.contract.ts';

const commandId = uuid;

/** factorsAnswer is what somebody can show besides the password. */
export const factorsAnswer = z.object({
  /** Whoever keeps accounts signs in with two; all others may. */
  demanded: z.boolean(),
  totp: z.boolean(),
  /** How many codes on paper are left. */
  recoveryCodes: z.number().int(),
  passkeys: z.array(z.object({ id: uuid, name: z.string(), addedAt: instant, usedAt: instant.nullable() })),
  /** Whether this address can have passkeys: a name that was configured, or localhost. */
  passkeysHere: z.boolean(),
});

/** Codes on paper are told once: a command sent again tells none. */
const recoveryCodes = z.array(z.string()).nullable();

/** readFactors tells one's own. */
export const readFactors = endpoint({
  method: 'GET',
  path: '/api/session/factors',
  access: 'at-the-door',
  answer: factorsAnswer,
});

/** startTotp makes a secret for an authenticator; it opens nothing until a first code of it came. */
export const startTotp = endpoint({
  method: 'POST',
  path: '/api/session/totp',
  access: 'at-the-door',
  fresh: true,
  answer: z.object({ secret: z.string(), uri: z.string() }),
});

/** confirmTotp sets the authenticator by its first code; the other sessions end, and codes on paper come with it. */
export const confirmTotp = endpoint({
  method: 'POST',
  path: '/api/session/totp/confirmation',
  access: 'at-the-door',
  fresh: true,
  body: z.strictObject({ commandId, code: secret }),
  answer: z.object({ session: sessionAnswer, recoveryCodes }),
});

/** removeTotp gives the authenticator up. */
export const removeTotp = endpoint({
  method: 'POST',
  path: '/api/session/totp/removal',
  access: 'at-the-door',
  fresh: true,
  body: z.strictObject({ commandId }),
  answer: sessionAnswer,
});

/** renewRecoveryCodes makes ten new codes on paper; those from before open nothing any more. */
export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/session/recovery-codes',
  access: 'at-the-door',
  fresh: true,
  body: z.strictObject({ commandId }),
  answer: z.object({ recoveryCodes }),
});
