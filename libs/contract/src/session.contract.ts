import { AUTHS, LEVELS, ROLES } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, loginId, newSecret, requiredText, secret, uuid } from './fields.ts';

/** sessionAnswer is who is signed in, where, and until when without a touch. */
export const sessionAnswer = z.object({
  staff: z.object({ id: uuid, name: z.string(), role: z.enum(ROLES), level: z.enum(LEVELS).nullable() }),
  facility: z.object({ id: uuid, name: z.string() }),
  /** The session ends then unless it is used. */
  expiresAt: instant,
  /** The session ends then in any case. */
  endsAt: instant,
  /** The server's clock; a tablet's own clock is a claim. */
  now: instant,
  /** The session was opened on an enrolled tablet, where it is short. */
  onTablet: z.literal(true).optional(),
  /** Before anything else she sets a second factor, or shows it. */
  owesFactor: z.literal(true).optional(),
  demo: z.boolean(),
  /** Where the mails of a demo arrive. */
  demoInbox: z.string().optional(),
});

/**
 * signIn opens a session and ends the one this browser had (quick change of person). Who was given a one-time code sends it as the
 * password, with the password that she chooses as `next`. `code` is that of an authenticator, or one on paper.
 */
export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  access: 'public',
  body: z.strictObject({ loginId, password: secret, next: newSecret.optional(), code: secret.optional() }),
  answer: sessionAnswer,
  status: 201,
});

/** whoAmI tells who is signed in; it does not renew the session. */
export const whoAmI = endpoint({ method: 'GET', path: '/api/session', access: 'at-the-door', answer: sessionAnswer });

/** renewSession says that somebody is still at work here; what is typed or read makes no other request. */
export const renewSession = endpoint({
  method: 'POST',
  path: '/api/session/use',
  access: 'at-the-door',
  answer: sessionAnswer,
});

/** signOut ends the session at the server. */
export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  access: 'public',
  answer: z.undefined(),
  status: 204,
});

/** signInAgain shows anew who is signed in, before what takes a fresh sign-in; the old session ends. */
export const signInAgain = endpoint({
  method: 'POST',
  path: '/api/session/again',
  access: 'at-the-door',
  body: z.strictObject({ password: secret, code: secret.optional() }),
  answer: sessionAnswer,
});

/** sessionsAnswer is where else one is signed in; the present session comes first. */
export const sessionsAnswer = z.object({
  sessions: z.array(
    z.object({
      id: uuid,
      current: z.boolean(),
      auth: z.enum(AUTHS),
      /** The name of the shared tablet; null for any other browser. */
      tablet: z.string().nullable(),
      startedAt: instant,
      /** The last touch, to half a minute. */
      seenAt: instant,
    }),
  ),
});

/** listSessions tells all sessions of one's own that are open. */
export const listSessions = endpoint({
  method: 'GET',
  path: '/api/session/all',
  access: 'signed-in',
  answer: sessionsAnswer,
});

/** endSessions ends one of one's own sessions at once, or, with null, all but the present one. */
export const endSessions = endpoint({
  method: 'POST',
  path: '/api/session/endings',
  access: 'signed-in',
  fresh: true,
  body: z.strictObject({ sessionId: uuid.nullable() }),
  answer: sessionsAnswer,
});

/** changePassword replaces one's own password and ends one's other sessions. */
export const changePassword = endpoint({
  method: 'POST',
  path: '/api/session/password',
  access: 'signed-in',
  body: z.strictObject({ commandId: uuid, current: secret, next: newSecret }),
  answer: sessionAnswer,
});

/** setUpState says whether the first manager is still to be made. */
export const setUpState = endpoint({
  method: 'GET',
  path: '/api/set-up',
  access: 'public',
  answer: z.object({ needed: z.boolean() }),
});

/** setUp makes the facility and its first manager with the one-time code from the server's console, and signs in. */
export const setUp = endpoint({
  method: 'POST',
  path: '/api/set-up',
  access: 'public',
  body: z.strictObject({
    code: z.string().min(1).max(40),
    facilityName: requiredText(60),
    manager: z.strictObject({ name: requiredText(60), kana: requiredText(60), loginId, password: newSecret }),
  }),
  answer: sessionAnswer,
  status: 201,
});
