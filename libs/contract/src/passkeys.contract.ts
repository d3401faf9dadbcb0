import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { requiredText, uuid } from './fields.ts';
import { confirmTotp } from './factors.contract.ts';
import { sessionAnswer } from './session.contract.ts';

/** Bytes as browsers write them for a passkey. */
const bytes = z.string().regex(/^[A-Za-z0-9_-]{1,8000}$/, { error: 'base64url' });
const CODE = /^[a-zA-Z-]{1,40}$/;
const code = z.string().regex(CODE, { error: 'code' });

const credential = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  /** What extensions answer is not read. */
  clientExtensionResults: z.object({}),
};

/** What a browser is told to ask of the passkey; it comes from the library and goes to the library. */
const options = z.looseObject({ challenge: bytes });

/** registrationResponse is what a new passkey signs. */
export const registrationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(code).max(8).optional(),
  }),
});

/** authenticationResponse is what a passkey signs at the door. */
export const authenticationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});

/** startPasskey asks for a new passkey of one's own. */
export const startPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkeys/challenge',
  access: 'at-the-door',
  fresh: true,
  answer: z.object({ options }),
});

/** addPasskey keeps it under a name of one's own; the other sessions end. With the first of all factors come codes on paper. */
export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkeys',
  access: 'at-the-door',
  fresh: true,
  body: z.strictObject({ commandId: uuid, name: requiredText(40), response: registrationResponse }),
  answer: confirmTotp.answer,
  status: 201,
});

/** removePasskey gives one up, such as a key that was lost. */
export const removePasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkeys/removal',
  access: 'at-the-door',
  fresh: true,
  body: z.strictObject({ commandId: uuid, passkeyId: uuid }),
  answer: sessionAnswer,
});

/** askPasskey asks whoever is at the door to show a passkey. */
export const askPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkey/challenge',
  access: 'public',
  answer: z.object({ options }),
});

/** signInByPasskey opens a session: a passkey is held and unlocked, and so counts as both factors. */
export const signInByPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkey',
  access: 'public',
  body: z.strictObject({ response: authenticationResponse }),
  answer: sessionAnswer,
  status: 201,
});

/** signInAgainByPasskey is signInAgain with a passkey of one's own in the place of the password. */
export const signInAgainByPasskey = endpoint({
  method: 'POST',
  path: '/api/session/again/passkey',
  access: 'at-the-door',
  body: z.strictObject({ response: authenticationResponse }),
  answer: sessionAnswer,
});
