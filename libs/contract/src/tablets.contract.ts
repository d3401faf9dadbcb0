import { ITEM_KINDS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, instant, newSecret, requiredText, secret, uuid } from './fields.ts';
import { residentBrief } from './people.contract.ts';
import { receipt } from './receipt.ts';
import { sessionAnswer } from './session.contract.ts';

/** tabletsAnswer is 端末: the shared tablets of a facility. */
export const tabletsAnswer = z.object({
  tablets: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      /** Null while nobody has typed its code on the tablet. */
      enrolledAt: instant.nullable(),
      /** Until when that code is good. */
      codeEndsAt: instant.nullable(),
      /** When somebody last used it, give or take half a minute. */
      seenAt: instant.nullable(),
    }),
  ),
});

export const listTablets = endpoint({
  method: 'GET',
  path: '/api/tablets',
  access: 'keep-accounts',
  answer: tabletsAnswer,
});

/** addTablet names a tablet and makes its one-time code, which is told once and typed on the tablet itself. */
export const addTablet = endpoint({
  method: 'POST',
  path: '/api/tablets',
  access: 'keep-accounts',
  fresh: true,
  body: z.strictObject({ commandId, name: requiredText(40) }),
  answer: tabletsAnswer.extend({ code: z.string().nullable() }),
  status: 201,
});

/** revokeTablet takes a tablet out of use: its sessions end at once, and it is a browser like any other. */
export const revokeTablet = endpoint({
  method: 'POST',
  path: '/api/tablets/:id/revocation',
  access: 'keep-accounts',
  body: z.strictObject({ commandId }),
  answer: tabletsAnswer,
});

/** tabletAnswer is what an enrolled tablet shows before anybody has signed in; null anywhere else. */
export const tabletAnswer = z.object({
  tablet: z
    .object({
      name: z.string(),
      facility: z.string(),
      /** Who works here; `emergency` may record 救急 by her name alone. */
      staff: z.array(z.object({ id: uuid, name: z.string(), kana: z.string(), emergency: z.boolean() })),
    })
    .nullable(),
});

/** readTablet asks what this browser was enrolled as. */
export const readTablet = endpoint({ method: 'GET', path: '/api/tablet', access: 'public', answer: tabletAnswer });

/** enrolTablet makes this browser the tablet of a one-time code; who was signed in there signs in anew. */
export const enrolTablet = endpoint({
  method: 'POST',
  path: '/api/tablet',
  access: 'public',
  body: z.strictObject({ code: secret }),
  answer: tabletAnswer,
});

/** signInAtTablet is signIn by one's name tile: the tablet knows whose it is, the person shows who she is. */
export const signInAtTablet = endpoint({
  method: 'POST',
  path: '/api/tablet/session',
  access: 'public',
  body: z.strictObject({ staffId: uuid, password: secret, next: newSecret.optional(), code: secret.optional() }),
  answer: sessionAnswer,
  status: 201,
});

/** listAtTablet are the residents for 救急 without signing in: name and room, nothing else. */
export const listAtTablet = endpoint({
  method: 'GET',
  path: '/api/tablet/residents',
  access: 'public',
  answer: z.object({ residents: z.array(residentBrief) }),
});

/**
 * emergencyAtTablet is 救急 by one's name tile, without a password: what goes with an ambulance and lies in the safe is checked out,
 * and the answer says what that is and where it lies. Nothing else can be done so.
 */
export const emergencyAtTablet = endpoint({
  method: 'POST',
  path: '/api/tablet/emergency',
  access: 'public',
  body: z.strictObject({ commandId, staffId: uuid, residentId: uuid }),
  answer: z.object({
    receipt,
    taken: z.array(z.object({ id: uuid, kind: z.enum(ITEM_KINDS), place: z.string().nullable() })),
  }),
  status: 201,
});
